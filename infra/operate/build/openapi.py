"""The API's document, OpenAPI 3.1 from the routes in the code; made at build, so that no function needs its maker."""

import json
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

import throughline
from operate.build.artifact import handlers
from operate.build.shapes import Shape, shapes
from throughline.contracts.signature import ID, SIGNATURE, TIMESTAMP

FUNCTIONS = Path(throughline.__file__).parents[1]
PLACE = Path("throughline") / "pages" / "openapi.json"
FORM, JSON, PARTS = "application/x-www-form-urlencoded", "application/json", "multipart/form-data"
BODIES = {
    "/f/{place}": {FORM: ["Note"], JSON: ["Note"]},
    "/f/{place}/week": {FORM: ["Reading"], JSON: ["Reading"]},
    "/r": {FORM: ["Digits"], JSON: ["Digits"]},
    "/a/{token}": {FORM: ["Nothing"], JSON: ["Nothing"]},
    "/c/{token}": {FORM: ["Step"], JSON: ["Step"]},
    "/u/{token}": {FORM: ["Choice", "OneClick"], JSON: ["Choice"], PARTS: ["OneClick"]},
    "/v1/responses": {JSON: ["SurveyResponse"]},
    "/s/{source}/{key}": {JSON: ["Sent"], FORM: ["Sent"]},
    "/d/{token}": {FORM: ["Inbox"], JSON: ["Inbox"]},
    "/manage/triage": {FORM: ["Settled"], JSON: ["Settled"]},
    "/manage/mirror": {FORM: ["Taken"], JSON: ["Taken"]},
    "/manage/shadow": {FORM: ["Moved"], JSON: ["Moved"]},
    "/manage/thanks": {FORM: ["Judged"], JSON: ["Judged"]},
    "/manage/digest": {FORM: ["Edited"], JSON: ["Edited"]},
    **{f"/manage/{name}": {FORM: ["Worded"], JSON: ["Worded"]} for name in ("mantra", "lessons", "goals")},
    "/manage/out": {FORM: ["Left"], JSON: ["Left"]},
}
IN_PATH = {
    "place": "From the place's QR poster.",
    "token": "The signed link, as it stands in the mail.",
    "source": "The survey source's name, as it was added.",
    "key": "The address's key, as `throughline survey source add` gave it.",
}
LANGUAGE = {"language": "The language of the page, such as de; else the browser's first."}
SHEET = "Given, the page is a sheet to print for a team."
QUERIES = {
    **dict.fromkeys(("/f/{place}", "/a/{token}", "/c/{token}", "/map/{token}"), LANGUAGE),
    "/d/{token}": {"page": "From 1 on.", "sheet": SHEET, **LANGUAGE},
    "/f/{place}/week": {"week": "Such as 2026-W47; else the latest that is out.", "sheet": SHEET, **LANGUAGE},
    "/r": {"receipt": "The digits; without them a page asks for them.", **LANGUAGE},
    **dict.fromkeys(("/manage", "/manage/mirror", "/manage/shadow", "/manage/thanks", "/manage/out"), LANGUAGE),
    "/manage/triage": {"id": "The note to show; else the one that waits longest.", "page": "From 1 on.", **LANGUAGE},
    "/manage/digest": {"week": "Such as 2026-W47; else the coming one.", "department": "Whose readers.", **LANGUAGE},
    **dict.fromkeys(("/manage/mantra", "/manage/lessons", "/manage/goals"), LANGUAGE),
    "/manage/back": {"code": "From the sign-in page.", "state": "The same.", "error": "Why it let nobody in."},
}
SIGNED = {ID: "The message's id, the same at each attempt.", TIMESTAMP: "Seconds since 1970, within five minutes."}
TAGS = {
    "writers": "Notes from the front, and what became of them.",
    "departments": "Cases, inboxes and the map, by links in mails.",
    "readers": "The weekly digest.",
    "managers": "Decisions that are the CX manager's, behind a sign-in.",
    "programs": "Other systems.",
}
BUSY = {
    "description": "The API takes no more just now; send it again in a minute.",
    "content": {JSON: {"schema": {"$ref": "#/components/schemas/TooMany"}}},
}
COOKIE_SCHEME = {
    "type": "apiKey",
    "in": "cookie",
    "name": "__Host-manager",
    "description": "What a browser holds from signing in at /manage/in, for eight hours at most.",
}
BY_COOKIE = "ManagerSession"
OPEN_TO_ALL = ("/manage/in", "/manage/back")
SIGNATURE_SCHEME = {
    "type": "apiKey",
    "in": "header",
    "name": SIGNATURE,
    "description": "Standard Webhooks: v1, and the HMAC-SHA256 of id.timestamp.body in base64.",
}


