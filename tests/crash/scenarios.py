"""A state and an event for each function: what the matrix takes apart."""

import json
from collections.abc import Callable
from datetime import timedelta

from crash.answers import Document
from crash.call_back_scenarios import CALL_BACK_SCENARIOS
from crash.desk_scenarios import DESK_SCENARIOS
from crash.digest_scenarios import DIGEST_SCENARIOS
from crash.events import (
    ANSWER,
    COMMENT,
    LATE,
    MAIL,
    NOTE,
    OTHER,
    ROOT,
    ROS,
    act,
    carried,
    note,
    passed,
    send_in,
    survey,
    taken,
)
from crash.flood_scenarios import FLOOD_SCENARIOS
from crash.learning_scenarios import LEARNING_SCENARIOS
from crash.mail_scenarios import MAIL_SCENARIOS, mailed
from crash.manager_scenarios import MANAGER_SCENARIOS
from crash.promise_scenarios import PROMISE_SCENARIOS
from crash.reader_scenarios import READER_SCENARIOS
from crash.scenario import Scenario
from crash.stand import Stand
from crash.survey_scenarios import SURVEY_SCENARIOS
from crash.thanks_scenarios import THANKS_SCENARIOS
from crash.theme_scenarios import THEME_SCENARIOS
from crash.voice_scenarios import VOICE_SCENARIOS
from crash.worker import sent_report
from crash.world import START
from fakes.values import CARRIED, RIDDLE, SCRATCHED
from handlers.events import http, json_post, queued
from throughline.domain.seal import Link, receipt_of, sign_link


# ── what each function is found with ──
def _form(stand: Stand) -> Document:
    return note(stand).event


def _mail(stand: Stand) -> Document:
    return mailed(stand, MAIL % SCRATCHED.encode())


def _survey(_stand: Stand) -> Document:
    return survey(ANSWER, COMMENT).event


def _events(_stand: Stand) -> Document:
    told = {"detail-type": "FrontlineFeedback", "source": "till", "detail": {"id": "till-0001", "text": SCRATCHED}}
    strange = {"detail-type": "SurveyResponse", "source": "till", "detail": {"colour": "red"}}
    return queued([told, strange])


def _records(stand: Stand) -> Document:
    send_in(stand, note(stand))
    carried(stand)
    passed(stand, "route")
    send_in(stand, note(stand, OTHER, CARRIED), survey(ANSWER))
    return {"Records": stand.world.fresh()}


def _facts(stand: Stand) -> Document:
    send_in(stand, note(stand), note(stand, OTHER, CARRIED, ""), note(stand, "device-0003", RIDDLE, ""))
    carried(stand)
    return taken(stand, "route")


def _riddles(stand: Stand) -> Document:
    send_in(stand, note(stand, "device-0003", RIDDLE, ""), note(stand, "device-0004", f"{RIDDLE} Again.", ""))
    carried(stand)
    passed(stand, "route")
    carried(stand)
    return taken(stand, "meaning")


def _letters(stand: Stand) -> Document:
    send_in(stand, note(stand))
    carried(stand)
    passed(stand, "route")
    carried(stand)
    return taken(stand, "letters")


def a_letter(stand: Stand) -> Document:
    send_in(stand, note(stand, email=""))
    carried(stand)
    passed(stand, "route")
    carried(stand)
    return taken(stand, "letters")


def _answers(stand: Stand) -> Document:
    send_in(stand, survey(ANSWER, {**ANSWER, "response_id": "r-2", "score": 9}))
    carried(stand)
    return taken(stand, "tally")


def _act(stand: Stand) -> Document:
    send_in(stand, note(stand))
    stand.world.flow()
    return act(stand, "resolve", text="Packing wraps the foot.").event


