"""What whoever wrote says later on by their receipt, and what is said in confidence."""

from dataclasses import replace

from crash.answers import Document
from crash.events import NOTE, OTHER, ROOT, carried, case_of, note, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from fakes.values import small_map
from handlers.events import json_post
from throughline.domain.journey import versioned
from throughline.domain.seal import nonce_of, receipt_of
from throughline.usecases.reply_by_receipt import nonce_subject

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


VOICE_SCENARIOS = (
    Scenario("receipt_page", "a writer says more", _says_more),
    Scenario("route_issue", "something said in confidence", _confided),
    Scenario("route_issue", "something that nobody may read yet", _kept_back),
)
