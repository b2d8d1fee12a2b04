"""A customer who asked to be called back: one case, a contact for its page alone, and an end that says how it went."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from fakes.values import small_map
from throughline.domain.case import Action, State
from throughline.domain.contact import Look
from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.journey import CASES, Department, SurveyRule
from throughline.domain.seal import nonce_of
from throughline.domain.survey import CONTACT_WANTED
from throughline.errors import Refused
from unit.usecases.calling_back import ASKED, KIM, LINE, PACKED, SCORE, WORDS, asked, comes, page, shows
from unit.usecases.desk import Desk


# ── one case ──
def test_a_wish_with_words_opens_one_call_back_with_an_owner_and_a_promise(desk: Desk) -> None:
    case = asked(desk)
    assert (case.call_back, case.department, case.state) == (True, "Packing", State.ROUTED)
    assert case.reply_by > desk.clock.now()
    assert desk.letter_to("packing@shop.example").fields["call_back"] is True


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (2, 0, 1), (1, 2, 0)])
def test_in_whatever_order_it_is_routed_there_is_one(desk: Desk, order: tuple[int, ...]) -> None:
    answers = (SCORE, WORDS, ASKED)
    comes(desk, *answers)
    for at in order:
        desk.routes(LINE, f"fact#{answers[at].question_key}")
    assert [case.call_back for case in desk.line(LINE).cases] == [True]


def test_a_wish_that_comes_after_its_words_were_gathered_still_opens_one(desk: Desk) -> None:
    comes(desk, SCORE, WORDS)
    desk.routes(LINE, "fact#recommend")
    desk.routes(LINE, "fact#why")
    assert desk.line(LINE).cases == ()
    case = asked(desk, ASKED)
    assert (case.call_back, case.department) == (True, "Packing")
    assert desk.letter_to("packing@shop.example").fields["quote"] == PACKED


def test_a_wish_without_words_goes_to_whoever_answers_for_the_moment(desk: Desk) -> None:
    case = asked(desk, SCORE, ASKED)
    assert (case.call_back, case.department, case.touchpoint) == (True, "Packing", "Opening the parcel")


def test_a_wish_nobody_can_place_waits_for_a_person_and_becomes_a_call_back_then(desk: Desk) -> None:
    lost = replace(ASKED, touchpoint_hint="")
    comes(desk, lost)
    desk.routes(LINE, "fact#may-we")
    assert desk.line(LINE).parked is not None
    desk.decides(LINE, "Opening the parcel")
    assert desk.case(LINE).call_back


def test_what_comes_again_opens_nothing_more(desk: Desk) -> None:
    asked(desk)
    for again in (replace(ASKED, revision=2), replace(WORDS, revision=2, verbatim="The driver was late as well.")):
        comes(desk, again)
        desk.routes(LINE, f"fact#{again.question_key}")
    assert len(desk.line(LINE).cases) == 1


def test_a_wish_that_comes_when_others_have_the_words_opens_a_call_back_beside_them(desk: Desk) -> None:
    desk.map = small_map(survey_rules=(SurveyRule("*", CASES),))
    comes(desk, SCORE, WORDS)
    desk.routes(LINE, "fact#why")
    comes(desk, ASKED)
    desk.routes(LINE, "fact#may-we")
    desk.routes(LINE, "fact#may-we")
    assert [case.call_back for case in desk.line(LINE).cases] == [False, True]


@pytest.mark.parametrize("hints", [{CONTACT_WANTED: False}, {CONTACT_WANTED: True, COUNTED_ONLY: True}])
def test_without_a_wish_or_long_after_it_there_is_no_call_back(desk: Desk, hints: dict[str, bool]) -> None:
    comes(desk, SCORE, replace(ASKED, hints=hints))
    desk.routes(LINE, "fact#may-we")
    assert desk.line(LINE).cases == ()


# ── the contact ──
def test_the_contact_stands_in_no_answer_case_or_mail(desk: Desk) -> None:
    asked(desk)
    seen = [*map(str, desk.line(LINE).answers), str(desk.line(LINE).cases), *map(str, desk.letters())]
    assert not any(said in one for one in seen for said in ("Kim", "home.example"))


def test_it_is_shown_to_whoever_asks_for_it_and_that_is_noted_once_a_day(desk: Desk) -> None:
    case = asked(desk)
    assert page(desk, case) == {"call_back": True, "contact_is": "kept", "contact": None}
    assert [shows(desk, case), shows(desk, case)] == [KIM, KIM]
    assert desk.line(LINE).looks == (Look(1, "Packing", desk.clock.now().date()),)
    assert desk.case(LINE) == case


def test_looking_at_the_page_notes_nothing(desk: Desk) -> None:
    page(desk, asked(desk))
    assert desk.line(LINE).looks == ()


def test_a_nonce_of_another_case_or_time_shows_nothing(desk: Desk) -> None:
    case = asked(desk)
    for nonce, status in (
        (nonce_of(ROOT, f"{LINE}/2", 1), 403),
        (nonce_of(b"another", case.subject, 1), 403),
        ("1.x", 403),
        (nonce_of(ROOT, case.subject, 2), 409),
    ):
        with pytest.raises(Refused) as refusal:
            shows(desk, case, nonce)
        assert refusal.value.status == status
    assert desk.line(LINE).looks == ()


def test_a_contractor_is_told_whom_to_ask(desk: Desk) -> None:
    outside = Department("Packing", "packing@shop.example", kind="contract")
    known = small_map()
    others = tuple(one for one in known.departments if one.name != "Packing")
    desk.map = replace(known, departments=(outside, *others), cx_manager="cx@shop.example")
    case = asked(desk)
    assert page(desk, case)["contact_is"] == "withheld"
    with pytest.raises(Refused, match="colleagues only") as refusal:
        shows(desk, case)
    assert (refusal.value.status, "cx@shop.example" in refusal.value.do) == (403, True)
    assert desk.line(LINE).looks == ()

    desk.acts(case, Action.HAND_ON, to="Delivery")
    handed = desk.case(LINE, 2)
    assert (handed.call_back, shows(desk, handed)) == (True, KIM)


def test_an_ordinary_case_of_the_line_shows_no_contact(desk: Desk) -> None:
    case = replace(asked(desk), call_back=False)
    assert (shows(desk, case), page(desk, case)["contact_is"]) == (None, "")
