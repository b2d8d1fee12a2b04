"""What waits in a department's inbox: its open cases with their words, and which of them are alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from throughline.domain.case import Case, State
from throughline.domain.feedback import Feedback
from throughline.domain.letter import first_letter
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.similar import alike
from throughline.ports import Cases, Facts, Letters, Weeks
from throughline.usecases.hear_fact import FACT
from throughline.usecases.show_case import words_of

MOST_OPEN, MOST_DONE = 1000, 20
NEW = frozenset({State.ROUTED, State.REOPENED})
Group = tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class DeskRooms:
    """What an inbox is read from."""

    cases: Cases
    facts: Facts
    letters: Letters
    weeks: Weeks


@dataclass(frozen=True, slots=True)
class Inbox:
    """A department's cases; `words` are what each says, by its subject, `beyond` is whether more are open."""

    open: tuple[Case, ...]
    done: tuple[Case, ...]
    words: Mapping[str, str]
    beyond: bool = False

    def groups(self, now: datetime) -> list[tuple[str, Group]]:
        """The open ones by section, those due first coming first; what is alike stands under the first of it."""
        return [(name, group) for name, some in _sections(self.open, now) for group in alike(some, self.words)]


def inbox_of(department: str, rooms: DeskRooms) -> Inbox:
    """What a department's inbox holds.

    What nobody signed stands in it no sooner than its mail may go: the quiet before it would be for nothing.
    """
    found = list(islice(rooms.cases.inbox(department, done=False), MOST_OPEN + 1))
    waiting, done = found[:MOST_OPEN], tuple(islice(rooms.cases.inbox(department, done=True), MOST_DONE))
    reports = rooms.facts.feedbacks(dict.fromkeys(case.line for case in (*waiting, *done) if case.fact == FACT))
    resting = _resting(waiting, reports, rooms.letters)
    shown = tuple(case for case in waiting if case.subject not in resting)
    words = {case.subject: _words_of(case, reports.get(case.line), rooms.facts) for case in (*shown, *done)}
    return Inbox(shown, done, words, beyond=len(found) > MOST_OPEN)


def _sections(waiting: Sequence[Case], now: datetime) -> Iterator[tuple[str, list[Case]]]:
    overdue = {case.subject for case in waiting if now > case.reply_by}
    intime = [case for case in waiting if case.subject not in overdue]
    yield "overdue", [case for case in waiting if case.subject in overdue]
    yield "new", [case for case in intime if case.state in NEW]
    yield "working", [case for case in intime if case.state not in NEW]


def _resting(cases: Iterable[Case], reports: Mapping[str, Feedback], letters: Letters) -> set[str]:
    unsigned = {
        (case.line, first_letter(case.number)): case.subject
        for case in cases
        if case.state is State.ROUTED and case.line in reports and reports[case.line].report.anonymous
    }
    return {unsigned[one] for one in letters.resting(unsigned)} if unsigned else set()


def _words_of(case: Case, report: Feedback | None, facts: Facts) -> str:
    """All of it, for whoever has the case: what may be meant for the confidential contact is looked at closely."""
    if report and (case.confidential or not is_sensitive(report.report.text)):
        return words_of(Line(feedback=report, cases=(case,)), case)
    return words_of(facts.line(case.line), case)
