"""Events as they come in, and the states that lead up to them."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aws import ROOT_WORD
from crash.answers import Document
from crash.stand import Stand
from crash.world import FOLLOWS, START, Delivery
from fakes.values import SCRATCHED
from handlers.events import json_post, queued
from throughline.contracts.signature import sign
from throughline.domain.case import Case
from throughline.domain.seal import Link, derived, line_of, nonce_of, receipt_of, sign_link

ROOT = ROOT_WORD.encode()
ROS = "ros.wren@shop.example"
NOTE, OTHER = "device-0001", "device-0002"
LATE = timedelta(hours=2)
ANSWER: Mapping[str, Any] = {
    "source": "own",
    "survey_id": "after-delivery",
    "response_id": "r-1",
    "question_key": "recommend",
    "metric": "nps",
    "score": 3,
    "revision": 1,
    "answered_at": "2026-11-20T10:00:00Z",
}
COMMENT = {**ANSWER, "question_key": "why", "metric": None, "score": None, "verbatim": SCRATCHED}
MAIL = b"From: Tom <tom@drivers.example>\r\nTo: f@in.example\r\nSubject: A lamp\r\nMessage-ID: <1@d>\r\n\r\n%s\r\n"


# ── events ──
def note(stand: Stand, name: str = NOTE, text: str = SCRATCHED, email: str = ROS) -> Delivery:
    said = {"id": name, "text": text, "name": "Ros", "email": email}
    return Delivery("feedback_form", json_post(f"/f/{stand.place.id}", said), f"form {name}")


def survey(*answers: Mapping[str, Any]) -> Delivery:
    body = json.dumps({"responses": list(answers)}).encode()
    signed = sign(derived(ROOT, "responses"), "msg_1", START, body)
    named = {name.replace("-", "_"): value for name, value in signed.items()}
    return Delivery("survey_answered", json_post("/v1/responses", body, **named), f"survey of {len(answers)}")


def act(stand: Stand, action: str, **said: str) -> Delivery:
    """A step on the case of the note, as somebody took it who saw the case as it is now."""
    case = case_of(stand)
    token = sign_link(ROOT, Link("case", case.subject, START + timedelta(days=9)))
    nonce = nonce_of(ROOT, case.subject, case.version)
    return Delivery("case_page", json_post(f"/c/{token}", {"nonce": nonce, "action": action, **said}), action)


def swept(stand: Stand) -> Delivery:
    return Delivery("sweep", {"time": (stand.world.now + LATE).isoformat()})


def line() -> str:
    return line_of(ROOT, receipt_of(ROOT, NOTE))


def case_of(stand: Stand) -> Case:
    return stand.ledger.facts.line(line()).cases[0]


# ── states ──
def send_in(stand: Stand, *deliveries: Delivery) -> None:
    for delivery in deliveries:
        stand.world.deliver(delivery)


def carried(stand: Stand) -> None:
    stand.world.deliver(Delivery("carry", {"Records": stand.world.fresh()}))


def taken(stand: Stand, queue: str) -> Document:
    messages = stand.world.wire.queues[queue]
    event, messages[:] = queued(list(messages)), []
    return event


def passed(stand: Stand, queue: str) -> None:
    """What waits in a queue is done."""
    stand.world.deliver(Delivery(FOLLOWS[queue], taken(stand, queue)))
