"""A customer asks to be called back, somebody opens the contact, and the call-back ends."""

from datetime import timedelta

from crash.answers import Document
from crash.events import COMMENT, ROOT, send_in, survey
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from handlers.events import json_post
from throughline.domain.line import Line
from throughline.domain.seal import Link, nonce_of, sign_link
from throughline.domain.survey import Answer

CONTACT = {"wanted": True, "name": "Kim", "email": "kim@home.example"}
ASKED = {**COMMENT, "touchpoint_hint": "Opening the parcel", "contact": CONTACT}
NO_MORE = {**ASKED, "contact": {"wanted": False}, "revision": 2}
DONE = {"text": "A second box.", "told": "A new lamp comes.", "reached": "reached"}
LINE = Answer("own", "after-delivery", "r-1", "why").line


def _asked(_stand: Stand) -> Document:
    return survey(ASKED).event


def _no_more(stand: Stand) -> Document:
    send_in(stand, survey(ASKED))
    stand.world.flow()
    return survey(NO_MORE).event


def _posts(stand: Stand, action: str, **said: str) -> Document:
    send_in(stand, survey(ASKED))
    stand.world.flow()
    line: Line = stand.ledger.facts.line(LINE)
    case = line.cases[0]
    token = sign_link(ROOT, Link("case", case.subject, START + timedelta(days=9)))
    nonce = nonce_of(ROOT, case.subject, case.version)
    return json_post(f"/c/{token}", {"nonce": nonce, "action": action, **said})


def _opened(stand: Stand) -> Document:
    return _posts(stand, "contact")


def _done(stand: Stand) -> Document:
    return _posts(stand, "resolve", **DONE)


CALL_BACK_SCENARIOS = (
    Scenario("survey_answered", "a customer asks to be called back", _asked),
    Scenario("survey_answered", "a customer does not ask any more", _no_more),
    Scenario("case_page", "a contact is shown", _opened),
    Scenario("case_page", "a call-back is done", _done),
)
