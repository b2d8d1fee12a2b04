"""Stories of a week: which comes first, who stands behind each, and the reader's own part in them."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from throughline.domain.edition import mark_of
from throughline.domain.journey import folded
from throughline.domain.recognition import Behind, Change, Thanks
from throughline.domain.week import Week

LONGEST_QUOTE = 400
LONGEST_HEADLINE = 280
SHORTEST_HEADLINE = 24
LONGEST_HOW = 200


@dataclass(frozen=True, slots=True)
class Story:
    """Praise in somebody's own words, with everybody behind the moment; `who` is never a name.

    `thanked` is whom it is for, where they let themselves be named; `mark` is what it is spoken of by.
    """

    quote: str
    who: str
    touchpoint: str
    behind: tuple[Behind, ...]
    thanked: str = ""
    value: str = ""
    mark: str = ""

    def part_of(self, department: str, role: str = "") -> Behind | None:
        """A department's part in it, that of the role before its others."""
        own = [one for one in self.behind if folded(one.department) == folded(department)]
        return next((one for one in own if folded(one.role) == folded(role)), own[0] if own else None)


@dataclass(frozen=True, slots=True)
class Stories:
    """The story of the week, and the others as one reader meets them."""

    headline: Story | None
    others: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Improvement:
    """What somebody said and what was done; `place` is empty where naming it could point at a person.

    `by` is the name of whoever said it, where they let themselves be named.
    """

    said: str
    change: str
    department: str
    place: str
    mark: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """A reader's line of sight: their work, whom it carries at which moment, and what was felt there."""

    how: str
    helps: str
    touchpoint: str
    who: str
    quote: str


def ranked(
    thanks: Iterable[Thanks], week: Week, *, pinned: Collection[str] = (), led: Mapping[str, int] | None = None
) -> list[Thanks]:
    """Thanks in the order in which they may lead the week; `led` is how often a department did in the last weeks."""
    return sorted(thanks, key=lambda one: (mark_of(one) not in pinned, *_rank(one, week, led or {})))


def told(thanks: Iterable[Thanks], department: str, names: Mapping[str, str]) -> Stories:
    """The first leads for everyone; after it the reader's own department first, each moment in turn.

    `names` are those of the people thanked who are named, by their ids.
    """
    stories = [_story(one, names) for one in _each_once(thanks)]
    if not stories:
        return Stories(None, ())
    turns: dict[str, int] = defaultdict(int)
    placed = []
    for rank, story in enumerate(stories[1:]):
        placed.append((not story.part_of(department), turns[story.touchpoint], rank, story))
        turns[story.touchpoint] += 1
    return Stories(stories[0], tuple(one[-1] for one in sorted(placed, key=lambda one: one[:3])))


def _each_once(thanks: Iterable[Thanks]) -> list[Thanks]:
    """The same words about the same moment are told once, however many said them."""
    said: dict[tuple[str, ...], Thanks] = {}
    for one in thanks:
        said.setdefault((folded(" ".join(one.words.split())), folded(one.touchpoint), one.to), one)
    return list(said.values())


def improvements(
    changes: Iterable[Change],
    department: str,
    nameable: Mapping[str, str],
    pinned: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> tuple[Improvement, ...]:
    """What changed: what is pinned, then the reader's own department's, then in the order it happened.

    `nameable` are the places that may be named, `names` the people, by their ids.
    """
    ordered = sorted(
        changes,
        key=lambda one: (
            mark_of(one) not in pinned,
            folded(one.department) != folded(department),
            one.on,
            one.line,
        ),
    )
    return tuple(
        Improvement(
            shortened(one.said, LONGEST_QUOTE),
            shortened(one.change, LONGEST_QUOTE),
            one.department,
            nameable.get(one.place, ""),
            mark_of(one),
            (names or {}).get(one.by, "") if one.by else "",
        )
        for one in ordered
    )


def sight_of(stories: Stories, department: str, role: str = "") -> Sight | None:
    """What the reader's work did for a customer this week; None where no story leads to them."""
    for story in filter(None, (stories.headline, *stories.others)):
        part = story.part_of(department, role)
        if part and part.how:
            owner = story.behind[0].department
            helps = "" if folded(owner) == folded(department) else owner
            return Sight(part.how, helps, story.touchpoint, story.who, story.quote)
    return None


def shortened(text: str, longest: int) -> str:
    """The words as they were said, cut between two words where they go on too long."""
    words = text.strip()
    if len(words) <= longest:
        return words
    return (words[:longest].rpartition(" ")[0] or words[:longest]).rstrip(" ,;:.-") + "…"


def _rank(thanks: Thanks, week: Week, led: Mapping[str, int]) -> tuple[int, bool, int, int, str]:
    """A known moment first, then words that fit a headline, then whoever led least, then most departments behind it."""
    departments = len({one.department for one in thanks.behind})
    often = led.get(thanks.behind[0].department, 0) if thanks.behind else 0
    turn = hashlib.sha256(f"{week}|{thanks.line}|{thanks.number}".encode("utf-8", "surrogatepass")).hexdigest()
    fits = SHORTEST_HEADLINE <= len(thanks.words.strip()) <= LONGEST_HEADLINE
    return (not thanks.touchpoint, not fits, often, -departments, turn)


def _story(thanks: Thanks, names: Mapping[str, str]) -> Story:
    behind = tuple(replace(one, how=shortened(one.how, LONGEST_HOW)) for one in thanks.behind)
    return Story(
        shortened(thanks.words, LONGEST_QUOTE),
        thanks.who,
        thanks.touchpoint,
        behind,
        names.get(thanks.to, ""),
        thanks.value,
        mark_of(thanks),
    )
