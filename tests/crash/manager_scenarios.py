"""A manager signs in, decides what waits, edits the map, and signs out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from crash.answers import Document
from crash.events import ROOT, note, send_in
from crash.pool import ATTEMPT, SESSION
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from fakes.values import RIDDLE, thanks
from handlers.events import FORM, http
from throughline.adapters.dynamo.precedents import taught
from throughline.domain.edition import mark_of
from throughline.domain.manager import page_nonce
from throughline.domain.mirror import mirror_of
from throughline.domain.precedent import How, Precedent
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.week import Week

THANKED = "Thank you to the driver who carried the sofa of order 4471234 upstairs."
PAGE = {"nonce": page_nonce(ROOT, SESSION.subject)}


def _held() -> list[str]:
    return [f"__Host-manager={SESSION.token(ROOT)}", f"__Host-sign-in={ATTEMPT.token(ROOT)}"]


def _asked(method: str, path: str, fields: Mapping[str, str] | None = None, query: str = "") -> Document:
    """What a manager's browser sends, as it comes through the door."""
    event = http(method, path, urlencode(fields or {}).encode(), query, content_type=FORM, accept="text/html")
    event["cookies"] = _held()
    event["requestContext"]["authorizer"] = {"lambda": {"manager": SESSION.subject}}
    return event


def _at_the_door(stand: Stand) -> Document:
    stand.atlas.sessions.begin(SESSION)
    return {"version": "2.0", "type": "REQUEST", "headers": {}, "cookies": _held(), "routeKey": "GET /manage"}


def _comes_back(_stand: Stand) -> Document:
    return _asked("GET", "/manage/back", query=f"code=good&state={ATTEMPT.state(ROOT)}")


def _leaves(stand: Stand) -> Document:
    stand.atlas.sessions.begin(SESSION)
    return _asked("POST", "/manage/out", PAGE)


def _holds_back(_stand: Stand) -> Document:
    return _asked("POST", "/manage/shadow", {**PAGE, "department": "Packing", "to": "shadow"})


def _decides(stand: Stand) -> Document:
    send_in(stand, note(stand, "device-0003", RIDDLE, ""))
    stand.world.flow()
    line = line_of(ROOT, receipt_of(ROOT, "device-0003"))
    return _asked("POST", "/manage/triage", {**PAGE, "id": line, "choice": "Opening the parcel"})


def _edits(stand: Stand) -> Document:
    said = Precedent("F#0", 1, 1, How.CORRECTED, "the padding", "Opening the parcel", "Packing", START.date(), "1")
    for at in range(4):
        taught(stand.ledger.record, replace(said, line=f"F#{at}", said="Delivery", hits=("sofa",))).save()
    stand.world.fresh()
    current = stand.atlas.maps.current()
    assert current
    code = mirror_of(current, stand.ledger.precedents.all()).proposals[0].code
    return _asked("POST", "/manage/mirror", {**PAGE, "code": code})


def _publishes(stand: Stand) -> Document:
    send_in(stand, note(stand, "device-0008", THANKED, ""))
    stand.world.flow()
    (held,) = stand.ledger.recognitions.held()
    return _asked("POST", "/manage/thanks", {**PAGE, "id": held.ref, "state": "published"})


def _edits_digest(act: str, **fields: str) -> Callable[[Stand], Document]:
    def asks(stand: Stand) -> Document:
        told = replace(thanks(), on=START.date(), words=THANKED)
        stand.ledger.items.thanks(told).save()
        week = str(Week.of(told.on))
        return _asked("POST", "/manage/digest", {**PAGE, "week": week, "act": act, "story": mark_of(told), **fields})

    return asks


def _says(name: str, text: str) -> Callable[[Stand], Document]:
    return lambda _stand: _asked("POST", f"/manage/{name}", {**PAGE, "text": text})


LESSONS = "touchpoint,title,text\nOpening the parcel,Look,Together."
GOALS = "goal,department,measure,target,from,until\nNobody waits,IT,answered,9 of 10,2026-11-01,2026-12-31"
MANAGER_SCENARIOS = (
    Scenario("manage_door", "a manager's browser asks", _at_the_door),
    Scenario("manage_session", "a manager comes back from the sign-in page", _comes_back),
    Scenario("manage_session", "a manager signs out", _leaves),
    Scenario("manage_page", "a department is held back", _holds_back),
    Scenario("manage_triage", "a note is decided", _decides),
    Scenario("manage_thanks", "thanks are published", _publishes),
    Scenario("manage_map", "an edit is taken", _edits),
    Scenario("manage_digest", "a digest is held", _edits_digest("hold")),
    Scenario("manage_digest", "a digest is let go", _edits_digest("release")),
    Scenario("manage_digest", "a story is left out", _edits_digest("drop")),
    Scenario("manage_digest", "a line is signed", _edits_digest("note", words="I read every one.", by="Ida")),
    Scenario("manage_words", "another mantra is said", _says("mantra", "Every home is ours.")),
    Scenario("manage_words", "other lessons are taken", _says("lessons", LESSONS)),
    Scenario("manage_words", "other goals are taken", _says("goals", GOALS)),
)
