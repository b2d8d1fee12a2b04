"""What whoever wrote says later on by their receipt, and what is said in confidence."""

from collections.abc import Callable
from dataclasses import replace

from crash.answers import Document
from crash.events import NOTE, OTHER, ROOT, act, carried, case_of, line, note, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from fakes.values import small_map
from handlers.events import json_post
from throughline.domain.journey import versioned
from throughline.domain.seal import nonce_of, receipt_of
from throughline.usecases.may_send_on import sending_subject
from throughline.usecases.reply_by_receipt import nonce_subject

CUT = "The head office cut the opening hours."
HURT = "A colleague was groped at the packing table."


def _says_more(stand: Stand) -> Document:
    send_in(stand, note(stand))
    stand.world.flow()
    case = case_of(stand)
    nonce = nonce_of(ROOT, nonce_subject(case), case.version)
    said = {"receipt": receipt_of(ROOT, NOTE), "number": "1", "nonce": nonce, "action": "reply", "text": "Once more."}
    return json_post("/r", said)


def _confided(stand: Stand) -> Document:
    trusted = replace(small_map(), confidential_contact="Ida Berg, trust@shop.example")
    stand.atlas.maps.replace(versioned(trusted))
    send_in(stand, note(stand, OTHER, HURT))
    carried(stand)
    return taken(stand, "route")


def _kept_back(stand: Stand) -> Document:
    """The map names nobody who may read it."""
    send_in(stand, note(stand, OTHER, HURT))
    carried(stand)
    return taken(stand, "route")


def _sent_on(to: str) -> Callable[[Stand], Document]:
    """It only sounded like something in confidence, and its owner says so."""

    def prepare(stand: Stand) -> Document:
        stand.atlas.maps.replace(versioned(replace(small_map(), confidential_contact="Ida Berg, trust@shop.example")))
        send_in(stand, note(stand, NOTE, CUT))
        stand.world.flow()
        case, known = case_of(stand), stand.ledger.facts.line(line())
        nonce = nonce_of(ROOT, sending_subject(case, known), case.version)
        return act(stand, "send_on", nonce=nonce, sure="yes", to=to).event

    return prepare


VOICE_SCENARIOS = (
    Scenario("case_page", "the contact sends on what was in no confidence", _sent_on("Packing")),
    Scenario("case_page", "the contact leaves to a person whose it is", _sent_on("")),
    Scenario("receipt_page", "a writer says more", _says_more),
    Scenario("route_issue", "something said in confidence", _confided),
    Scenario("route_issue", "something that nobody may read yet", _kept_back),
)
