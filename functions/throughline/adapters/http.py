"""HTTP answers: pages and JSON, with headers that keep them private, and errors that say what to do."""

import json
from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.utilities.parameters.exceptions import GetParameterError
from botocore.exceptions import BotoCoreError, ClientError

from throughline.adapters.dynamo.failures import STORE_FAILURES
from throughline.adapters.paper import page_policy, render_page
from throughline.adapters.trouble import where
from throughline.errors import Refused, TooMany, Unavailable

logger = Logger()
LARGEST_FORM = 64 * 1024
SHOWN = 64
LANGUAGE = "language"
AWAY = (Unavailable, BotoCoreError, ClientError, GetParameterError, *STORE_FAILURES)
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": page_policy(),
}


def page(name: str, context: Mapping[str, Any], *, status: int = 200, language: str = "en") -> Response[str]:
    """A page for a person."""
    html = render_page(name, context, language)
    return Response(status, content_type="text/html; charset=utf-8", body=html, headers=dict(PRIVATE))


def language_of(app: APIGatewayHttpResolver) -> str:
    """The language that somebody chose on the page, or reads its form in, else the first that their browser names."""
    event = app.current_event
    accepted = event.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    return event.get_query_string_value(LANGUAGE, "") or app.context.get(LANGUAGE, "") or accepted or "en"


def data(document: Mapping[str, Any], *, status: int = 200) -> Response[str]:
    """An answer for a program."""
    body = _whole(json.dumps(document, ensure_ascii=False))
    return Response(status, content_type="application/json", body=body, headers=dict(PRIVATE))


def refusal(app: APIGatewayHttpResolver, error: Refused) -> Response[str]:
    """What was wrong, where, and what to do now."""
    if wants_page(app):
        said = {"status": error.status, "what": error.what, "field": error.field, "do": error.do}
        return later(page("problem", said, status=error.status, language=language_of(app)), error)
    return later(data({"error": error.what, "field": error.field, "do": error.do}, status=error.status), error)


def later(answer: Response[str], error: Refused | None) -> Response[str]:
    """The answer, with the seconds to wait where there are any."""
    if isinstance(error, TooMany):
        answer.headers["Retry-After"] = str(error.after)
    return answer


def wants_page(app: APIGatewayHttpResolver) -> bool:
    """Whether the other side is a browser."""
    headers = app.current_event.headers
    return "json" not in headers.get("content-type", "") and "json" not in headers.get("accept", "")


def body_bytes(app: APIGatewayHttpResolver, largest: int = LARGEST_FORM) -> bytes:
    """The body as it was sent; Refused (413) when it is larger than this door takes."""
    event = app.current_event
    body = event.body or ""
    sent = _unwrapped(body) if event.is_base64_encoded else body.encode("utf-8", "surrogatepass")
    if len(sent) > largest:
        do = f"Send at most {largest // 1024} KB."
        raise Refused(f"This is larger than {largest // 1024} KB.", field="body", do=do, status=413)
    return sent


def fields_of(app: APIGatewayHttpResolver, largest: int = LARGEST_FORM) -> dict[str, str]:
    """A form's or a JSON object's fields as text; Refused when the body is not what it says."""
    fields = _fields(app, largest)
    app.context[LANGUAGE] = fields.get(LANGUAGE, "")
    return fields


def _fields(app: APIGatewayHttpResolver, largest: int) -> dict[str, str]:
    kind = app.current_event.headers.get("content-type", "").partition(";")[0].strip().lower()
    sent = body_bytes(app, largest)
    if kind == "application/json":
        return _json_fields(sent)
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(sent.decode("utf-8", "replace"), keep_blank_values=True))
    do = "Send a form or a JSON object, and name it in Content-Type."
    shown = kind[:SHOWN] or "a body without a type"
    raise Refused(f"We can't read {shown}.", field="Content-Type", do=do, status=415)


def _json_fields(sent: bytes) -> dict[str, str]:
    try:
        document = json.loads(sent)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise Refused("The body is not a JSON object.", field="body", do="Send one JSON object in UTF-8.")
    return {_whole(name): _text(name, value) for name, value in document.items()}


def _text(name: str, value: object) -> str:
    if isinstance(value, list | dict):
        raise Refused("This is not text.", field=_whole(name)[:SHOWN], do="Write one value in quotes.")
    return "" if value is None else _whole(str(value))


def _whole(text: str) -> str:
    """The text without halves of characters, which neither a page nor an answer can carry."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unwrapped(body: str) -> bytes:
    try:
        return b64decode(body)
    except ValueError:
        raise Refused("The body can't be read.", field="body", do="Send it once more, as it is.") from None


def door() -> APIGatewayHttpResolver:
    """An empty set of routes on which whatever goes wrong becomes an answer without anything from inside."""
    app = APIGatewayHttpResolver()

    @app.exception_handler(Refused)  # type: ignore[untyped-decorator]
    def refused(error: Refused) -> Response[str]:
        return refusal(app, error)

    @app.exception_handler([*AWAY])  # type: ignore[untyped-decorator]
    def unavailable(error: Exception) -> Response[str]:
        logger.warning("unavailable", extra=where(error))
        away = Refused("We can't take this just now.", do="Try again in a minute; nothing is lost.", status=503)
        return refusal(app, away)

    @app.not_found
    def not_found(_error: NotFoundError) -> Response[str]:
        gone = Refused("There is nothing here.", do="Check the link on your poster or in your mail.", status=404)
        return refusal(app, gone)

    return app
