"""Praise that names somebody, its mail on the next morning, and a new address that answers."""

from dataclasses import replace
from datetime import timedelta

from crash.answers import Document
from crash.events import carried, note, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START, Delivery
from fakes.outside import ROOT
from fakes.values import CARRIED, person
from handlers.events import json_post
from throughline.domain.reach import Asked
from throughline.domain.seal import Link, sign_link

ADA = replace(person("ada"), name="Ada Moss")
PRAISE = f"{CARRIED} It was Ada Moss."
CODE = "f" * 32
HOURLY = ("sweep",)


def _praise(stand: Stand) -> Document:
    """Two colleagues thank the same person."""
    stand.atlas.directory.replace([ADA])
    send_in(stand, note(stand, "device-0008", PRAISE, ""), note(stand, "device-0009", PRAISE, ""))
    carried(stand)
    return taken(stand, "route")


def _morning(stand: Stand) -> Document:
    """Both are told in one mail."""
    stand.world.deliver(Delivery("route_issue", _praise(stand)))
    stand.world.now = START + timedelta(days=2)
    stand.world.deliver(Delivery("sweep", {"time": stand.world.now.isoformat()}))
    return taken(stand, "letters")


def _address(stand: Stand) -> Document:
    stand.ledger.addresses.ask(Asked(CODE, "packing@shop.example", ("Packing",), START.date()), None)
    token = sign_link(ROOT, Link("address", CODE, START + timedelta(days=9)))
    return json_post(f"/a/{token}", {})


THANKS_SCENARIOS = (
    Scenario("route_issue", "two thank the same person", _praise),
    Scenario("send_letter", "a day's thanks in one mail", _morning),
    Scenario("confirm_address", "a new address answers", _address),
)
