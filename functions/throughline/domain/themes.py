"""What unhappy customers speak of at each touchpoint, in their own words, counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.domain.rise import rises, turn
from throughline.domain.score import Turn
from throughline.domain.survey import Band
from throughline.domain.theme_background import Background
from throughline.domain.theme_groups import FEWEST, Group, groups_of
from throughline.domain.theme_quotes import name_of, quotes_of
from throughline.domain.week import Week

MOST_TOLD = 5
SMALLEST_GROUP = 5
MOST_READ = 300


@dataclass(frozen=True, slots=True, order=True)
class Comment:
    """A customer's words beside a score; `key` is the same for the same words however often they come."""

    touchpoint: str
    key: str
    words: str
    on: date
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """What several customers speak of at a touchpoint; `name` and `quotes` are their own words.

    `marks` tell it again in another week; `keys` are its comments, each in one theme of its touchpoint at most.
    `earlier` is the count of the week before. What is left over comes last, as a theme without name and marks.
    """

    touchpoint: str
    name: str
    count: int
    earlier: int
    quotes: tuple[str, ...]
    keys: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def other(self) -> bool:
        """Whether these are the comments that no theme gathers."""
        return not self.marks

    @property
    def trend(self) -> Turn:
        """Whether more or fewer speak of it than the week before, by more than chance."""
        return turn(self.count, self.earlier)

    @property
    def weight(self) -> float:
        """Size by freshness: what nobody spoke of the week before weighs twice what everybody did."""
        return self.count + max(0, self.count - self.earlier)


def themes_of(
    comments: Iterable[Comment],
    earlier: Mapping[str, int],
    *,
    week: Week | None = None,
    smallest_group: int = SMALLEST_GROUP,
) -> tuple[Theme, ...]:
    """The themes of each touchpoint's low scores, the largest first, then what is left over.

    `comments` may hold other weeks', happy customers' and wordless ones: they show what is said anyway. With a
    `week` only its comments are gathered. `earlier` is what `kept` made of the week before. Themes of fewer than
    the smallest group are counted without quotes. The same comments in any order give the same themes.
    """
    background, low = Background(), defaultdict[str, dict[str, Comment]](dict)
    for comment in comments:
        if not comment.words.strip():
            continue
        if comment.band is not Band.DETRACTOR:
            background.add(comment.words)
        elif week is None or Week.of(comment.on) == week:
            known = low[comment.touchpoint]
            known[comment.key] = max(comment, known.get(comment.key, comment), key=_latest)
    for found in low.values():
        background.add(*(comment.words for comment in found.values()))
    return tuple(
        theme
        for touchpoint in sorted(low)
        for theme in _themes_at(touchpoint, low[touchpoint], background, earlier, smallest_group)
    )


def foremost(themes: Iterable[Theme], most: int = MOST_TOLD) -> tuple[Theme, ...]:
    """The themes worth telling, by size and freshness; those of a department's touchpoints go in together."""
    told = [theme for theme in themes if not theme.other]
    return tuple(sorted(told, key=lambda theme: (-theme.weight, theme.touchpoint, theme.marks))[:most])


def kept(themes: Iterable[Theme]) -> dict[str, int]:
    """What to keep of a week for the weeks after it: how many spoke of each theme, under each of its marks."""
    counts: dict[str, int] = {}
    for theme in themes:
        for mark in theme.marks:
            counts.setdefault(_kept_as(theme.touchpoint, mark), theme.count)
    return counts


def rising(theme: Theme, weeks: Sequence[Mapping[str, int]]) -> bool:
    """Whether a theme rises suddenly above earlier weeks, each as `kept` made it, the latest last.

    Themes of one or two were never kept: a week without it counts as two, so that nothing small seems to rise.
    """
    return not theme.other and rises(theme.count, [_count_in(week, theme) or FEWEST - 1 for week in weeks])


def _count_in(week: Mapping[str, int], theme: Theme) -> int:
    return _count_of(week, theme.touchpoint, theme.marks)


def _count_of(week: Mapping[str, int], touchpoint: str, marks: Sequence[str]) -> int:
    """How many spoke of it in that week: by its first mark, else by whichever of the others was said most."""
    first, *others = (week.get(_kept_as(touchpoint, mark), 0) for mark in marks)
    return first or max(others, default=0)


def _kept_as(touchpoint: str, mark: str) -> str:
    return f"{touchpoint}\n{mark}"


def _latest(comment: Comment) -> tuple[date, str]:
    return comment.on, comment.words


def _themes_at(
    touchpoint: str, low: Mapping[str, Comment], background: Background, earlier: Mapping[str, int], smallest: int
) -> Iterator[Theme]:
    keys = sorted(low)
    texts = [low[key].words for key in keys]
    left = set(keys)
    for group in groups_of(texts, touchpoint, background.without(texts)):
        members = tuple(keys[at] for at in group.members)
        left.difference_update(members)
        before = _count_of(earlier, touchpoint, group.marks)
        yield _told(touchpoint, group, [texts[at] for at in group.members], members, before, smallest)
    if left:
        yield Theme(touchpoint, "", len(left), 0, (), tuple(sorted(left)), ())


def _told(
    touchpoint: str, group: Group, texts: Sequence[str], members: tuple[str, ...], before: int, smallest: int
) -> Theme:
    """The theme in its customers' words; of many comments the first few hundred are read for them."""
    read = texts[:MOST_READ]
    quotes = quotes_of(read, group.marks) if len(members) >= smallest else ()
    return Theme(touchpoint, _name(group, read), len(members), before, quotes, members, group.marks)


def _name(group: Group, texts: Sequence[str]) -> str:
    """The first pair of words that stands for most of the group, else its strongest mark, as customers wrote it."""
    for mark in sorted(group.marks, key=lambda mark: " " not in mark):
        name, count = name_of(texts, mark)
        if name and (mark == group.marks[0] or 2 * count >= len(texts)):
            return name
    return group.marks[0]
