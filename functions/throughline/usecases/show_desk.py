"""A department's inbox: new, in hand, done, what is alike together, and the thanks that came back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from throughline.domain.case import Case
from throughline.domain.journey import JourneyMap
from throughline.domain.seal import nonce_of
from throughline.domain.week import Week
from throughline.ports import Weeks
from throughline.usecases.act_at_once import MOST_AT_ONCE
from throughline.usecases.for_outside import for_outside
from throughline.usecases.letters import Letterhead
from throughline.usecases.read_inbox import DeskRooms, Group, inbox_of
from throughline.usecases.show_case import of_case, zone_of

A_PAGE = 100
SECTIONS = ("overdue", "new", "working")
Row = dict[str, Any]


def desk_view(
    *, department: str, rooms: DeskRooms, journey_map: JourneyMap | None, head: Letterhead, now: datetime, page: int = 1
) -> Row:
    """Everything the inbox page shows; it goes on to the next page after a hundred that are not alike."""
    inbox = inbox_of(department, rooms)
    groups = inbox.groups(now)
    row = partial(_row, words=inbox.words, journey_map=journey_map, head=head, now=now)
    shown = groups[(page - 1) * A_PAGE : page * A_PAGE]
    return {
        "department": department,
        **{section: [_led(group, row) for name, group in shown if name == section] for section in SECTIONS},
        "counts": {section: sum(len(group) for name, group in groups if name == section) for section in SECTIONS},
        "page": page,
        "at_once": MOST_AT_ONCE,
        "later": len(groups) > page * A_PAGE,
        "beyond": inbox.beyond,
        "done": [{**row(case), "alike": [], "more": 0} for case in inbox.done],
        "thanks": _thanks(department, rooms.weeks, now),
        "mantra": journey_map.mantra if journey_map else "",
    }


def _led(group: Group, row: Callable[[Case], Row]) -> Row:
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


def _thanks(department: str, weeks: Weeks, now: datetime) -> list[dict[str, str]]:
    given = weeks.thanks(Week.of(now))
    own = [one for one in given if any(behind.department == department for behind in one.behind)]
    return [{"quote": one.words, "touchpoint": one.touchpoint, "on": one.on.isoformat()} for one in own]
