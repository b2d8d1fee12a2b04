"""The reason of a decision is kept with it, and shown to whoever reads it."""

from dataclasses import replace

import pytest

from fakes.values import HEAD, RIDDLE, SCRATCHED, known_reporter, small_map
from throughline.domain.case import Action
from throughline.domain.routing import Router
from throughline.usecases.route_fact import route_fact
from throughline.usecases.show_case import case_view
from unit.routes.shop import MAP, TILLS, model, said
from unit.usecases.desk import Desk

LEARNED = next(
    text
    for text in (said(TILLS, at) for at in range(1_000, 1_020))
    if getattr(Router(MAP, model()).decide(text)[0], "part", None)
)


def learned(desk: Desk, text: str) -> str:
    """Routed by what was learned."""
    line = desk.reports(text)
    room, router = desk.ledger, Router(MAP, model())
    route_fact(
        line=line, fact="fact", facts=room.facts, cases=room.cases, router=router, head=HEAD, now=desk.clock.now()
    )
    return line


def view(desk: Desk, line: str) -> dict[str, object]:
    shown = case_view(
        case=desk.case(line), line=desk.line(line), journey_map=small_map(), head=HEAD, now=desk.clock.now()
    )
    return {name: shown[name] for name in ("weighed", "hits", "model", "map_version", "sure")}


def test_a_case_keeps_what_spoke_for_it(desk: Desk) -> None:
    line = desk.routed(SCRATCHED)
    shown, case = view(desk, line), desk.case(line)
    assert {"scratched", "box"} <= {*shown["weighed"]}  # type: ignore[misc]
    assert shown["hits"] == [*case.hits]
    assert (shown["model"], shown["sure"], shown["map_version"]) == ("", 0, MAP.version)


def test_what_was_learned_is_named_with_how_sure_it_was(desk: Desk) -> None:
    line = learned(desk, LEARNED)
    shown, case = view(desk, line), desk.case(line)
    assert (shown["model"], shown["sure"]) == ("m1", round(100 * case.confidence))
    assert 50 < case.confidence * 100 <= 100
    assert {*desk.line(line).weighed[1]} <= {*LEARNED.split()}


def test_the_case_itself_and_its_reason_hold_no_word_of_the_note(desk: Desk) -> None:
    case = desk.case(learned(desk, LEARNED))
    (words,) = desk.line(case.line).weighed.values()
    assert words
    assert not [word for word in words if word in f"{replace(case, hits=())}"]


def test_what_is_confirmed_tells_that_it_was_learned(desk: Desk) -> None:
    case = desk.case(learned(desk, LEARNED))
    desk.acts(case, Action.RESOLVE, "It prints again.")
    assert [one.model for one in desk.ledger.precedents.all()] == ["m1"]


def test_whom_a_person_chose_has_no_such_grounds(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    desk.decides(line, "IT")
    assert view(desk, line) == {"weighed": [], "hits": [], "model": "", "map_version": MAP.version, "sure": 0}


def test_what_waits_for_a_person_keeps_its_grounds(desk: Desk) -> None:
    parked = desk.line(desk.routed("The refund came late, the box was on a card.")).parked
    assert parked
    assert "refund" in parked.weighed
    assert (parked.hits, parked.model, parked.map_version) == (("refund",), "", MAP.version)
    assert parked.confidence == parked.alternatives[0].confidence


@pytest.mark.parametrize("name", ["letter#case#1", "letter#heard"])
def test_mails_tell_the_words_that_weighed(desk: Desk, name: str) -> None:
    line = desk.routed(SCRATCHED, reporter=known_reporter())
    fields = desk.ledger.letters.written[line, name].fields
    told = fields["weighed"] if "weighed" in fields else fields["outcomes"][0]["weighed"]
    assert told == [*desk.line(line).weighed[1]]
