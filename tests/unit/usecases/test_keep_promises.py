"""Promises are recalled hour by hour: to the department while there is time, then to whoever can help, each once."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

import pytest

from fakes.values import HEAD, SCRATCHED
from throughline.domain.case import Action, State
from throughline.domain.letter import LetterKind
from throughline.domain.recalling import SINGLE_MAILS, Telling
from throughline.errors import Unavailable
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from unit.usecases.desk import Desk
from unit.usecases.promising import MANAGER, NOTHING, PACKING, PLANNING, at, at_their_desks, recalls, reports, told


@pytest.fixture
def desk() -> Desk:
    return at_their_desks()


def test_a_note_nobody_has_goes_from_reminder_to_contact_to_manager(desk: Desk) -> None:
    line = reports(desk, at(24, 10))
    happened = {hour: dict(recalls(desk, at(24, hour))) for hour in (10, 11, 12, 13, 14, 15)}
    # The first run is the day's list, which recalls what falls due later on that day.
    assert {hour: said for hour, said in happened.items() if said} == {10: {"mine": 1}, 14: {"contact": 1}}
    later = {(day, hour): dict(recalls(desk, at(day, hour))) for day in (25, 26) for hour in (9, 13, 14, 15, 16)}
    said = {when: told for when, told in later.items() if told}
    assert said == {(25, 9): {"mine": 1}, (26, 9): {"mine": 1}, (26, 14): {"manager": 1}}
    assert desk.case(line).levels == ("heard_soon", "contact", "answered_soon", "manager")
    assert [one.to for one in told(desk, LetterKind.ESCALATED)] == [PLANNING, MANAGER]


def test_what_comes_after_the_list_is_recalled_by_one_mail_for_the_day(desk: Desk) -> None:
    reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    for number in (2, 3):
        reports(desk, at(24, 9, 30), number=number)
    assert recalls(desk, at(24, 11)) == NOTHING
    assert recalls(desk, at(24, 12)) == {"reminder": 1}
    (mail,) = told(desk, LetterKind.REMINDER)
    assert (mail.to, mail.fields["count"], mail.fields["promise"]) == (PACKING, 2, "2d")


def test_what_is_overdue_and_what_was_recalled_is_counted(desk: Desk) -> None:
    reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    assert desk.map
    seen = PromiseDesk(desk.ledger.promises, desk.ledger.standings, desk.map, HEAD)
    keep_promises(now=at(24, 13), desk=seen)
    assert seen.seen == {"overdue": 0, "escalate": 1}
    later = replace(seen, seen=Counter())
    keep_promises(now=at(26, 16), desk=later)
    assert later.seen["overdue"] == 1


def test_steps_stand_in_the_history_with_their_reason_and_move_nothing(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    recalls(desk, at(24, 13))
    case = desk.case(line)
    steps = desk.line(line).steps[1]
    assert [(step.action, step.reason, step.by) for step in steps] == [
        (Action.REMIND, "heard_soon", ""),
        (Action.ESCALATE, "contact", ""),
    ]
    assert (case.state, case.version, case.levels) == (State.ROUTED, 3, ("heard_soon", "contact"))


@pytest.mark.parametrize("when", [at(24, 8), at(24, 17), at(28, 10), at(29, 12)])
def test_nobody_is_told_outside_working_hours(desk: Desk, when: datetime) -> None:
    reports(desk, at(23, 10))
    assert recalls(desk, when) == NOTHING


def test_nobody_is_told_on_a_holiday(desk: Desk) -> None:
    assert desk.map
    desk.map = replace(desk.map, holidays=(date(2026, 11, 24),))
    reports(desk, at(23, 10))
    assert recalls(desk, at(24, 10)) == NOTHING
    assert recalls(desk, at(25, 10)) == {"mine": 1}


def test_nothing_open_nothing_said(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    desk.acts(desk.case(line), Action.RESOLVE, "Packing wraps the foot.")
    assert [recalls(desk, at(day, 10)) for day in (24, 25, 26, 27)] == [NOTHING] * 4


def test_running_twice_late_or_as_of_an_hour_that_is_over_says_nothing_more(desk: Desk) -> None:
    reports(desk, at(24, 9))
    assert recalls(desk, at(24, 15)) == {"mine": 1}
    assert recalls(desk, at(24, 15)) == NOTHING
    assert recalls(desk, at(24, 16)) == {"contact": 1}
    assert [recalls(desk, at(24, hour)) for hour in (9, 12, 15, 16)] == [NOTHING] * 4


def test_two_runs_at_once_say_everything_once(desk: Desk) -> None:
    reports(desk, at(24, 9))
    promises = desk.ledger.promises

    class Overtaken:
        """Between looking and writing somebody else does the same."""

        def __getattr__(self, name: str) -> object:
            return getattr(promises, name)

        def tell(self, telling: Telling) -> bool:
            assert promises.tell(telling)
            return promises.tell(telling)

    assert desk.map
    desk.clock.moment = at(24, 10)
    odd = PromiseDesk(Overtaken(), desk.ledger.standings, desk.map, HEAD)  # type: ignore[arg-type]
    assert keep_promises(now=at(24, 10), desk=odd) == NOTHING
    assert len(told(desk, LetterKind.MINE)) == 1


def test_one_department_in_trouble_leaves_the_others_theirs(desk: Desk) -> None:
    reports(desk, at(24, 9))
    desk.routed("The card reader froze.", identity="device-9")
    promises = desk.ledger.promises

    class Torn:
        def __getattr__(self, name: str) -> object:
            return getattr(promises, name)

        def tell(self, telling: Telling) -> bool:
            if telling.letter and telling.letter.fields["department"] == "IT":
                raise Unavailable("not now")
            return promises.tell(telling)

    assert desk.map
    odd = PromiseDesk(Torn(), desk.ledger.standings, desk.map, HEAD)  # type: ignore[arg-type]
    with pytest.raises(Unavailable):
        keep_promises(now=at(24, 10), desk=odd)
    assert [one.to for one in told(desk, LetterKind.MINE)] == [PACKING]


def test_a_case_in_hand_is_left_alone_until_its_answer_is_due(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    desk.acts(desk.case(line), Action.ACKNOWLEDGE)
    assert recalls(desk, at(24, 9)) == {"mine": 1}
    assert [recalls(desk, at(24, hour)) for hour in (12, 14, 16)] == [NOTHING] * 3
    assert desk.case(line).levels == ()
    assert recalls(desk, at(25, 9)) == {"mine": 1}
    assert desk.case(line).levels == ("answered_soon",)


def test_while_a_question_waits_for_the_writer_nothing_is_due(desk: Desk) -> None:
    line = reports(desk, at(24, 9))
    case = desk.case(line)
    desk.ledger.change(line, cases=(replace(case, state=State.WAITING),))
    said = [recalls(desk, at(day, hour)) for day in (25, 26, 27) for hour in (9, 13, 16)]
    assert [one for one in said if one] == [{"mine": 1}] * 3
    assert desk.case(line).levels == ()


def test_held_mails_come_in_one_bundle_before_they_are_recalled(desk: Desk) -> None:
    recalls(desk, at(24, 9))
    for number in range(SINGLE_MAILS + 2):
        reports(desk, at(24, 10), number=number)
    recalls(desk, at(24, 10))  # the day's list tells of these as well
    for number in range(10, 14):
        reports(desk, at(24, 11), number=number)
    happened = {hour: dict(recalls(desk, at(24, hour))) for hour in range(11, 17)}
    assert happened[13] == {"bundle": 1, "reminder": 1}
    (bundle,) = told(desk, LetterKind.BUNDLE)
    assert (bundle.to, bundle.fields["count"]) == (PACKING, 4)
    assert list(desk.ledger.promises.held("Packing")) == []


def test_of_held_mails_that_somebody_took_on_nobody_is_told(desk: Desk) -> None:
    reports(desk, at(24, 9))
    recalls(desk, at(24, 9))
    for number in range(2, SINGLE_MAILS + 2):
        line = reports(desk, at(24, 10), number=number)
    desk.acts(desk.case(line), Action.ACKNOWLEDGE)
    assert recalls(desk, at(24, 10)) == {"let_go": 1}
    assert list(desk.ledger.promises.held("Packing")) == []


def test_a_thousand_notes_are_all_recalled_and_the_mail_shows_some(desk: Desk) -> None:
    lines = [reports(desk, at(24, 9), number=number) for number in range(130)]
    assert recalls(desk, at(24, 9)) == {"mine": 1}
    assert {desk.case(line).levels for line in lines} == {("heard_soon",)}
    (mail,) = told(desk, LetterKind.MINE)
    assert (mail.fields["count"], len(mail.fields["notes"])) == (130, 40)


def test_the_mails_carry_nobodys_words(desk: Desk) -> None:
    for number in range(SINGLE_MAILS + 2):
        reports(desk, at(24, 9), number=number)
    for day in (24, 25, 26, 27):
        for hour in range(9, 17):
            recalls(desk, at(day, hour))
    mails = [one for one in desk.letters() if one.kind not in (LetterKind.CASE, LetterKind.HEARD)]
    assert len(mails) > 5
    assert not [one for one in mails if SCRATCHED in repr(one.fields)]
