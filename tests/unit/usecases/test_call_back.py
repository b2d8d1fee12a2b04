"""A customer who asked to be called back: one case, a contact for its page alone, and an end that says how it went."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, answer, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.contact import Contact, Contacting, Look, Wish
from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.journey import CASES, Department, SurveyRule
from throughline.domain.letter import LetterKind
from throughline.domain.seal import nonce_of
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.record_answers import AnswersRecorded, record_answers
from throughline.usecases.show_case import case_view
from throughline.usecases.show_contact import Seen, show_contact
from unit.usecases.desk import Desk
from unit.usecases.mailroom import MailRoom, from_packing

KIM = Contact("Kim Wren", "kim@home.example")
PACKED = "The box was crushed and the lamp scratched."
SCORE = answer(2, touchpoint_hint="Opening the parcel")
WORDS = replace(SCORE, question_key="why", metric=None, score=None, verbatim=PACKED)
ASKED = replace(SCORE, question_key="may-we", metric=None, score=None, hints={CONTACT_WANTED: True})
LINE = ASKED.line
SHOWN = ("call_back", "contact_is", "contact")


def comes(desk: Desk, *answers: Answer, contact: Contact = KIM) -> AnswersRecorded:
    room = desk.ledger
    wishes = [Wish(one.line, one.question_key, contact) for one in answers if one.hints.get(CONTACT_WANTED)]
    return record_answers(answers=answers, root=ROOT, facts=room.facts, wishes=wishes, contacts=room.contacts)


def asked(desk: Desk, *answers: Answer) -> Case:
    """The one case of a customer who asked."""
    comes(desk, *(answers or (SCORE, WORDS, ASKED)))
    for one in answers or (SCORE, WORDS, ASKED):
        desk.routes(LINE, f"fact#{one.question_key}")
    (case,) = desk.line(LINE).cases
    return case


def ends(desk: Desk, reached: str = "reached", told: str = "A new lamp is on its way.") -> Case:
    desk.acts(desk.case(LINE), Action.RESOLVE, "Lamps get a second box.", reached=reached, told=told)
    return desk.case(LINE)


def shows(desk: Desk, case: Case, nonce: str = "") -> Contact | None:
    seen = Seen(case, desk.line(LINE), nonce or nonce_of(ROOT, case.subject, case.version))
    known = desk.map or small_map()
    return show_contact(seen=seen, contacts=desk.ledger.contacts, journey_map=known, root=ROOT, now=desk.clock.now())


def page(desk: Desk, case: Case) -> dict[str, object]:
    view = case_view(
        case=case, line=desk.line(LINE), journey_map=desk.map or small_map(), head=HEAD, now=desk.clock.now()
    )
    return {name: view[name] for name in SHOWN}


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


# ── the end ──
@pytest.mark.parametrize("reached", ["", "maybe", "REACHED"])
def test_the_end_says_whether_the_customer_was_reached(desk: Desk, reached: str) -> None:
    asked(desk)
    with pytest.raises(Refused) as refusal:
        ends(desk, reached)
    assert (refusal.value.field, refusal.value.status) == ("reached", 400)
    assert desk.line(LINE).contact is Contacting.KEPT


def test_whoever_was_reached_was_told_something(desk: Desk) -> None:
    asked(desk)
    with pytest.raises(Refused) as refusal:
        ends(desk, told="")
    assert refusal.value.field == "told"
    assert ends(desk, "not_reached", told="").state is State.RESOLVED
    assert desk.line(LINE).changes == ()


def test_at_the_end_the_contact_is_gone_and_what_was_told_stands_apart(desk: Desk) -> None:
    asked(desk)
    done = ends(desk)
    line = desk.line(LINE)
    assert (line.contact, desk.ledger.contacts.find(LINE)) == (Contacting.GONE, "")
    assert (line.steps[1][-1].reason, line.steps[1][-1].action) == ("reached", Action.RESOLVE)
    (said,) = line.sayings[1]
    assert (said.text, said.told) == ("Lamps get a second box.", "A new lamp is on its way.")
    assert "on its way" not in str(line.changes)
    assert (shows(desk, done), page(desk, done)["contact_is"]) == (None, "gone")


def test_a_case_that_is_open_again_says_that_the_contact_is_gone(desk: Desk) -> None:
    asked(desk)
    again = replace(ends(desk), state=State.REOPENED)
    assert (page(desk, again)["contact_is"], shows(desk, again)) == ("gone", None)


def test_handing_it_on_is_no_end(desk: Desk) -> None:
    case = asked(desk)
    desk.acts(case, Action.HAND_ON, to="Delivery")
    assert desk.line(LINE).contact is Contacting.KEPT
    assert shows(desk, desk.case(LINE, 1)) is None
    assert shows(desk, desk.case(LINE, 2)) == KIM


def test_the_same_end_twice_is_fine_and_another_is_not(desk: Desk) -> None:
    case = asked(desk)
    act = Act(Action.RESOLVE, nonce_of(ROOT, case.subject, 1), "Done.", told="Sorry.", reached="reached")

    def acts(one: Act) -> str:
        room = desk.ledger
        return act_on_case(
            act=one,
            case=desk.case(LINE),
            line=desk.line(LINE),
            cases=room.cases,
            journey_map=small_map(),
            head=HEAD,
            now=desk.clock.now(),
        ).outcome

    assert [acts(act), acts(act)] == ["changed", "repeated"]
    with pytest.raises(Refused):
        acts(replace(act, told="Something else."))


def test_a_later_answer_brings_the_contact_not_back(desk: Desk) -> None:
    asked(desk)
    ends(desk)
    desk.clock.moment += timedelta(days=1)
    assert comes(desk, replace(ASKED, revision=9)) == AnswersRecorded(1, 0)
    assert (desk.line(LINE).contact, len(desk.line(LINE).cases)) == (Contacting.GONE, 1)


def test_of_a_note_of_a_colleague_nobody_asks_whether_they_were_reached(desk: Desk) -> None:
    line = desk.routed()
    desk.acts(desk.case(line), Action.RESOLVE, "The foot is wrapped.", told="not kept")
    assert desk.case(line).state is State.RESOLVED
    assert desk.line(line).sayings[1][0].told == ""


def test_a_mail_can_not_end_a_call_back_and_is_told_so() -> None:
    room = MailRoom()
    line = room.answers(WORDS, ASKED)
    room.routes(LINE, "fact#why")
    assert room.takes(from_packing(room.case(line), "fixed: we rang them")) == "department: comment"
    (letter,) = room.answers_of(LetterKind.ASKED)
    assert letter.fields["unclear"] == "reached"
    assert room.case(line).state is State.ROUTED
    assert room.takes(from_packing(room.case(line), "Got it.")) == "department: acknowledge"
