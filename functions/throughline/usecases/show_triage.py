"""What waits for a manager's decision: one note in full, those after it in a line each."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.line import ParkedItem
from throughline.domain.paging import LAST_PAGE
from throughline.ports import Cases
from throughline.ports.meaning import Suggestions
from throughline.usecases.show_managing import departments_of

A_PAGE = 20
MOST_SUGGESTIONS = 3


def triage_view(
    *, wanted: str, done: str, page: int, cases: Cases, suggestions: Suggestions, journey_map: JourneyMap
) -> dict[str, Any]:
    """Everything the page shows; `wanted` is the note to show in full, else the one that waits longest.

    The list may still know what was `done` a moment ago.
    """
    start = (page - 1) * A_PAGE
    found = list(islice(_still(cases.parked(), done), start, start + A_PAGE + 1))
    listed, more = found[:A_PAGE], len(found) > A_PAGE
    item = suggestions.waiting(wanted) if wanted else None
    item = item or next(iter(listed), None)
    return {
        "item": _whole(item, journey_map) if item else None,
        "others": [_short(one) for one in listed if item is None or one.line != item.line],
        "page": page,
        "more": more and page < LAST_PAGE,
        "touchpoints": [one.name for one in journey_map.touchpoints()],
        "departments": departments_of(journey_map),
        "mantra": journey_map.mantra,
    }


def _still(parked: Iterator[ParkedItem], done: str) -> Iterator[ParkedItem]:
    return (one for one in parked if not one.decided and one.line != done)


def _whole(item: ParkedItem, journey_map: JourneyMap) -> dict[str, Any]:
    likely: dict[str, dict[str, Any]] = {}
    for one in item.alternatives:
        likely.setdefault(choice_of(one, journey_map), asdict(one))
    return {
        **_short(item),
        "reason": item.reason,
        "confidential": item.confidential,
        "by_meaning": item.by_meaning,
        "weighed": list(item.weighed),
        "suggestions": [{"choice": choice, **one} for choice, one in islice(likely.items(), MOST_SUGGESTIONS)],
    }


def choice_of(one: Candidate, journey_map: JourneyMap) -> str:
    """What is chosen by taking a suggestion: the touchpoint where that leads to the department suggested."""
    touchpoint = journey_map.touchpoint(one.touchpoint) if one.touchpoint else None
    owned = touchpoint is not None and folded(touchpoint.owner.department) == folded(one.department)
    return one.touchpoint if owned else one.department


def _short(item: ParkedItem) -> dict[str, Any]:
    """In a list; what was said in confidence is read by its owner alone."""
    return {"id": item.line, "quote": "" if item.confidential else item.words, "since": item.since[:10]}
