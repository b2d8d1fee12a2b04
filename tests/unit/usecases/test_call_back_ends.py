"""A call-back ends with whether the customer was reached, and takes their contact along."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, State
from throughline.domain.contact import Contacting
from throughline.domain.letter import LetterKind
from throughline.domain.seal import nonce_of
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.record_answers import AnswersRecorded
from unit.usecases.calling_back import ASKED, KIM, LINE, WORDS, asked, comes, ends, page, shows
from unit.usecases.desk import Desk
from unit.usecases.mailroom import MailRoom, from_packing


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
