"""The two minutes of learning in a digest: about the moment of the week, and what is asked once more."""

from collections import Counter
from collections.abc import Iterable, Sequence

from throughline.domain.edition import Edition, Success
from throughline.domain.journey import JourneyMap, Lesson, folded
from throughline.domain.week import Week

DAYS = 7
RECALLED_AFTER = (1, 3, 8)  # weeks: each time just before it would be forgotten


def lesson_of(week: Week, told: Iterable[Success], first: str, journey_map: JourneyMap | None) -> Lesson | None:
    """The lesson about the moment that the week spoke of most; several take turns, week by week.

    Of moments that were spoken of as often `first`, that of the headline, wins.
    """
    lessons = journey_map.lessons if journey_map else ()
    for touchpoint in (*_spoken_of(told, folded(first)), ""):
        fitting = [one for one in lessons if folded(one.touchpoint) == touchpoint]
        if fitting:
            return fitting[week.monday().toordinal() // DAYS % len(fitting)]
    return None


def recalled(past: Sequence[Edition | None], lesson: Lesson | None) -> tuple[str, ...]:
    """The ids of the lessons of one, three and eight weeks ago, whose questions come back; `past` is latest first."""
    editions = (past[weeks - 1] for weeks in RECALLED_AFTER if weeks <= len(past))
    found = dict.fromkeys(one.lesson for one in editions if one and one.lesson)
    return tuple(one for one in found if not lesson or one != lesson.id)


def lesson_named(name: str, journey_map: JourneyMap | None) -> Lesson | None:
    """The lesson of that id, as it reads now."""
    return next((one for one in journey_map.lessons if one.id == name), None) if journey_map and name else None


def _spoken_of(told: Iterable[Success], first: str) -> list[str]:
    """The week's moments, those named most first."""
    counted = Counter(folded(one.touchpoint) for one in told if one.touchpoint)
    return sorted(counted, key=lambda name: (-counted[name], name != first, name))
