"""Sessions, the map's desk and counts of what waits: in memory and on DynamoDB."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from fakes.rooms import Atlas, Ledger
from fakes.values import NOW, TODAY, case, feedback, small_map, thanks
from throughline.domain.case import State
from throughline.domain.journey import versioned
from throughline.domain.line import Aside, Outcome, ParkedItem
from throughline.domain.manager import Session
from throughline.domain.recognition import Publicity

SESSION = Session("manager-1", "s1", NOW + timedelta(hours=8))


def test_a_session_stands_until_it_is_ended(atlas: Atlas) -> None:
    sessions = atlas.sessions
    assert not sessions.stands(SESSION)
    sessions.begin(SESSION)
    sessions.begin(SESSION)
    assert sessions.stands(SESSION)
    assert not sessions.stands(replace(SESSION, manager="manager-2"))
    sessions.end(SESSION)
    sessions.end(SESSION)
    assert not sessions.stands(SESSION)


def test_all_sessions_of_one_manager_end_together(atlas: Atlas) -> None:
    other = replace(SESSION, manager="manager-2")
    for one in (SESSION, replace(SESSION, id="s2"), other):
        atlas.sessions.begin(one)
    assert atlas.sessions.end_all("manager-1") == 2
    assert atlas.sessions.end_all("manager-1") == 0
    assert not atlas.sessions.stands(SESSION)
    assert atlas.sessions.stands(other)


def test_the_map_is_edited_only_as_it_was_read(atlas: Atlas) -> None:
    first, desk = small_map(), atlas.map_desk
    second, third = (versioned(replace(first, mantra=words)) for words in ("Two.", "Three."))
    assert not desk.swap(first, second), "there is no map yet"
    atlas.maps.replace(first)
    assert desk.swap(first, second)
    assert desk.current() == second
    assert not desk.swap(first, third)
    assert desk.current() == second


def parked(ledger: Ledger, identity: str) -> None:
    note = feedback(identity=identity)
    ledger.facts.record(note)
    item = ParkedItem(note.line, "fact", "nobody knows", "words", TODAY.isoformat())
    assert ledger.cases.settle(Outcome(note.line, "fact", ("parked",), parked=item))


def opened(ledger: Ledger, identity: str, department: str, **told: Any) -> None:
    note = feedback(identity=identity)
    ledger.facts.record(note)
    one = replace(case(note.line), department=department, **told)
    assert ledger.cases.settle(Outcome(note.line, "fact", ("routed",), cases=(one,)))


def test_what_waits_for_a_person_and_what_was_set_aside_are_counted(ledger: Ledger) -> None:
    assert (ledger.backlog.for_a_person(), ledger.backlog.set_aside()) == (0, 0)
    for at in range(5):
        parked(ledger, f"device-{at:04}")
    ledger.facts.set_aside(Aside("Q#1", "no such place", "form", "words", TODAY))
    assert (ledger.backlog.for_a_person(), ledger.backlog.set_aside()) == (5, 1)


def test_thanks_that_a_person_looks_at_first_are_counted(ledger: Ledger) -> None:
    for at, state in enumerate((Publicity.HELD, Publicity.HELD, Publicity.PUBLISHED, Publicity.PRIVATE)):
        note = feedback(identity=f"device-{at:04}")
        ledger.facts.record(note)
        given = replace(thanks(note.line), state=state, held_for="number" if state is Publicity.HELD else "")
        assert ledger.cases.settle(Outcome(note.line, "fact", ("thanks",), thanks=(given,)))
    assert ledger.backlog.thanks() == len(list(ledger.recognitions.held())) == 2


def test_what_is_late_is_counted_by_department(ledger: Ledger) -> None:
    due = NOW + timedelta(days=2)
    opened(ledger, "device-0001", "Packing", reply_by=due)
    opened(ledger, "device-0002", "Packing", reply_by=due + timedelta(days=1))
    opened(ledger, "device-0003", "IT", reply_by=due)
    opened(ledger, "device-0004", "IT", reply_by=due, state=State.CLOSED)
    opened(ledger, "device-0005", "Delivery", reply_by=due + timedelta(days=9))
    names = ["Packing", "IT", "Delivery", "Planning"]
    assert ledger.backlog.overdue(names, due) == {}
    assert ledger.backlog.overdue(names, due + timedelta(seconds=1)) == {"Packing": 1, "IT": 1}
    assert ledger.backlog.overdue(names, due + timedelta(days=2)) == {"Packing": 2, "IT": 1}
