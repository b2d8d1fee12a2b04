"""A department's inbox: new, in hand, done, what is alike together, and the thanks that came back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from throughline.domain.case import Case, State
from throughline.domain.feedback import Feedback
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.seal import nonce_of
from throughline.domain.similar import alike
from throughline.domain.week import Week
from throughline.ports import Cases, Facts, Letters, Weeks
from throughline.usecases.for_outside import for_outside
from throughline.usecases.hear_fact import FACT
from throughline.usecases.letters import Letterhead
from throughline.usecases.show_case import of_case, words_of, zone_of

MOST_OPEN, MOST_DONE = 100, 20
NEW = frozenset({State.ROUTED, State.REOPENED})


def desk_view(
    *,
    department: str,
    cases: Cases,
    facts: Facts,
    letters: Letters,
    weeks: Weeks,
    journey_map: JourneyMap | None,
    head: Letterhead,
    now: datetime,
) -> dict[str, Any]:
    """Everything the inbox page shows, those due first coming first; what is alike stands under the first of it.

    What nobody signed stands here no sooner than its mail may go: the quiet before it would be for nothing.
    """
    zone = zone_of(department, journey_map) if journey_map else "UTC"
    waiting = list(islice(cases.inbox(department, done=False), MOST_OPEN))
    done = list(islice(cases.inbox(department, done=True), MOST_DONE))
    reports = facts.feedbacks(dict.fromkeys(case.line for case in (*waiting, *done) if case.fact == FACT))
    resting = _resting(waiting, reports, letters)
    waiting = [case for case in waiting if case.subject not in resting]
    words = {case.subject: _words_of(case, reports.get(case.line), facts) for case in (*waiting, *done)}

    def row(case: Case) -> dict[str, Any]:
        pick = f"{case.subject} {nonce_of(head.root, case.subject, case.version)}"
        shown = of_case(case, words[case.subject], zone, now)
        shown = for_outside(shown, journey_map) if journey_map else shown
        return {**shown, "url": head.case_url(case, now), "pick": pick}

    def rows(some: Iterable[Case]) -> list[dict[str, Any]]:
        groups = alike(list(some), words)
        return [{**row(one), "alike": [row(other) for other in more], "more": len(more)} for one, *more in groups]

    overdue = [case for case in waiting if now > case.reply_by]
    return {
        "department": department,
        "overdue": rows(overdue),
        "new": rows(case for case in waiting if case.state in NEW and case not in overdue),
        "working": rows(case for case in waiting if case.state not in NEW and case not in overdue),
        "done": [{**row(case), "alike": [], "more": 0} for case in done],
        "thanks": _thanks(department, weeks, now),
        "mantra": journey_map.mantra if journey_map else "",
    }


def _resting(cases: Iterable[Case], reports: Mapping[str, Feedback], letters: Letters) -> set[str]:
    unsigned = {
        (case.line, f"letter#case#{case.number}"): case.subject
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
