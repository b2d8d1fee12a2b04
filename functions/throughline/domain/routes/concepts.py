"""What words of service mean across languages, so that a note in one meets a map in another."""

from functools import cache, lru_cache
from pathlib import Path

from throughline.domain.routes.letters import simple
from throughline.domain.words import stem

_FILE = Path(__file__).with_name("concepts.txt")
_SHORTEST_PREFIX = 3
_ARABIC = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل")
_SHORTEST_ARABIC = 3
NONE: frozenset[str] = frozenset()
# Words that say how it was, not where: they weigh less than what they are said about.
MOODS = frozenset(("good", "bad", "kind", "nothing", "thanks"))


@cache
def _known() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words by their stem, and beginnings of words, each with what they mean."""
    words: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, colon, listed = line.partition(":")
        for word in listed.split() if colon and not line.startswith("#") else ():
            open_ended = word.endswith("*")
            key = simple(word[:-1]) if open_ended else stem(simple(word))
            (beginnings if open_ended else words).setdefault(key, set()).add(name)
    return _frozen(words), _frozen(beginnings)


def _frozen(found: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in found.items()}


@cache
def names() -> tuple[str, ...]:
    """Every concept, in one order."""
    words, beginnings = _known()
    return tuple(sorted({name for found in (*words.values(), *beginnings.values()) for name in found}))


@lru_cache(maxsize=1 << 14)
def concepts_of(word: str) -> frozenset[str]:
    """What a word means, in any of the languages; mostly one thing or nothing."""
    words, beginnings = _known()
    folded = simple(word)
    found = words.get(stem(folded))
    if found:
        return found
    for length in range(len(folded), _SHORTEST_PREFIX - 1, -1):
        found = beginnings.get(folded[:length])
        if found:
            return found
    return _arabic(folded, words) if folded and "\u0600" <= folded[0] <= "\u06ff" else NONE


def _arabic(word: str, words: dict[str, frozenset[str]]) -> frozenset[str]:
    """Articles and short words are written in front of a word, without a space."""
    for front in _ARABIC:
        if word.startswith(front) and len(word) - len(front) >= _SHORTEST_ARABIC:
            found = words.get(stem(word[len(front) :]))
            if found:
                return found
    return NONE
