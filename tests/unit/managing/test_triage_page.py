"""What a manager sees of what waits, and deciding it there."""

from datetime import timedelta
from typing import Any

import pytest

from fakes.values import HEAD, RIDDLE, small_map
from throughline.domain.decision import Candidate
from throughline.errors import Refused
from throughline.usecases.settle_triage import settle_triage
from throughline.usecases.show_triage import A_PAGE, choice_of, triage_view
from unit.usecases.desk import Desk


def seen(desk: Desk, wanted: str = "", **told: Any) -> dict[str, Any]:
    room = desk.ledger
    asked = {"wanted": wanted, "done": "", "page": 1, **told}
    return triage_view(cases=room.cases, suggestions=room.suggestions, journey_map=small_map(), **asked)


def settles(desk: Desk, line: str, choice: str) -> str:
    return settle_triage(
        line=line,
        choice=choice,
        facts=desk.ledger.facts,
        cases=desk.ledger.cases,
        journey_map=small_map(),
        head=HEAD,
        now=desk.clock.now(),
    )


def parked(desk: Desk, count: int) -> list[str]:
    lines = []
    for at in range(count):
        lines.append(desk.routed(f"{RIDDLE} For the {at + 2}th time.", identity=f"device-{at:04}"))
        desk.clock.passes(days=1)
    return lines


def test_the_note_that_waits_longest_stands_in_full_and_the_others_follow(desk: Desk) -> None:
    first, second, third = parked(desk, 3)
    view = seen(desk)
    assert view["item"]["id"] == first
    assert RIDDLE in view["item"]["quote"]
    assert [one["id"] for one in view["others"]] == [second, third]
    assert seen(desk, wanted=third)["item"]["id"] == third
    assert [one["id"] for one in seen(desk, wanted=third)["others"]] == [first, second]


def test_a_note_that_waits_no_more_gives_way_to_the_next(desk: Desk) -> None:
    first, second = parked(desk, 2)
    desk.decides(first, "IT")
    assert seen(desk, wanted=first)["item"]["id"] == second
    assert seen(desk, wanted="F#unknown")["item"]["id"] == second


def test_a_list_that_is_a_moment_old_does_not_show_what_was_done(desk: Desk) -> None:
    first, second = parked(desk, 2)
    assert seen(desk, done=first)["item"]["id"] == second


def test_long_lists_come_in_pages(desk: Desk) -> None:
    lines = parked(desk, A_PAGE + 1)
    first, second = seen(desk), seen(desk, page=2)
    assert first["more"]
    assert not second["more"]
    assert [first["item"]["id"], *(one["id"] for one in first["others"])] == lines[:A_PAGE]
    assert second["item"]["id"] == lines[A_PAGE]


def test_where_nothing_waits_nothing_is_shown(desk: Desk) -> None:
    view = seen(desk)
    assert (view["item"], view["others"], view["more"]) == (None, [], False)


def test_a_suggestion_leads_to_the_department_that_it_names() -> None:
    known = small_map()
    assert choice_of(Candidate("Delivery", "Delivery at the door", 0.4), known) == "Delivery at the door"
    assert choice_of(Candidate("Planning", "Delivery at the door", 0.4), known) == "Planning"
    assert choice_of(Candidate("IT", "", 0.4), known) == "IT"
    assert choice_of(Candidate("IT", "A moment that left the map", 0.4), known) == "IT"


def test_the_same_choice_is_suggested_once_and_three_at_most(desk: Desk) -> None:
    (line,) = parked(desk, 1)
    standing = desk.line(line).parked
    assert standing
    moments = [("Packing", "Opening the parcel"), ("IT", ""), ("IT", ""), ("Planning", "Delivery at the door")]
    found = tuple(Candidate(*one, 0.2) for one in [*moments, ("Accounts", "")])
    desk.ledger.change(line, parked=standing.__class__(**{**_fields(standing), "alternatives": found}))
    choices = [one["choice"] for one in seen(desk)["item"]["suggestions"]]
    assert choices == ["Opening the parcel", "IT", "Planning"]


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_a_decision_opens_a_case_once(desk: Desk) -> None:
    (line,) = parked(desk, 1)
    assert settles(desk, line, "Opening the parcel") == "changed"
    assert settles(desk, line, "Opening the parcel") == "repeated"
    assert [case.department for case in desk.line(line).cases] == ["Packing"]
    assert len(desk.ledger.precedents.known) == 1, "it is learned, once"


def test_a_colleagues_other_decision_stands(desk: Desk) -> None:
    (line,) = parked(desk, 1)
    settles(desk, line, "IT")
    with pytest.raises(Refused, match="A colleague decided this before: IT") as refused:
        settles(desk, line, "nobody")
    assert refused.value.status == 409
    assert [case.department for case in desk.line(line).cases] == ["IT"]


def test_what_is_not_there_and_what_is_not_on_the_map_are_refused(desk: Desk) -> None:
    (line,) = parked(desk, 1)
    with pytest.raises(Refused, match="nothing to decide") as gone:
        settles(desk, "F#unknown", "IT")
    with pytest.raises(Refused, match="no “The moon”") as unknown:
        settles(desk, line, "The moon")
    assert (gone.value.status, unknown.value.status) == (404, 400)


def test_since_is_a_day_and_no_finer(desk: Desk) -> None:
    parked(desk, 1)
    assert seen(desk)["item"]["since"] == (desk.clock.now() - timedelta(days=1)).date().isoformat()
