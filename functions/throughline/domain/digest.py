"""What one reader's digest tells, chosen by rules that can be read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from throughline.domain.digest_score import ScoreTold, scores_of
from throughline.domain.digest_stories import Improvement, Sight, Stories, Story, improvements, sight_of, told
from throughline.domain.journey import JourneyMap, Lesson, folded
from throughline.domain.place import Place
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.week import Week

MOST_STORIES = 8
MOST_CHANGES = 3
DAYS = 7


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a week gave; `smallest_group` is how many a place needs before it may be named."""

    week: Week
    thanks: tuple[Thanks, ...] = ()
    changes: tuple[Change, ...] = ()
    figures: Mapping[Asked, Tally] = field(default_factory=dict)
    figures_before: Mapping[Asked, Tally] = field(default_factory=dict)
    journey_map: JourneyMap | None = None
    places: tuple[Place, ...] = ()
    smallest_group: int = 5


@dataclass(frozen=True, slots=True)
class Digest:
    """The content of a digest, in no language yet; `more` is how many stories found no room."""

    week: Week
    mantra: str
    thanks_count: int
    changes_count: int
    headline: Story | None
    praises: tuple[Story, ...]
    changes: tuple[Improvement, ...]
    more: int
    scores: tuple[ScoreTold, ...]
    sight: Sight | None
    lesson: Lesson | None


def compose(material: Material, *, department: str, role: str = "") -> Digest | None:
    """The digest for somebody of this department and role; None without a success."""
    if not material.thanks and not material.changes:
        return None
    stories = told(material.thanks, material.week, department)
    changed = improvements(material.changes, department, _nameable(material))
    praises, changes = _fitting(stories, changed)
    shown = len(praises) + len(changes) + bool(stories.headline)
    return Digest(
        week=material.week,
        mantra=material.journey_map.mantra if material.journey_map else "",
        thanks_count=len(material.thanks),
        changes_count=len(material.changes),
        headline=stories.headline,
        praises=praises,
        changes=changes,
        more=len(material.thanks) + len(material.changes) - shown,
        scores=scores_of(material.figures, material.figures_before),
        sight=sight_of(stories, department, role),
        lesson=lesson_of(material, stories.headline),
    )


def lesson_of(material: Material, headline: Story | None) -> Lesson | None:
    """The lesson about the moment that the week spoke of most; several take turns, week by week."""
    lessons = material.journey_map.lessons if material.journey_map else ()
    for touchpoint in (*_spoken_of(material, headline), ""):
        fitting = [one for one in lessons if folded(one.touchpoint) == touchpoint]
        if fitting:
            return fitting[material.week.monday().toordinal() // DAYS % len(fitting)]
    return None


def _spoken_of(material: Material, headline: Story | None) -> list[str]:
    """The week's moments, those named most first; of equals the headline's."""
    first = folded(headline.touchpoint) if headline else ""
    named = [one.touchpoint for one in material.thanks] + [one.touchpoint for one in material.changes]
    counted = Counter(folded(name) for name in named if name)
    return sorted(counted, key=lambda name: (-counted[name], name != first, name))


def _fitting(stories: Stories, changed: tuple[Improvement, ...]) -> tuple[tuple[Story, ...], tuple[Improvement, ...]]:
    """As many as a mail holds: praise gives room to a few changes, changes fill what praise leaves."""
    room = MOST_STORIES - bool(stories.headline)
    changes = changed[: max(MOST_CHANGES, room - len(stories.others))]
    return stories.others[: room - len(changes)], changes


def _nameable(material: Material) -> dict[str, str]:
    """The names of places that enough people share, by name and by id."""
    large = [place for place in material.places if place.staff >= material.smallest_group]
    return {key: place.name for place in large for key in (place.name, place.id)}
