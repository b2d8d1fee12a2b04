"""What is asked at each door to get each of its answers."""

from collections.abc import Callable
from typing import Any

from contracts.catalogue import sample
from contracts.doors import Doors, proven
from fakes.outside import ROOT, URL_KEY
from throughline.domain.seal import nonce_of

Proof = Callable[[object], dict[str, str]]
FORM = "application/x-www-form-urlencoded"
NOTE = {"id": "device-0002", "text": "The bin is full."}
OTHER = {**NOTE, "text": "Something else."}
LARGE = "x" * 300 * 1024
SURVEY = sample("survey-response.v1")
FORGED = "forged.token"
FORM_SENT = {"event_type": "form_response", "form_response": {"form_id": "f", "token": "t", "answers": []}}
# Door, what is asked there, the status that has to come. `again` is asked after it, and then counts.
ASKED: list[tuple[str, dict[str, Any], int]] = [
    ("GET /f/{place}", {}, 200),
    ("GET /f/{place}", {"link": "/f/closed"}, 404),
    ("POST /f/{place}", {"body": NOTE}, 201),
    ("POST /f/{place}", {"body": NOTE, "again": NOTE}, 200),
    ("POST /f/{place}", {"body": NOTE, "again": OTHER}, 409),
    ("POST /f/{place}", {"body": {"id": "device-0002"}}, 400),
    ("POST /f/{place}", {"body": NOTE, "link": "/f/closed"}, 404),
    ("POST /f/{place}", {"body": LARGE}, 413),
    ("POST /f/{place}", {"body": "words", "content_type": "text/plain"}, 415),
    ("GET /r", {"query": "receipt=RECEIPT"}, 200),
    ("GET /r", {"query": "receipt=1234567890123456"}, 404),
    ("POST /r", {"body": {"receipt": "RECEIPT"}}, 200),
    ("POST /r", {"body": {"receipt": "1"}}, 404),
    ("POST /r", {"body": "{"}, 400),
    ("POST /r", {"body": LARGE}, 413),
    ("POST /r", {"body": "words", "content_type": "text/plain"}, 415),
    ("GET /c/{token}", {}, 200),
    ("GET /c/{token}", {"link": f"/c/{FORGED}"}, 403),
    ("POST /c/{token}", {"body": {"nonce": "NONCE", "action": "acknowledge"}}, 200),
    ("POST /c/{token}", {"body": {"nonce": "1.forged", "action": "acknowledge"}}, 403),
    ("POST /c/{token}", {"body": {"nonce": "NONCE", "action": "dance"}}, 400),
    (
        "POST /c/{token}",
        {
            "body": {"nonce": "NONCE", "action": "acknowledge"},
            "again": {"nonce": "NONCE", "action": "answer", "text": "Ours."},
        },
        409,
    ),
    ("POST /c/{token}", {"body": LARGE}, 413),
    ("POST /c/{token}", {"body": "words", "content_type": "text/plain"}, 415),
    ("GET /d/{token}", {}, 200),
    ("GET /d/{token}", {"link": f"/d/{FORGED}"}, 403),
    ("GET /map/{token}", {}, 200),
    ("GET /map/{token}", {"link": f"/map/{FORGED}"}, 403),
    ("GET /map/{token}", {"without_map": True}, 404),
    ("GET /u/{token}", {}, 200),
    ("GET /u/{token}", {"link": f"/u/{FORGED}"}, 403),
    ("POST /u/{token}", {"body": {"digest": "off"}}, 200),
    ("POST /u/{token}", {"body": "List-Unsubscribe=One-Click", "content_type": FORM}, 200),
    ("POST /u/{token}", {"body": {"digest": "daily"}}, 400),
    ("POST /u/{token}", {"body": {"digest": "off"}, "link": f"/u/{FORGED}"}, 403),
    ("POST /u/{token}", {"body": LARGE}, 413),
    ("POST /u/{token}", {"body": "words", "content_type": "text/plain"}, 415),
    ("POST /v1/responses", {"body": SURVEY, "signed": True}, 201),
    ("POST /v1/responses", {"body": SURVEY, "again": SURVEY, "signed": True}, 200),
    ("POST /v1/responses", {"body": {"score": 3}, "signed": True}, 400),
    ("POST /v1/responses", {"body": SURVEY}, 401),
    ("POST /v1/responses", {"body": LARGE}, 413),
    ("POST /s/{source}/{key}", {"body": FORM_SENT, "proven": True}, 200),
    ("POST /s/{source}/{key}", {"body": FORM_SENT, "link": f"/s/typeform/{FORGED}"}, 202),
    ("POST /s/{source}/{key}", {"body": FORM_SENT, "link": f"/s/nobody/{URL_KEY}"}, 202),
    ("POST /s/{source}/{key}", {"body": "Topic=a&Topic=b", "link": f"/s/qualtrics/{URL_KEY}"}, 400),
    ("POST /s/{source}/{key}", {"body": FORM_SENT}, 401),
    ("POST /s/{source}/{key}", {"body": LARGE}, 413),
]


def asked(doors: Doors, door: str, told: dict[str, Any]) -> tuple[int, Any]:
    """The last answer of one or two askings."""
    told = dict(told)
    if told.pop("without_map", False):
        doors.atlas.maps.replace(None)
    bodies = [body for body in (told.pop("body", None), told.pop("again", None)) if body is not None] or [None]
    told["query"] = told.get("query", "").replace("RECEIPT", doors.receipt)
    signed, answer = told.pop("signed", False), (0, None)
    proof: Proof = proven if told.pop("proven", False) else doors.signed if signed else (lambda _document: {})
    for body in bodies:
        given = filled_in(doors, body)
        answer = doors.ask(door, body=given, **told, **proof(given))
    return answer


def filled_in(doors: Doors, body: Any) -> Any:
    known = {"RECEIPT": doors.receipt, "NONCE": nonce_of(ROOT, doors.case.subject, 1)}
    return {name: known.get(str(value), value) for name, value in body.items()} if isinstance(body, dict) else body
