"""The site on clean paths, as links in mails name it, with the outbox beside it."""

import json
from dataclasses import dataclass
from http import HTTPStatus

from operate.local.httpd import Answer, Handler, TooLargeError, json_answer
from operate.local.notices import Weather
from operate.local.outbox import Outbox
from operate.local.outbox_pages import LINKS_ONLY, in_frame, list_page, mail_page
from operate.local.ports import LOOPBACK
from operate.local.reading import read_mail

NO_SCRIPT = (
    f"sandbox {LINKS_ONLY}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
)


@dataclass
class Site:
    """What the front serves; `api_id` is known once the stack stands."""

    aws_port: int
    outbox: Outbox
    weather: Weather
    api_id: str = ""


class FrontHandler(Handler):
    """Answers for the site and the outbox."""

    site: Site

    def serve(self) -> None:
        """Answer one request."""
        try:
            body = self.read_body()
            if self.path.split("?")[0].rstrip("/").split("/")[1:2] == ["outbox"]:
                self.answer(self.outbox_answer(body))
            else:
                self.answer(self.site_answer(body))
        except TooLargeError:
            self.answer(problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the request is larger than 40 MB", "send less"))
        except OSError:
            self.answer(problem(HTTPStatus.BAD_GATEWAY, "the local AWS does not answer", "run `throughline status`"))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = serve  # noqa: N815

    def site_answer(self, body: bytes) -> Answer:
        """Pass a request on to the HTTP API."""
        if not self.site.api_id:
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, "the stack is still starting", "try again in a moment")
        path = f"/_aws/execute-api/{self.site.api_id}/$default{self.path}"
        return as_aws_answers(self.pass_on(self.site.aws_port, path, body))

    def outbox_answer(self, body: bytes) -> Answer:
        """Show the outbox; only this machine's own names for it are answered."""
        if self.headers.get("Host", "").rpartition(":")[0] not in (LOOPBACK, "localhost"):
            return problem(HTTPStatus.FORBIDDEN, "the outbox is for this machine alone", f"open it at {LOOPBACK}")
        parts = self.path.split("?")[0].strip("/").split("/")[1:]
        if parts == ["settings"]:
            return self.settings_answer(body)
        if not parts:
            return html(list_page(self.site.outbox.all()))
        return self.mail_answer(parts[0], parts[1] if parts[1:] else "")

    def mail_answer(self, mail_id: str, part: str) -> Answer:
        """Show one mail, or its HTML alone, or its bytes."""
        sent = self.site.outbox.find(mail_id)
        if sent is None or part not in ("", "html", "raw"):
            return problem(HTTPStatus.NOT_FOUND, "there is no such mail", "see /outbox for all mails")
        raw = self.site.outbox.raw(sent.id)
        if part == "raw":
            return Answer(HTTPStatus.OK, [("Content-Type", "text/plain; charset=utf-8")], raw)
        mail = read_mail(raw)
        return (
            html(in_frame(mail.html), ("Content-Security-Policy", NO_SCRIPT)) if part else html(mail_page(sent, mail))
        )

    def settings_answer(self, body: bytes) -> Answer:
        """Show or change how the world outside behaves: delays, losses, copies, verdicts."""
        if self.command == "POST":
            if self.headers.get_content_type() != "application/json":
                return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "settings come as JSON", "send application/json")
            try:
                self.site.weather.change(json.loads(body))
            except (ValueError, TypeError, AttributeError) as error:
                return problem(HTTPStatus.BAD_REQUEST, str(error), "send one or more of delay, loss, copies, verdicts")
        return json_answer(HTTPStatus.OK, vars(self.site.weather))


def html(text: str, *headers: tuple[str, str]) -> Answer:
    """Make an answer that is a page."""
    return Answer(HTTPStatus.OK, [("Content-Type", "text/html; charset=utf-8"), *headers], text.encode())


def problem(status: HTTPStatus, what: str, to_do: str) -> Answer:
    """Make an answer that says what is wrong and what to do now."""
    return json_answer(status, {"error": what, "field": None, "do": to_do})


def as_aws_answers(answer: Answer) -> Answer:
    """Take out what only the emulator says: its CORS headers, and the error of a function that failed."""
    if answer.status == HTTPStatus.BAD_GATEWAY and b'"errorType"' in answer.body:
        return json_answer(HTTPStatus.INTERNAL_SERVER_ERROR, {"message": "Internal Server Error"})
    kept = [(name, value) for name, value in answer.headers if not name.lower().startswith("access-control-")]
    return Answer(answer.status, kept, answer.body)
