"""Packing at its desk in November 2026, hour by hour."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from fakes.values import HEAD, SCRATCHED, small_map
from throughline.domain.feedback import Reporter
from throughline.domain.letter import Letter, LetterKind
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from unit.usecases.desk import Desk

PACKING, PLANNING, MANAGER = "packing@shop.example", "planning@shop.example", "cx@shop.example"
NOTHING: dict[str, int] = {}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, where London is on UTC; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def reports(desk: Desk, when: datetime, *, number: int = 1) -> str:
    desk.clock.moment = when
    return desk.routed(SCRATCHED, identity=f"device-{number:04}", reporter=Reporter("Ros Wren"))


def recalls(desk: Desk, when: datetime) -> Mapping[str, int]:
    desk.clock.moment = when
    assert desk.map
    return keep_promises(now=when, desk=PromiseDesk(desk.ledger.promises, desk.ledger.standings, desk.map, HEAD))


def told(desk: Desk, kind: LetterKind) -> list[Letter]:
    return [one for one in desk.letters() if one.kind is kind]


def at_their_desks() -> Desk:
    """Each department names Planning as who can help; Planning has the CX manager."""
    known = small_map(cx_manager=MANAGER)
    departments = tuple(replace(one, escalate_to="Planning") for one in known.departments)
    return Desk(map=replace(known, departments=departments))
