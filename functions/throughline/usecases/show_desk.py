"""A department's inbox: new, in hand, done, what is alike together, and the thanks that came back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any

from throughline.domain.case import Case, State
from throughline.domain.feedback import Feedback
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import first_letter
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.seal import nonce_of
from throughline.domain.similar import alike
from throughline.domain.week import Week
from throughline.ports import Cases, Facts, Letters, Weeks
from throughline.usecases.act_at_once import MOST_AT_ONCE
from throughline.usecases.for_outside import for_outside
from throughline.usecases.hear_fact import FACT
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import of_case, words_of, zone_of

MOST_OPEN, MOST_DONE, A_PAGE = 1000, 20, 100
SECTIONS = ("overdue", "new", "working")
NEW = frozenset({State.ROUTED, State.REOPENED})
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeskRooms:
    """What an inbox is read from."""

    cases: Cases
    facts: Facts
    letters: Letters
    weeks: Weeks


def desk_view(
    *, department: str, rooms: DeskRooms, journey_map: JourneyMap | None, head: Letterhead, now: datetime, page: int = 1
) -> Row:
    """Everything the inbox page shows, those due first coming first; what is alike stands under the first of it.

    It goes on to the next page after a hundred that are not alike. What nobody signed stands here no sooner than
    its mail may go: the quiet before it would be for nothing.
    """
    found = list(islice(rooms.cases.inbox(department, done=False), MOST_OPEN + 1))
    waiting, done = found[:MOST_OPEN], list(islice(rooms.cases.inbox(department, done=True), MOST_DONE))
    reports = rooms.facts.feedbacks(dict.fromkeys(case.line for case in (*waiting, *done) if case.fact == FACT))
    resting = _resting(waiting, reports, rooms.letters)
    waiting = [case for case in waiting if case.subject not in resting]
    words = {case.subject: _words_of(case, reports.get(case.line), rooms.facts) for case in (*waiting, *done)}
    groups = [(name, group) for name, some in _sections(waiting, now) for group in alike(some, words)]
    row = partial(_row, words=words, journey_map=journey_map, head=head, now=now)
    shown = groups[(page - 1) * A_PAGE : page * A_PAGE]
    return {
        "department": department,
        **{section: [_led(group, row) for name, group in shown if name == section] for section in SECTIONS},
        "counts": {section: sum(len(group) for name, group in groups if name == section) for section in SECTIONS},
        "page": page,
        "at_once": MOST_AT_ONCE,
        "later": len(groups) > page * A_PAGE,
        "beyond": len(found) > MOST_OPEN,
        "done": [{**row(case), "alike": [], "more": 0} for case in done],
        "thanks": _thanks(department, rooms.weeks, now),
        "mantra": journey_map.mantra if journey_map else "",
    }


def _sections(waiting: Sequence[Case], now: datetime) -> Iterator[tuple[str, list[Case]]]:
    overdue = {case.subject for case in waiting if now > case.reply_by}
    intime = [case for case in waiting if case.subject not in overdue]
    yield "overdue", [case for case in waiting if case.subject in overdue]
    yield "new", [case for case in intime if case.state in NEW]
    yield "working", [case for case in intime if case.state not in NEW]


def _led(group: Sequence[Case], row: Callable[[Case], Row]) -> Row:
    first, *more = group
    return {**row(first), "alike": [row(other) for other in more], "more": len(more)}


def _row(
    case: Case, *, words: Mapping[str, str], journey_map: JourneyMap | None, head: Letterhead, now: datetime
) -> Row:
    pick = f"{case.subject} {nonce_of(head.root, case.subject, case.version)}"
    zone = zone_of(case.department, journey_map) if journey_map else "UTC"
    shown = of_case(case, words[case.subject], zone, now)
    shown = for_outside(shown, journey_map) if journey_map else shown
    return {**shown, "url": head.case_url(case, now), "pick": pick}


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


def _thanks(department: str, weeks: Weeks, now: datetime) -> list[dict[str, str]]:
    given = weeks.thanks(Week.of(now))
    own = [one for one in given if any(behind.department == department for behind in one.behind)]
    return [{"quote": one.words, "touchpoint": one.touchpoint, "on": one.on.isoformat()} for one in own]
