"""What only sounded like something in confidence is sent on by its owner, and is an ordinary case from then on."""

from dataclasses import replace
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, SCRATCHED, known_reporter, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State, Stays
from throughline.domain.journey import CONFIDANT, JourneyMap
from throughline.domain.letter import LetterKind
from throughline.domain.precedent import How
from throughline.domain.routing import Router
from throughline.domain.seal import nonce_of, receipt_of
from throughline.errors import Refused
from throughline.usecases.act_on_case import Acted, act_on_case
from throughline.usecases.letters import Letterhead
from throughline.usecases.may_send_on import may_send_on, sending_subject
from throughline.usecases.release_parked import release_parked
from throughline.usecases.show_case import case_view, words_of
from throughline.usecases.show_receipt import show_receipt
from unit.usecases.desk import Desk

CUT = "The head office cut the opening hours, and the lamp was scratched."
HURT = "A colleague was groped at the packing table."
QUIET = 240


def confiding() -> JourneyMap:
    return small_map(confidential_contact="Ida Berg, trust@shop.example", cx_manager="cx@shop.example")


@pytest.fixture
def desk() -> Desk:
    return Desk(map=confiding())


def sends_on(desk: Desk, case: Case, to: str = "", *, nonce: str = "", head: Letterhead = HEAD) -> Acted:
    """The contact, who sees the case and its words as they stand."""
    line = desk.line(case.line)
    seen = nonce or nonce_of(ROOT, sending_subject(case, line), case.version)
    return act_on_case(
        act=Act(Action.SEND_ON, seen, to=to),
        case=desk.case(case.line, case.number),
        line=line,
        cases=desk.ledger.cases,
        journey_map=desk.map or confiding(),
        head=head,
        now=desk.clock.now(),
    )


def confided(desk: Desk, text: str = CUT, **told: Any) -> Case:
    case = desk.case(desk.routed(text, **told))
    assert case.confidential
    return case


def test_it_becomes_an_ordinary_case_of_the_department_that_the_contact_chose(desk: Desk) -> None:
    case = confided(desk)
    assert sends_on(desk, case, "packing").outcome == "changed"
    first, opened = desk.line(case.line).cases
    assert (first.state, opened.state) == (State.HANDED_ON, State.ROUTED)
    assert (opened.department, opened.touchpoint, opened.confidential) == ("Packing", "Opening the parcel", False)
    assert (opened.hops, opened.had, opened.reply_within) == (0, (), "2d")
    letter = desk.letter_to("packing@shop.example")
    assert (letter.kind, letter.fields["quote"], letter.fields["confidential"]) == (LetterKind.CASE, CUT, False)
    assert CONFIDANT not in str(letter.fields)
    assert words_of(desk.line(case.line), opened) == CUT


def test_until_then_nobody_else_reads_it_and_its_owner_still_does_afterwards(desk: Desk) -> None:
    case = confided(desk)
    assert words_of(desk.line(case.line)) == ""
    sends_on(desk, case, "Packing")
    assert words_of(desk.line(case.line), desk.case(case.line)) == CUT
    assert words_of(desk.line(case.line)) == ""


def test_what_whoever_wrote_it_asked_to_be_kept_is_never_sent_on(desk: Desk) -> None:
    case = confided(desk, confided=True)
    assert not may_send_on(case, desk.line(case.line))
    with pytest.raises(Refused, match="asked for confidence"):
        sends_on(desk, case, "Packing")
    assert len(desk.line(case.line).cases) == 1


def test_a_wish_holds_where_a_person_had_to_decide_too() -> None:
    desk = Desk(map=small_map())
    wished, told = desk.routed(SCRATCHED, confided=True), desk.routed(HURT, identity="device-0002")
    desk.map = confiding()
    for line in (wished, told):
        desk.decides(line, "Packing")
    assert [may_send_on(desk.case(line), desk.line(line)) for line in (wished, told)] == [False, True]
    assert desk.case(told).why == "somebody may have been harassed or threatened"


def test_what_the_two_said_to_each_other_stays_with_them(desk: Desk) -> None:
    case = confided(desk, reporter=known_reporter())
    desk.acts(case, Action.ANSWER, "Were you hurt yourself?")
    sends_on(desk, desk.case(case.line), "Packing")
    line = desk.line(case.line)
    view = case_view(case=desk.case(case.line, 2), line=line, journey_map=confiding(), head=HEAD, now=desk.clock.now())
    assert (view["sayings"], view["steps"], view["quote"]) == ([], [], CUT)


def test_with_nobody_named_a_person_decides_and_nothing_calls_it_confidential_again(desk: Desk) -> None:
    case = confided(desk)
    sends_on(desk, case)
    parked = desk.line(case.line).parked
    assert parked
    assert (parked.words, parked.confidential, parked.handed) == (CUT, False, 1)
    given: dict[str, Any] = {"facts": desk.ledger.facts, "cases": desk.ledger.cases, "head": HEAD}
    by_the_map = release_parked(line=case.line, router=Router(confiding()), now=desk.clock.now(), **given)
    assert by_the_map.outcome == "waits"
    desk.decides(case.line, "Opening the parcel")
    opened = desk.case(case.line, 2)
    assert (opened.department, opened.hops, words_of(desk.line(case.line), opened)) == ("Packing", 0, CUT)
    (taught,) = desk.ledger.precedents.all()
    assert (taught.how, taught.said, taught.instead_of) == (How.TRIAGED, "", 0)


