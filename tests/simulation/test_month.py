"""What a month of work leaves behind."""

from collections import Counter
from datetime import timedelta

import pytest

from simulation.month import DAYS, NOTES_A_DAY, Month
from throughline.domain.case import Action
from throughline.domain.letter import RECALLING, LetterKind, Posted
from throughline.domain.promise_kept import UNHEARD, Level, deadlines
from throughline.domain.recalling import A_DAY, SINGLE_MAILS

pytestmark = pytest.mark.no_cover  # measuring lines would take twice the time
MOST = {"case": SINGLE_MAILS, "bundle": 1, "mine": 1, "reminder": A_DAY, "contact": A_DAY, "manager": A_DAY}


@pytest.fixture(scope="module")
def month() -> Month:
    here = Month()
    here.passes()
    return here


def test_every_note_has_an_owner(month: Month) -> None:
    owners = {one.name for one in month.map.departments}
    assert len(month.lines) > DAYS * NOTES_A_DAY * 0.8
    assert not [line for line in month.lines if not month.ledger.lines[line].cases]
    assert {case.department for case in month.cases()} <= owners


def test_no_level_of_a_case_is_told_twice(month: Month) -> None:
    for line in month.lines:
        for steps in month.ledger.lines[line].steps.values():
            told = Counter(step.reason for step in steps if step.action in (Action.REMIND, Action.ESCALATE))
            assert not [reason for reason, count in told.items() if count > 1]


def test_no_department_has_more_mails_a_day_than_it_may(month: Month, capsys: pytest.CaptureFixture[str]) -> None:
    for kind, counts in month.mails_a_day().items():
        assert max(counts.values()) <= MOST[kind], kind
    with capsys.disabled():
        print(f"\n{_table(month)}")  # noqa: T201 - the figures are part of what is shown


def test_nobody_hears_outside_their_working_hours(month: Month) -> None:
    recalling = [one for one in month.went if one.letter.kind in RECALLING]
    assert len(recalling) > 100
    for one in recalling:
        assert month.calendars[str(one.letter.fields["department"])].today(one.at), one


def test_every_case_was_told_to_its_department(month: Month) -> None:
    leases = month.ledger.letters.leases
    states = Counter(leases[case.line, "letter#case#1"].state for case in month.cases())
    assert set(states) == {Posted.SENT.value}


def test_nothing_is_overdue_that_nobody_was_reminded_of_and_nobody_told(month: Month) -> None:
    now = month.clock.now()
    overdue = [case for case in month.cases() if not case.done and case.state in UNHEARD]
    for case in overdue:
        calendar = month.calendars[case.department]
        if calendar.after(deadlines(case, calendar).manager, timedelta(hours=16)) < now:
            assert {Level.HEARD_SOON, Level.ANSWERED_SOON, Level.CONTACT, Level.MANAGER} >= set(case.levels)
            assert Level.MANAGER in case.levels, case
    assert len(overdue) > 100


def test_whoever_left_an_address_heard_where_it_went_and_what_came_of_it(month: Month) -> None:
    told = {(one.letter.line, one.letter.kind) for one in month.went}
    for line in month.lines:
        known = month.ledger.lines[line]
        if known.feedback and known.feedback.report.reporter.reachable:
            assert (line, LetterKind.HEARD) in told
            assert (line, LetterKind.CHANGED) in told or not known.cases[0].done


def _table(month: Month) -> str:
    counts, days = month.mails_a_day(), DAYS + 7
    head = f"{'mails a day, at most':22}" + "".join(f"{kind:>10}" for kind in MOST)
    rows = [
        f"{one.name:22}"
        + "".join(
            f"{max((n for (name, _), n in counts[kind].items() if name == one.name), default=0):>10}" for kind in MOST
        )
        for one in month.map.departments
    ]
    total = sum(sum(counts[kind].values()) for kind in MOST)
    return "\n".join([head, *rows, f"{len(month.lines)} notes, {total / days / 12:.1f} mails a department and day"])
