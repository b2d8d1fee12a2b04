"""First names alone: which words may be one, and the text without those that are somebody's who works here."""

import re
from collections.abc import Iterator

from throughline.domain.journey import folded
from throughline.domain.name_words import listed
from throughline.domain.routes.letters import simple
from throughline.domain.sentence_names import is_within

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_SHORTEST, _SHORTEST_OWNED = 2, 4


def first_names_of(name: str) -> tuple[str, ...]:
    """What somebody is called for short: all of a name but its last word, titles and small words left out."""
    _, comma, behind = name.partition(",")
    words = [one for one in _WORD.findall(behind if comma else name) if simple(one) not in listed("titles")]
    written = [one for one in words if not one[0].islower()] or words
    called = written if comma else written[:-1] or written
    return tuple(folded(one) for one in called if len(one) >= _SHORTEST)


def may_be_first_names(text: str) -> frozenset[str]:
    """The words that are written as names are, each as lists have it; some are none."""
    return frozenset(one for found in _written(text) for one in _as_listed(found[0]))


def without_first_names(text: str, names: frozenset[str], instead: str) -> str:
    """The text with something else instead of these names, wherever they may be meant."""
    cut, left = 0, []
    for found in _written(text):
        if not names or names.isdisjoint(_as_listed(found[0])):
            continue
        left += [text[cut : found.start()], instead]
        cut = found.end()
    return "".join([*left, text[cut:]])


def _written(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _WORD.finditer(text) if _may_be(found, text))


def _may_be(found: re.Match[str], text: str) -> bool:
    """Whether it is written as a name, and not as the word that it is too."""
    word, plain = found[0], simple(found[0])
    if len(word) < _SHORTEST or word[0].islower() or plain in listed("ordinary"):
        return False
    if plain in listed("arabic_too") | listed("arabic_pair"):
        return False
    if plain not in listed("also") or is_within(text, found.start()):
        return True
    following = _NEXT.match(text, found.end())
    return following is None or simple(following[1]) not in listed("subjects")


def _as_listed(word: str) -> tuple[str, ...]:
    """The name that a word is, or is the owner's form of."""
    name = folded(word)
    return (name, name[:-1]) if len(name) >= _SHORTEST_OWNED and name.endswith("s") else (name,)
