"""What customers said of a theme, as written: its name and a few short sentences that name nobody."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from throughline.domain.theme_stop_words import STOPS
from throughline.domain.theme_words import LONGEST_READ, names_somebody, sentences_of, terms_of, words_of

MOST_QUOTES = 3
SHORTEST, LONGEST, BEST_LENGTH = 15, 160, 70
LONGEST_NAME = 40
WIDEST = 3
ALIKE = 0.5
_TRACEABLE = re.compile(r"\d(?:[\s./-]{0,2}\d){2}|@|https?:|www\.", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:my name|name is|called|named|heiß\w*|mein name|namens|m['’]appelle|nommée?|mon nom|me llamo|se llama"
    r"|mi nombre|mi chiamo|si chiama|chamo-me|chama-se|meu nome|mijn naam|heet|nazywam|heter)\b|さん|様",
    re.IGNORECASE,
)
_TWO_LARGE = re.compile(r"\b([^\W\d_]+)\s(?=([^\W\d_]+)\b)")


def quotes_of(texts: Iterable[str], marks: Iterable[str]) -> tuple[str, ...]:
    """Up to three whole sentences about the theme, from different comments and as different as may be."""
    telling = frozenset(term for mark in marks for term in mark.split())
    best = {min(found) for text in texts if (found := list(_quotable(text, telling)))}
    chosen: list[tuple[str, frozenset[str]]] = []
    for _, _, sentence in sorted(best):
        said = terms_of(sentence)
        if not any(_alike(said, other) for _, other in chosen):
            chosen.append((sentence, said))
        if len(chosen) == MOST_QUOTES:
            break
    return tuple(sentence for sentence, _ in chosen)


def name_of(texts: Iterable[str], mark: str) -> tuple[str, int]:
    """What most of the customers wrote where they meant this mark, and in how many comments they meant it.

    Where several languages meet it is in the one whose words came most. The words are "" where none stand that
    are fit to be shown.
    """
    wanted = frozenset(mark.split())
    found = [set(_written(text, wanted)) for text in texts]
    said = Counter(word for one in found for word in {ends for _, *both in one for ends in both})
    written = Counter(one for each in found for one in each if not tells_who(one[0]))
    often = {one: (said[one[1]] + said[one[2]], count) for one, count in written.items()}
    # Of equals the shortest, and rather without large letters, which the beginning of a sentence has.
    best = max(written, key=lambda one: (often[one], -len(one[0]), one), default=("", "", ""))
    return best[0], sum(map(bool, found))


def tells_who(words: str) -> bool:
    """Whether somebody might be known by the words: numbers, addresses, names."""
    return bool(_TRACEABLE.search(words) or _CALLED.search(words)) or names_somebody(words) or _holds_full_name(words)


def _holds_full_name(sentence: str) -> bool:
    """Whether two words written large follow each other, as in a first and a last name."""
    return not sentence.isupper() and any(
        all(word[0].isupper() and len(word) > 1 and word.lower() not in STOPS for word in found.groups())
        for found in _TWO_LARGE.finditer(sentence)
    )


def _quotable(text: str, telling: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """The sentences of a comment fit to be quoted; the lower, the better."""
    for start, end in sentences_of(text):
        sentence = text[start:end]
        hits = len(terms_of(sentence) & telling)
        whole = end < LONGEST_READ
        if hits and whole and SHORTEST <= len(sentence) <= LONGEST and not tells_who(sentence):
            yield -hits, abs(len(sentence) - BEST_LENGTH), sentence


def _alike(said: frozenset[str], other: frozenset[str]) -> bool:
    return len(said & other) > ALIKE * len(said | other)


def _written(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """The short stretches of a text in which the wanted terms stand, as written, each with its first and last word."""
    for start, end in sentences_of(text):
        words = list(words_of(text, start, end))
        for at, first in enumerate(words):
            near = words[at : at + WIDEST] if len(wanted) > 1 else [first]
            last = next((one for one in near if {first.term, one.term} == wanted), first)
            if {first.term, last.term} != wanted or last.end - first.start > LONGEST_NAME:
                continue
            head, tail = (text[one.start : one.end].casefold() for one in (first, last))
            yield " ".join(text[first.start : last.end].split()), head, tail
