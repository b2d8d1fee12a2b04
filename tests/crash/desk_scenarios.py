"""What departments do at their inbox, and what they take back."""

from collections.abc import Callable

from crash.answers import Document
from crash.events import OTHER, ROOT, act, carried, case_of, note, passed, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from fakes.values import RIDDLE
from handlers.devices import known_to
from handlers.events import http, json_post
from throughline.domain.case import Case
from throughline.domain.device import new_asking
from throughline.domain.digest_time import Rhythm, last_out
from throughline.domain.edition import Edition
from throughline.domain.seal import Link, line_of, nonce_of, receipt_of, sign_link
from throughline.usecases.letters import DESK_LINK

PACKING = "Packing"
DEVICE = new_asking(ROOT, PACKING)
FIXED = {"action": "resolve", "text": "Packing wraps the foot."}


def _desk() -> str:
    return f"/d/{sign_link(ROOT, Link('desk', PACKING, START + DESK_LINK))}"


def _noted(stand: Stand) -> None:
    send_in(stand, note(stand), note(stand, OTHER))
    stand.world.flow()


def _looks(stand: Stand) -> Document:
    _noted(stand)
    return http("GET", _desk(), accept="text/html", cookie=known_to(PACKING, START))


def _prints(stand: Stand) -> Document:
    """The sheet for the team of a week that is out."""
    stand.ledger.editions.settle(Edition(str(last_out("Europe/London", Rhythm("SUN", 9), START)), whole=True))
    return _looks(stand) | {"queryStringParameters": {"sheet": "a4"}}


def _wishes(_stand: Stand) -> Document:
    return json_post(_desk(), {"action": "send_code", "asking": DEVICE.token})


def _answers_both(stand: Stand) -> Document:
    _noted(stand)
    cases = [case_of(stand), _case(stand, OTHER)]
    picks = {f"pick-{one.code}": f"{one.subject} {nonce_of(ROOT, one.subject, one.version)}" for one in cases}
    said = {"action": "answer", "text": "The foot is wrapped now.", **picks}
    return json_post(_desk(), said, cookie=known_to(PACKING, START))


def _case(stand: Stand, name: str) -> Case:
    return stand.ledger.facts.line(line_of(ROOT, receipt_of(ROOT, name))).cases[0]


def _takes_back(action: str, **said: str) -> Callable[[Stand], Document]:
    def prepare(stand: Stand) -> Document:
        send_in(stand, note(stand))
        stand.world.flow()
        send_in(stand, act(stand, action, **said))
        stand.world.flow()
        return act(stand, "undo").event

    return prepare


def _counted(stand: Stand) -> Document:
    send_in(stand, note(stand))
    carried(stand)
    passed(stand, "route")
    send_in(stand, act(stand, **FIXED, effort="less"))
    carried(stand)
    return taken(stand, "tally")


def _goes_round(stand: Stand) -> Document:
    send_in(stand, note(stand))
    stand.world.flow()
    return act(stand, "hand_on", to="?", text=RIDDLE).event


DESK_SCENARIOS = (
    Scenario("desk_page", "a department looks", _looks),
    Scenario("desk_page", "a department prints its team's sheet", _prints),
    Scenario("desk_page", "a new device wishes for its code", _wishes),
    Scenario("desk_page", "one answer for two notes", _answers_both),
    Scenario("case_page", "what was fixed is taken back", _takes_back(**FIXED)),
    Scenario("case_page", "what was handed on is taken back", _takes_back(action="hand_on", to="Delivery")),
    Scenario("tally_answer", "a case came and was fixed", _counted),
    Scenario("case_page", "nobody can tell whose it is", _goes_round),
)