def test_it_teaches_as_any_decision_of_a_person_does(desk: Desk) -> None:
    sends_on(desk, confided(desk, touchpoint="Opening the parcel"), "Packing")
    (taught,) = desk.ledger.precedents.all()
    assert (taught.how, taught.words, taught.number) == (How.TRIAGED, CUT, 2)
    assert (taught.touchpoint, taught.department, taught.said) == ("Opening the parcel", "Packing", "")


def test_whoever_wrote_it_hears_that_it_is_in_confidence_no_more_and_where_it_went(desk: Desk) -> None:
    case = confided(desk, reporter=known_reporter())
    sends_on(desk, case, "Packing")
    first, second = (one for one in desk.letters() if one.kind is LetterKind.HEARD)
    assert [one["kind"] for one in (*first.fields["outcomes"], *second.fields["outcomes"])] == ["confided", "case"]
    assert (second.fields["sent_on_by"], second.fields["outcomes"][0]["department"]) == ("Ida Berg", "Packing")
    assert second.to == known_reporter().email


def test_a_receipt_shows_both(desk: Desk) -> None:
    case = confided(desk)
    sends_on(desk, case, "Packing")
    receipt = receipt_of(ROOT, "device-0001")
    shown = show_receipt(receipt=receipt, root=ROOT, facts=desk.ledger.facts, journey_map=confiding())
    assert [(one["kind"], one["state"], one["department"]) for one in shown["items"]] == [
        ("confided", "handed_on", "Ida Berg"),
        ("case", "routed", "Packing"),
    ]
    assert [bool(one["can"]) for one in shown["items"]] == [False, True]


def test_a_note_that_nobody_signed_waits_as_its_first_mail_would_have(desk: Desk) -> None:
    head = replace(HEAD, quiet_minutes=QUIET)
    case = confided(desk)
    sends_on(desk, case, "Packing", head=head)
    feedback = desk.line(case.line).feedback
    assert desk.letter_to("packing@shop.example").quiet == head.quiet(feedback) > 0


def test_the_same_click_twice_is_one_step_and_an_old_page_is_told_so(desk: Desk) -> None:
    case = confided(desk)
    nonce = nonce_of(ROOT, sending_subject(case, desk.line(case.line)), case.version)
    assert [sends_on(desk, case, "Packing", nonce=nonce).outcome for _ in range(2)] == ["changed", "repeated"]
    with pytest.raises(Refused, match="colleague acted") as refused:
        sends_on(desk, case, "Delivery", nonce=nonce)
    assert refused.value.status == 409
    assert len(desk.line(case.line).cases) == 2


def test_the_nonce_of_another_step_sends_nothing_on(desk: Desk) -> None:
    case = confided(desk)
    with pytest.raises(Refused, match="stale"):
        sends_on(desk, case, "Packing", nonce=nonce_of(ROOT, case.subject, case.version))


@pytest.mark.parametrize("to", ["Atlantis", CONFIDANT])
def test_it_goes_to_a_department_with_a_part_in_some_moment(desk: Desk, to: str) -> None:
    with pytest.raises(Refused, match="no part of") as refused:
        sends_on(desk, confided(desk), to)
    assert refused.value.field == "to"


def test_nobody_takes_it_back_and_nothing_more_is_expected_of_the_contact(desk: Desk) -> None:
    case = confided(desk)
    sends_on(desk, case, "Packing")
    sent = desk.case(case.line)
    view = case_view(case=sent, line=desk.line(case.line), journey_map=confiding(), head=HEAD, now=desk.clock.now())
    assert (view["actions"], view["sending"], sent.done) == ([], "", True)
    assert desk.acts(sent, Action.EXTEND, until="2026-12-01").outcome == Stays.LATE
    with pytest.raises(Refused, match="nothing to take back"):
        desk.acts(sent, Action.UNDO)


def test_an_ordinary_case_is_handed_on_and_never_sent_on(desk: Desk) -> None:
    case = desk.case(desk.routed(SCRATCHED))
    assert sends_on(desk, case, "Delivery").outcome == Stays.OPEN
    view = case_view(case=case, line=desk.line(case.line), journey_map=confiding(), head=HEAD, now=desk.clock.now())
    assert "send_on" not in view["actions"]


def test_the_page_offers_whom_it_can_go_to(desk: Desk) -> None:
    line = confided(desk).line
    view = case_view(
        case=desk.case(line), line=desk.line(line), journey_map=confiding(), head=HEAD, now=desk.clock.now()
    )
    assert view["actions"][-1] == "send_on"
    assert view["departments"] == ["Packing", "Delivery", "Planning", "IT", "Accounts"]
