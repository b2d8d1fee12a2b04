"""The two minutes of learning in a digest: about the moment of the week, and what is asked once more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from throughline.domain.edition import Edition, Success
from throughline.domain.journey import JourneyMap, Lesson, folded
from throughline.domain.week import Week

DAYS = 7
RECALLED_AFTER = (1, 3, 8)  # weeks: each time just before it would be forgotten
MOST_RECALLED = len(RECALLED_AFTER)
RESTS = 4  # weeks: until then its question comes back, which helps more than the same words again
LONG_AGO = 99  # weeks, more than anybody looks back


def lesson_of(
    week: Week,
    told: Iterable[Success],
    first: str,
    journey_map: JourneyMap | None,
    past: Sequence[Edition | None] = (),
) -> Lesson | None:
    """The lesson about the moment that the week spoke of most; of several the one taught longest ago.

    While that one rests, the next moment's comes, at last one about no moment; while all of them rest, the one taught
    longest ago. Of moments spoken of as often `first`, that of the headline, wins. `past` is latest first.
    """
    taught = _taught(past)
    found = (_fitting(touchpoint, journey_map, week) for touchpoint in (*_spoken_of(told, folded(first)), ""))
    nearest = [max(lessons, key=lambda one: taught.get(one.id, LONG_AGO)) for lessons in found if lessons]
    awake = (one for one in nearest if taught.get(one.id, LONG_AGO) > RESTS)
    return next(awake, max(nearest, key=lambda one: taught.get(one.id, LONG_AGO), default=None))


def recalled(past: Sequence[Edition | None], lesson: Lesson | None) -> tuple[str, ...]:
    """The ids of lessons whose questions come back: one, three and eight weeks on, or as soon after as a digest goes.

    What is due longest comes first; `past` is latest first.
    """
    due = []
    for name, weeks in _taught(past).items():
        late = weeks - max(step for step in RECALLED_AFTER if step <= weeks)
        asked = any(one and name in one.recalls for one in past[:late])
        if not asked and (lesson is None or name != lesson.id):
            due.append((-late, weeks, name))
    return tuple(name for _, _, name in sorted(due))[:MOST_RECALLED]


def lesson_named(name: str, journey_map: JourneyMap | None) -> Lesson | None:
    """The lesson of that id, as it reads now."""
    return next((one for one in journey_map.lessons if one.id == name), None) if journey_map and name else None


def _spoken_of(told: Iterable[Success], first: str) -> list[str]:
    """The week's moments, those named most first."""
    counted = Counter(folded(one.touchpoint) for one in told if one.touchpoint)
    return sorted(counted, key=lambda name: (-counted[name], name != first, name))


def _taught(past: Sequence[Edition | None]) -> Mapping[str, int]:
    """How many weeks ago each lesson was last taught, the latest first."""
    weeks: dict[str, int] = {}
    for ago, one in enumerate(past, start=1):
        if one and one.lesson:
            weeks.setdefault(one.lesson, ago)
    return weeks


def _fitting(touchpoint: str, journey_map: JourneyMap | None, week: Week) -> list[Lesson]:
    """The lessons about a moment; each week another one stands first."""
    lessons = [one for one in journey_map.lessons if folded(one.touchpoint) == touchpoint] if journey_map else []
    at = week.monday().toordinal() // DAYS % len(lessons) if lessons else 0
    return lessons[at:] + lessons[:at]
