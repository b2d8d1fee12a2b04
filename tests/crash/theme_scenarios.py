"""Words of low scores, gathered; a week of them, told; a theme that rises."""

from dataclasses import replace
from datetime import date, timedelta

from crash.answers import Document
from crash.events import ANSWER, COMMENT, carried, passed, send_in, survey, taken
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from fakes.values import SCRATCHED, answer
from throughline.domain.gathering import Gathering
from throughline.domain.line import Outcome
from throughline.domain.survey import Band

LOW = {**ANSWER, "response_id": "r-2", "verbatim": SCRATCHED}
MONDAY = START + timedelta(days=1)
ENDS = ("fell over", "faded at once", "cracked in two", "sank in the lawn", "hid in a bush", "lost its hat")


def _words(stand: Stand) -> Document:
    """Words of a low score, and a score whose comment came before it."""
    send_in(stand, survey(COMMENT))
    carried(stand)
    passed(stand, "route")
    send_in(stand, survey(ANSWER), survey(LOW))
    carried(stand)
    return taken(stand, "route")


def _gathered(stand: Stand, on: date, count: int) -> None:
    for at in range(count):
        said = answer(2, f"The garden gnome {ENDS[at % len(ENDS)]}, say {at}.", response_id=f"{on} {at}")
        stand.ledger.facts.record_answer(said)
        words = Gathering(said.line, "fact#recommend", "Opening the parcel", "Packing", said.verbatim, on)
        gathered = replace(words, band=Band.DETRACTOR)
        stand.ledger.cases.settle(Outcome(said.line, words.fact, ("gathered",), gathered=(gathered,)))
    stand.world.fresh()


def _week(stand: Stand) -> Document:
    """It is Monday, and last week six customers spoke of a thing."""
    _gathered(stand, START.date(), 6)
    stand.world.now = MONDAY
    return {"time": MONDAY.isoformat()}


def _rise(stand: Stand) -> Document:
    """On a Sunday more speak of a thing than the week before."""
    _gathered(stand, START.date() - timedelta(days=7), 3)
    _gathered(stand, START.date(), 20)
    return {"time": START.isoformat()}


HOURLY = ("tell_themes", "sweep")
THEME_SCENARIOS = (
    Scenario("route_issue", "words that are gathered, and a score after its comment", _words),
    Scenario("tell_themes", "a week is told", _week, HOURLY),
    Scenario("tell_themes", "a theme rises", _rise, HOURLY),
)
