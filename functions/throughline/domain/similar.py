"""Cases that say much the same: one moment, the same telling words, within a few days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from throughline.domain.case import Case
from throughline.domain.theme_words import words_of

WITHIN = timedelta(days=7)
FEWEST_SHARED = 2
PART_SHARED = 0.5
TELLING = 400


def alike(cases: Sequence[Case], words: Mapping[str, str]) -> Iterator[tuple[Case, ...]]:
    """The cases in groups, in their order, each led by its first; `words` are what each says, by its subject.

    Two are alike that are about one moment, were opened within seven days, and share at least two telling words
    and half of those of the shorter. Nobody compares what was said in confidence, or what asks for a call-back.
    """
    telling = {case.subject: _telling(words.get(case.subject, "")) for case in cases}
    led: set[str] = set()
    for at, first in enumerate(cases):
        if first.subject in led:
            continue
        others = (one for one in cases[at + 1 :] if one.subject not in led and _alike(first, one, telling))
        group = (first, *others)
        led.update(one.subject for one in group)
        yield group


def _alike(one: Case, other: Case, telling: Mapping[str, frozenset[str]]) -> bool:
    if one.touchpoint != other.touchpoint or any(each.confidential or each.call_back for each in (one, other)):
        return False
    if abs(one.opened_on - other.opened_on) > WITHIN:
        return False
    mine, theirs = telling[one.subject], telling[other.subject]
    shared, shorter = len(mine & theirs), min(len(mine), len(theirs))
    return shared >= FEWEST_SHARED and shared >= PART_SHARED * shorter


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.term for word in words_of(text, 0, TELLING))
