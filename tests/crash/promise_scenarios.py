"""A day's list, a bundle of what was held back, a promise that was not kept."""

from dataclasses import replace
from datetime import datetime, timedelta

from crash.answers import Document
from crash.events import NOTE, act, note, send_in
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START, Delivery
from fakes.values import small_map
from throughline.domain.recalling import SINGLE_MAILS

ALWAYS = "Mon-Sun 00:00-24:00"
MONDAY = datetime(2026, 11, 23, tzinfo=START.tzinfo)


def _opens(stand: Stand) -> None:
    """Everybody is always at work, and names somebody who can help."""
    known = small_map(cx_manager="cx@shop.example")
    departments = tuple(replace(one, hours=ALWAYS, escalate_to="Planning") for one in known.departments)
    stand.atlas.maps.replace(replace(known, departments=departments, version="always"))


def _strikes(stand: Stand, at: datetime) -> None:
    stand.world.now = at
    stand.world.deliver(_clock(at))
    stand.world.flow()


def _clock(at: datetime) -> Delivery:
    return Delivery("keep_promises", {"time": at.isoformat()})


def _in_hand(stand: Stand) -> None:
    """A note of Sunday morning that somebody has."""
    _opens(stand)
    send_in(stand, note(stand, email=""))
    stand.world.flow()
    send_in(stand, act(stand, "acknowledge"))
    stand.world.flow()


def _list(stand: Stand) -> Document:
    """On Monday it is due by Tuesday morning."""
    _in_hand(stand)
    stand.world.now = MONDAY + timedelta(hours=6)
    return _clock(stand.world.now).event


def _broken(stand: Stand) -> Document:
    """On Tuesday it is late."""
    _in_hand(stand)
    _strikes(stand, MONDAY + timedelta(hours=6))
    stand.world.now = MONDAY + timedelta(days=1, hours=10)
    return _clock(stand.world.now).event


def _bundle(stand: Stand) -> Document:
    """After the list of the day more comes than goes by itself."""
    _opens(stand)
    stand.world.now = MONDAY + timedelta(hours=1)
    send_in(stand, note(stand, NOTE, email=""))
    stand.world.flow()
    _strikes(stand, MONDAY + timedelta(hours=1))
    for number in range(SINGLE_MAILS + 1):
        send_in(stand, note(stand, f"device-1{number:03}", email=""))
    stand.world.flow()
    stand.world.now = MONDAY + timedelta(hours=7, minutes=5)
    return _clock(stand.world.now).event


HOURLY = ("keep_promises", "sweep")
PROMISE_SCENARIOS = (
    Scenario("keep_promises", "the list of the day", _list, HOURLY),
    Scenario("keep_promises", "a promise that was not kept", _broken, HOURLY),
    Scenario("keep_promises", "a bundle and a reminder", _bundle, HOURLY),
)