def write_document(artifact: Path) -> None:
    """Put the document into an artifact, where the function that serves it looks."""
    target = artifact / PLACE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document(), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def document(functions: Path = FUNCTIONS) -> dict[str, Any]:
    """The whole document: every route of every function, with what goes in and what comes out."""
    paths: dict[str, dict[str, Shape]] = {}
    for path, method, operation in _operations(functions):
        paths.setdefault(path, {})[method] = _completed(path, method, operation)
    return {
        "openapi": "3.1.0",
        "info": _about(),
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": words} for name, words in TAGS.items()],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": shapes(),
            "responses": {"Busy": BUSY},
            "securitySchemes": {"StandardWebhooks": SIGNATURE_SCHEME, BY_COOKIE: COOKIE_SCHEME},
        },
    }


def _about() -> Shape:
    return {
        "title": "Throughline",
        "version": version("throughline"),
        "summary": "From a customer's moment to the department behind it, and back as thanks.",
        "description": "Whoever asks for JSON gets JSON, everybody else a page that says the same.",
        "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
    }


def _operations(functions: Path) -> Iterator[tuple[str, str, Shape]]:
    """Path, method and operation of each route; what only a validating resolver would answer is left out."""
    for name in handlers(functions):
        app = getattr(import_module(name), "app", None)
        if isinstance(app, APIGatewayHttpResolver):
            made = json.loads(app.get_openapi_json_schema(title=name, version="1"))
            for path, methods in made["paths"].items():
                yield from ((path, method, operation) for method, operation in methods.items())


def _completed(path: str, method: str, operation: Shape) -> Shape:
    """The operation with what the code reads by itself: body, query, signature; and what stands before all of it."""
    parameters = [*_named("path", operation.pop("parameters", ())), *_asked_for(path, method)]
    answers = {**operation["responses"], "429": _busy(operation["responses"].get("429"))}
    whole = {**operation, "responses": dict(sorted(answers.items()))}
    if parameters:
        whole["parameters"] = parameters
    if method == "post":
        content = {kind: {"schema": _either(names)} for kind, names in BODIES[path].items()}
        whole["requestBody"] = {"required": True, "content": content}
    if path == "/v1/responses":
        whole["security"] = [{"StandardWebhooks": []}]
    if path.startswith("/manage") and path not in OPEN_TO_ALL:
        whole["security"] = [{BY_COOKIE: []}]
    return whole


def _busy(own: Shape | None) -> Shape:
    """What the API answers before our code; where that limits too, either of the two."""
    if own is None:
        return {"$ref": "#/components/responses/Busy"}
    waits = {"Retry-After": {"description": "Seconds until it may come again.", "schema": {"type": "integer"}}}
    return {**own, "headers": waits, "content": {**own["content"], JSON: {"schema": _either(["Problem", "TooMany"])}}}


def _named(where: str, found: Any) -> list[Shape]:
    return [_parameter(where, one["name"], IN_PATH[one["name"]], required=True) for one in found]


def _asked_for(path: str, method: str) -> list[Shape]:
    if path == "/v1/responses":
        return [_parameter("header", name, words, required=True) for name, words in SIGNED.items()]
    asked = QUERIES.get(path, {}) if method == "get" else {}
    return [_parameter("query", name, words, required=False) for name, words in asked.items()]


def _parameter(where: str, name: str, words: str, *, required: bool) -> Shape:
    return {"name": name, "in": where, "required": required, "description": words, "schema": {"type": "string"}}


def _either(names: list[str]) -> Shape:
    references = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    return references[0] if len(references) == 1 else {"anyOf": references}
