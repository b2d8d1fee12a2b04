"""What one reader's digest tells, chosen by rules that can be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from throughline.domain.digest_lesson import lesson_named, lesson_of
from throughline.domain.digest_score import ScoreTold, own_scores, scores_of
from throughline.domain.digest_stories import Improvement, Sight, Stories, Story, improvements, ranked, sight_of, told
from throughline.domain.edition import Edition, Hand, Success, mark_of
from throughline.domain.goal import Board
from throughline.domain.journey import JourneyMap, Lesson, folded
from throughline.domain.place import Place, nameable
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, moment_key
from throughline.domain.week import Week

MOST_STORIES = 8
MOST_CHANGES = 3
MOST_ON_A_PAGE = 60
Figures = Mapping[Asked, Tally]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a week gave; `smallest_group` is how many a place needs before it may be named.

    `names` are those of people who let themselves be named, by their ids: who was thanked, and whose word changed
    something. `figures_at` are the week's by touchpoint.
    """

    week: Week
    thanks: tuple[Thanks, ...] = ()
    changes: tuple[Change, ...] = ()
    figures: Figures = field(default_factory=dict)
    figures_before: Figures = field(default_factory=dict)
    figures_at: Mapping[str, Figures] = field(default_factory=dict)
    figures_at_before: Mapping[str, Figures] = field(default_factory=dict)
    journey_map: JourneyMap | None = None
    places: tuple[Place, ...] = ()
    smallest_group: int = 5
    edition: Edition = field(default_factory=lambda: Edition(""))
    hand: Hand = field(default_factory=Hand)
    names: Mapping[str, str] = field(default_factory=dict)
    board: Board | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """The content of a digest, in no language yet; `more` is how many stories found no room.

    `also` are the people and then the departments that are named this week and stand in none of its stories;
    `own_scores` are those of the moments that the reader's department stands behind, `board` has its goals.
    """

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
    also: tuple[str, ...] = ()
    own_scores: tuple[ScoreTold, ...] = ()
    recalls: tuple[Lesson, ...] = ()
    note: str = ""
    by: str = ""
    board: Board | None = None


def compose(material: Material, *, department: str, role: str = "", most: int = MOST_STORIES) -> Digest | None:
    """The digest for somebody of this department and role, with so many stories at most; None without a success."""
    if not material.thanks and not material.changes:
        return None
    edition, journey_map = material.edition, material.journey_map
    stories = told(_ordered(material), department, _named(material))
    changed = improvements(material.changes, department, _nameable(material), material.hand.pinned, material.names)
    praises, changes = _fitting(stories, changed, most)
    shown = len(praises) + len(changes) + bool(stories.headline)
    recalls = (lesson_named(one, journey_map) for one in edition.recalls)
    return Digest(
        week=material.week,
        mantra=journey_map.mantra if journey_map else "",
        thanks_count=len(material.thanks),
        changes_count=len(material.changes),
        headline=stories.headline,
        praises=praises,
        changes=changes,
        more=len(material.thanks) + len(material.changes) - shown,
        scores=scores_of(material.figures, material.figures_before),
        sight=sight_of(stories, department, role),
        lesson=lesson_named(edition.lesson, journey_map) or _lesson(material, stories.headline),
        also=_also(material, filter(None, (stories.headline, *praises)), changes),
        own_scores=_own_scores(material, department),
        recalls=tuple(one for one in recalls if one and one.question),
        note=material.hand.note,
        by=material.hand.by,
        board=_own_goals(material.board, department, role),
    )


def quiet(week: Week, journey_map: JourneyMap | None) -> Digest:
    """A week in which nothing is told: its mantra, and the lesson whose turn it is."""
    mantra = journey_map.mantra if journey_map else ""
    lesson = lesson_of(week, (), "", journey_map)
    return Digest(week, mantra, 0, 0, None, (), (), 0, scores=(), sight=None, lesson=lesson)


def _ordered(material: Material) -> list[Thanks]:
    """What leads the week stands first, then what the CX manager wants, then by the rules."""
    first = material.edition.headline
    order = ranked(material.thanks, material.week, pinned=material.hand.pinned)
    return sorted(order, key=lambda one: mark_of(one) != first)


def _named(material: Material) -> Mapping[str, str]:
    """Who is named this week; whoever had the wish to stay out since is not."""
    return {one: name for one in material.edition.people.named if (name := material.names.get(one))}


def _also(material: Material, stories: Iterable[Story], changes: tuple[Improvement, ...]) -> tuple[str, ...]:
    told_of = list(stories)
    shown = {folded(one.department) for story in told_of for one in story.behind}
    shown |= {folded(one.department) for one in changes}
    people = dict.fromkeys(_named(material).values())
    in_stories = {one.thanked for one in told_of}
    departments = material.edition.departments.named
    return (
        *(name for name in people if name not in in_stories),
        *(name for name in departments if folded(name) not in shown),
    )


def _lesson(material: Material, headline: Story | None) -> Lesson | None:
    told_of: tuple[Success, ...] = (*material.thanks, *material.changes)
    return lesson_of(material.week, told_of, headline.touchpoint if headline else "", material.journey_map)


def _own_scores(material: Material, department: str) -> tuple[ScoreTold, ...]:
    parts = material.journey_map.parts if material.journey_map else ()
    own = [one for one in parts if one.active and folded(one.department) == folded(department)]
    moments = {moment_key(one.touchpoint) for one in own}
    return own_scores(moments, material.figures_at, material.figures_at_before, material.smallest_group)


def _own_goals(board: Board | None, department: str, role: str) -> Board | None:
    own = board.of(department, role) if board else ()
    return replace(board, progress=own) if board and own else None


def _fitting(
    stories: Stories, changed: tuple[Improvement, ...], most: int
) -> tuple[tuple[Story, ...], tuple[Improvement, ...]]:
    """As many as a mail holds: praise gives room to a few changes, changes fill what praise leaves."""
    room = most - bool(stories.headline)
    changes = changed[: max(MOST_CHANGES, room - len(stories.others))]
    return stories.others[: room - len(changes)], changes


def _nameable(material: Material) -> dict[str, str]:
    """The names of places that may be named, by name and by id."""
    may = nameable(material.places, material.smallest_group)
    large = [place for place in material.places if place.id in may]
    return {key: place.name for place in large for key in (place.name, place.id)}
