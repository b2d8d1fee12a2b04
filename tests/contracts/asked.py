"""What is asked at each door to get each of its answers."""

from collections.abc import Callable
from typing import Any

from contracts.asked_of_managers import ASKED_OF_MANAGERS, prepared
from contracts.catalogue import sample
from contracts.doors import OUT, Doors, proven
from fakes.outside import ROOT, URL_KEY
from throughline.domain.device import code_for, new_asking
from throughline.domain.manager import page_nonce
from throughline.domain.seal import nonce_of
from throughline.usecases.reply_by_receipt import nonce_subject

Proof = Callable[[object], dict[str, str]]
FORM = "application/x-www-form-urlencoded"
NOTE = {"id": "device-0002", "text": "The bin is full."}
OTHER = {**NOTE, "text": "Something else."}
MORE = {"receipt": "RECEIPT", "number": "1", "nonce": "MORE"}
LARGE = "x" * 300 * 1024
SURVEY = sample("survey-response.v1")
FORGED = "forged.token"
DEVICE = new_asking(ROOT, "Packing")
WISH = f"action=send_code&asking={DEVICE.token}"
RIGHT = f"action=code&asking={DEVICE.token}&code={code_for(ROOT, DEVICE)}"
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
    ("POST /r", {"body": {**MORE, "action": "reply", "text": "It came again."}}, 200),
    ("POST /r", {"body": {**MORE, "action": "reply", "text": "It came again.", "nonce": "1.forged"}}, 403),
    ("POST /r", {"body": {**MORE, "action": "reply", "text": "I was on my shift.", "sure": "no"}}, 409),
    ("POST /r", {"body": {**MORE, "action": "dance"}}, 400),
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
    ("GET /d/{token}", {"stranger": True}, 401),
    ("POST /d/{token}", {"body": {"action": "acknowledge", "pick-1": "PICK"}}, 200),
    ("POST /d/{token}", {"body": {"action": "send_code"}, "stranger": True}, 200),
    ("POST /d/{token}", {"body": WISH, "again": RIGHT, "content_type": FORM, "accept": "text/html"}, 303),
    ("POST /d/{token}", {"body": {"action": "code", "asking": DEVICE.token, "code": "1"}}, 403),
    ("POST /d/{token}", {"body": {"action": "acknowledge", "pick-1": "PICK"}, "stranger": True}, 401),
    ("POST /d/{token}", {"body": {"action": "acknowledge"}}, 400),
    ("POST /d/{token}", {"body": LARGE}, 413),
    ("POST /d/{token}", {"body": "words", "content_type": "text/plain"}, 415),
    ("GET /d/{token}", {"link": f"/d/{FORGED}"}, 403),
    ("GET /f/{place}/week", {}, 200),
    ("GET /f/{place}/week", {"link": "/f/nobody/week"}, 404),
    ("POST /f/{place}/week", {"body": {"week": "OUT", "reading": "0a" * 8}}, 200),
    ("POST /f/{place}/week", {"body": {"week": "2019-W01", "reading": "0a" * 8}}, 400),
    ("POST /f/{place}/week", {"body": LARGE}, 413),
    ("POST /f/{place}/week", {"body": "words", "content_type": "text/plain"}, 415),
    ("POST /f/{place}/week", {"body": {"week": "OUT"}, "link": "/f/nobody/week"}, 404),
    ("GET /map/{token}", {}, 200),
    ("GET /map/{token}", {"link": f"/map/{FORGED}"}, 403),
    ("GET /map/{token}", {"without_map": True}, 404),
    ("GET /a/{token}", {}, 200),
    ("GET /a/{token}", {"link": f"/a/{FORGED}"}, 403),
    ("POST /a/{token}", {"body": {}}, 200),
    ("POST /a/{token}", {"body": {}, "link": f"/a/{FORGED}"}, 403),
    ("GET /u/{token}", {}, 200),
    ("GET /u/{token}", {"link": f"/u/{FORGED}"}, 403),
    ("POST /u/{token}", {"body": {"digest": "off"}}, 200),
    ("POST /u/{token}", {"body": "List-Unsubscribe=One-Click", "content_type": FORM}, 200),
    ("POST /u/{token}", {"body": {"naming": "name"}}, 200),
    ("POST /u/{token}", {"body": {"hour": 14, "language": "de"}}, 200),
    ("POST /u/{token}", {"body": {"hour": 3}}, 400),
    ("POST /u/{token}", {"body": {"language": "xx"}}, 400),
    ("POST /u/{token}", {"body": {"naming": "loud"}}, 400),
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
    *ASKED_OF_MANAGERS,
]


def asked(doors: Doors, door: str, told: dict[str, Any]) -> tuple[int, Any]:
    """The last answer of one or two askings."""
    told = dict(told)
    if told.pop("without_map", False):
        doors.atlas.maps.replace(None)
    bodies = [body for body in (told.pop("body", None), told.pop("again", None)) if body is not None] or [None]
    told["query"] = told.get("query", "").replace("RECEIPT", doors.receipt)
    code = prepared(doors, told) if "/manage" in door else ""
    signed, answer = told.pop("signed", False), (0, None)
    proof: Proof = proven if told.pop("proven", False) else doors.signed if signed else (lambda _document: {})
    for body in bodies:
        given = filled_in(doors, body, code)
        answer = doors.ask(door, body=given, **{**told, **proof(given)})
    return answer


def filled_in(doors: Doors, body: Any, code: str) -> Any:
    known = {"RECEIPT": doors.receipt, "NONCE": nonce_of(ROOT, doors.case.subject, 1)}
    known |= {"PICK": f"{doors.case.subject} {known['NONCE']}"}
    known |= {"MORE": nonce_of(ROOT, nonce_subject(doors.case), 1)}
    known |= {"OUT": str(OUT)}
    known |= {"PAGE": page_nonce(ROOT, doors.session.subject), "CODE": code}
    return {name: known.get(str(value), value) for name, value in body.items()} if isinstance(body, dict) else body
