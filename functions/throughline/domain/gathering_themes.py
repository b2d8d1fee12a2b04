"""From gathered words to themes, and from a theme back to whom it is for and where its quotes stand."""

from collections import Counter
from collections.abc import Mapping

from throughline.domain.gathering import Gathering, Quote, short
from throughline.domain.journey import JourneyMap, Part, folded
from throughline.domain.survey import Band
from throughline.domain.themes import Comment, Theme


def comment_of(one: Gathering) -> Comment:
    """What themes are made of; words that nobody scored and that are no praise count as low."""
    return Comment(one.touchpoint, one.key, one.words, one.on, one.band or Band.DETRACTOR)


def codes_of(theme: Theme) -> tuple[str, ...]:
    """What a theme is known by in another run: any one of its marks at its touchpoint."""
    return tuple(dict.fromkeys(short(f"{folded(theme.touchpoint)}\n{mark}") for mark in theme.marks))


def part_of(theme: Theme, gathered: Mapping[str, Gathering], journey_map: JourneyMap) -> Part | None:
    """The part that answers for a theme: its touchpoint's department that most comments came to, else the owner.

    None where the map has no such touchpoint.
    """
    touchpoint = journey_map.touchpoint(theme.touchpoint)
    if touchpoint is None:
        return None
    named = Counter(folded(gathered[key].department) for key in theme.keys)
    return max(touchpoint.parts, key=lambda part: named[folded(part.department)])


def quotes_in(theme: Theme, gathered: Mapping[str, Gathering]) -> tuple[Quote, ...]:
    """Where the theme's quotes stand, each in the first of its comments that says so."""
    found = (_place(quote, theme, gathered) for quote in theme.quotes)
    return tuple(one for one in found if one)


def _place(sentence: str, theme: Theme, gathered: Mapping[str, Gathering]) -> Quote | None:
    holder = next((gathered[key] for key in theme.keys if sentence in gathered[key].words), None)
    if holder is None:
        return None
    start = holder.words.index(sentence)
    return Quote(holder.line, holder.fact, start, start + len(sentence), short(sentence))