def _looks(path: str, purpose: str, subject: Callable[[Stand], str]) -> Callable[[Stand], Document]:
    def prepare(stand: Stand) -> Document:
        _act(stand)
        token = sign_link(ROOT, Link(purpose, subject(stand), START + timedelta(days=9)))
        return http("GET", f"{path}{token}", accept="text/html")

    return prepare


def _receipt(stand: Stand) -> Document:
    _act(stand)
    return http("GET", "/r", query=f"receipt={receipt_of(ROOT, NOTE)}", accept="text/html")


def _chosen(stand: Stand) -> Document:
    send_in(stand, note(stand, "device-0003", RIDDLE, ""))
    stand.world.flow()
    told = {"receipt": receipt_of(ROOT, "device-0003"), "touchpoint": "Opening the parcel"}
    return json_post("/r", told)


def _document(_stand: Stand) -> Document:
    return http("GET", "/openapi.json", accept="application/json")


def _reports(stand: Stand) -> Document:
    """A mail went out and its sender died; one reader complained."""
    world = stand.world
    letter = letters_in(_letters(stand))[0]
    stand.ledger.letters.claim(letter["pk"], letter["sk"], world.now)
    world.wire.mails.append(sent_mail(letter))
    world.reported = 1
    complaint = {"eventType": "Complaint", "mail": {"messageId": "9", "tags": {"person": ["id-ben"]}}}
    return queued([*map(sent_report, world.wire.mails), complaint])


def letters_in(event: Document) -> list[Document]:
    return [json.loads(record["body"]) for record in event["Records"]]


def sent_mail(letter: Document) -> Document:
    """A mail as SES has it."""
    tags = {name: letter[key].encode().hex() for name, key in (("line", "pk"), ("letter", "sk"))}
    return {"id": "ses-1", "to": ROS, "tags": {**tags, "kind": "case"}}


def _forgotten(stand: Stand) -> Document:
    """The stream forgot a note, a survey's answer and the letters of another note."""
    _letters(stand)
    send_in(stand, note(stand, OTHER), survey({**ANSWER, "verbatim": SCRATCHED}))
    stand.world.fresh()
    stand.world.passes(LATE)
    return {"time": stand.world.now.isoformat()}


SCENARIOS = (
    Scenario("feedback_form", "a note with an address", _form),
    Scenario("feedback_mail", "a mail that SES stored", _mail),
    Scenario("survey_answered", "a score and a comment in one post", _survey),
    Scenario("event_arrived", "a note, and something nobody can read", _events),
    Scenario("carry", "a note, an answer, a case and its letters", _records),
    Scenario("route_issue", "an issue, thanks and a riddle", _facts),
    Scenario("weigh_meaning", "two riddles that wait for a person", _riddles),
    Scenario("send_letter", "two letters of one note", _letters),
    Scenario("tally_answer", "two answers", _answers),
    Scenario("case_page", "a case is resolved", _act),
    *DESK_SCENARIOS,
    Scenario("receipt_page", "a writer looks", _receipt),
    Scenario("receipt_page", "a writer says where it was", _chosen),
    Scenario("map_page", "somebody looks", _looks("/map/", "map", lambda _: "staff")),
    Scenario("api_document", "a program looks", _document),
    *DIGEST_SCENARIOS,
    *READER_SCENARIOS,
    Scenario("mail_outcome", "a mail went, a reader complained", _reports, faults=1),
    *MAIL_SCENARIOS,
    *FLOOD_SCENARIOS,
    *SURVEY_SCENARIOS,
    *CALL_BACK_SCENARIOS,
    *LEARNING_SCENARIOS,
    *THEME_SCENARIOS,
    *PROMISE_SCENARIOS,
    *MANAGER_SCENARIOS,
    *THANKS_SCENARIOS,
    *VOICE_SCENARIOS,
    Scenario("sweep", "the stream forgot", _forgotten),
)
MAILS = (
    Scenario("send_letter", "one letter", a_letter),
    *(one for one in DIGEST_SCENARIOS if one.about in ("one reader", "a chunk of readers")),
)
