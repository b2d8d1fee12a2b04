"""What was parked is tried again by the map as it is now."""

from dataclasses import replace

import pytest

from fakes.values import HEAD, RIDDLE, answer, known_reporter, part, small_map
from throughline.domain.journey import JourneyMap
from throughline.domain.routing import Router
from throughline.errors import Refused
from throughline.usecases.release_parked import Released, release_parked
from unit.usecases.desk import Desk

LEARNT = small_map(parts=(*small_map().parts, part("A visit", "IT", "odd", "felt")))


def released(desk: Desk, line: str, journey_map: JourneyMap = LEARNT, *, write: bool = True) -> Released:
    room = desk.ledger
    router, now = Router(journey_map), desk.clock.now()
    return release_parked(line=line, facts=room.facts, cases=room.cases, router=router, head=HEAD, now=now, write=write)


def test_the_map_has_learnt_the_word(desk: Desk) -> None:
    line = desk.routed(RIDDLE, reporter=known_reporter())
    assert released(desk, line).outcome == "released"
    assert desk.case(line).department == "IT"
    assert list(desk.ledger.cases.parked()) == []
    assert sorted(one.name for one in desk.letters()) == ["letter#case#1", "letter#heard"]


def test_what_the_map_still_does_not_know_waits_on(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert released(desk, line, small_map()) == Released("waits", ("parked: no words of the map fit well enough",))
    assert len(list(desk.ledger.cases.parked())) == 1


def test_trying_again_changes_nothing(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    released(desk, line)
    with pytest.raises(Refused, match="Nothing waits"):
        released(desk, line)
    assert len(desk.line(line).cases) == 1


def test_a_rehearsal_writes_nothing(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert released(desk, line, write=False).outcome == "released"
    assert len(list(desk.ledger.cases.parked())) == 1


def test_what_waited_for_a_map_finds_its_way(desk: Desk) -> None:
    desk.map = None
    line = desk.routed()
    assert released(desk, line, small_map()).outcome == "released"
    assert desk.case(line).department == "Packing"


def test_a_part_that_found_its_way_at_once_does_not_go_twice(desk: Desk) -> None:
    deaf = tuple(replace(one, notify_email="") if one.name == "IT" else one for one in small_map().departments)
    desk.map = small_map(departments=deaf)
    line = desk.routed("The box was crushed. The card reader froze.")
    assert [case.department for case in desk.line(line).cases] == ["Packing"]
    assert released(desk, line, small_map()).outcome == "released"
    assert [case.department for case in desk.line(line).cases] == ["Packing", "IT"]


def test_a_colleague_who_decides_at_the_same_moment_wins(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    line = desk.routed(RIDDLE)
    standing = desk.line(line)
    desk.decides(line, "Accounts")
    monkeypatch.setattr(desk.ledger.facts, "line", lambda _line: standing)
    with pytest.raises(Refused, match="A colleague"):
        released(desk, line)


def test_a_routing_that_was_asked_for_an_earlier_revision_leaves_the_later_one_alone(desk: Desk) -> None:
    line = desk.answers(answer(2, "The box was crushed.", revision=3))
    assert desk.routes(line, "fact#recommend", revision=2) == ("another revision stands",)
    assert [one.revision for one in desk.ledger.pending.waiting()] == [3]
    assert desk.routes(line, "fact#recommend", revision=3)[0].startswith("gathered: ")
