"""Tell the CX manager once when far more cases come about a moment than in the weeks before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import dropwhile

from throughline.domain.gathering import short
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.rise import MOST_WEEKS, rises
from throughline.domain.week import Week
from throughline.ports import CaseFigures
from throughline.ports.learning import Mirrors
from throughline.usecases.letters import Letterhead, letter_of

Counts = Sequence[Mapping[str, int]]


def tell_rises(
    *, figures: CaseFigures, mirrors: Mirrors, journey_map: JourneyMap, head: Letterhead, now: datetime
) -> int:
    """How many mails were written; one a moment and week, none while it goes on in the week after.

    Meant to be asked often: a week's count only grows, and asking again changes nothing.
    """
    if not journey_map.cx_manager:
        return 0
    weeks = [Week.of(now)]
    for _ in range(MOST_WEEKS + 1):
        weeks.append(weeks[-1].previous())
    opened = [_opened(figures, week) for week in weeks]
    if not opened[0]:
        return 0
    line = mirrors.line(weeks[0])
    letters = (_letter(line, name, opened, journey_map, head) for name in _risen(opened))
    return sum(mirrors.show(letter) for letter in letters)


def _opened(figures: CaseFigures, week: Week) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for (_, touchpoint), tally in figures.week(week).items():
        found[touchpoint] += tally.opened
    return found


def _risen(opened: Counts) -> Iterator[str]:
    """The moments that rise this week, and did not in the last one already."""
    for name in sorted(opened[0]):
        counts = [week.get(name, 0) for week in _known(opened)]
        if rises(counts[-1], counts[-1 - MOST_WEEKS : -1]) and not rises(counts[-2], counts[-2 - MOST_WEEKS : -2]):
            yield name


def _known(opened: Counts) -> Counts:
    """The weeks in their order, from the first that counted anything: before it nobody counted."""
    return list(dropwhile(lambda week: not any(week.values()), reversed(opened)))


def _letter(line: str, name: str, opened: Counts, journey_map: JourneyMap, head: Letterhead) -> Letter:
    before = [week.get(name, 0) for week in _known(opened)][-1 - MOST_WEEKS : -1]
    touchpoint = journey_map.touchpoint(name)
    said = {
        "touchpoint": name,
        "count": opened[0][name],
        "weeks": len(before),
        "usual": round(sum(before) / max(1, len(before))),
        "departments": list(dict.fromkeys(part.department for part in touchpoint.parts)) if touchpoint else [],
    }
    key = f"letter#{LetterKind.RISE}#{short(name)}"
    return letter_of(line, key, LetterKind.RISE, journey_map.cx_manager, said, head)
