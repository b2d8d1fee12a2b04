"""A list of words that also knows them misspelt: one letter too many, too few, wrong or swapped."""

from collections.abc import Iterable
from functools import lru_cache

from throughline.domain.routes.letters import simple

SURE = 6  # shorter words have too many neighbours to be guessed at


class Listed:
    """Words, and beginnings of words where one ends in "*"; accents and capitals make no difference."""

    def __init__(self, listed: str) -> None:
        words = listed.split()
        self._whole = frozenset(simple(word) for word in words if not word.endswith("*"))
        self._beginnings = tuple(sorted({simple(word[:-1]) for word in words if word.endswith("*")}))
        self._near = _near(self._whole)
        self._near_beginnings = _near(self._beginnings)
        self._lengths = frozenset(len(_single(word)) for word in self._beginnings if len(word) >= SURE)
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        found = self._known.get(word)
        if found is None:
            found = self._holds(word)
            if len(self._known) < 1 << 14:
                self._known[word] = found
        return found

    def _holds(self, word: str) -> bool:
        if word in self._whole or word.startswith(self._beginnings):
            return True
        if len(word) < SURE:
            return False
        single = _single(word)
        if not self._near.isdisjoint(_shapes(single)):
            return True
        shorter = (single[:length] for length in self._lengths if length <= len(single))
        return any(not self._near_beginnings.isdisjoint(_shapes(one)) for one in shorter)


def _near(words: Iterable[str]) -> frozenset[str]:
    """What long words look like with a letter less."""
    return frozenset(shape for word in words if len(word) >= SURE for shape in _shapes(_single(word)))


def _single(word: str) -> str:
    """The word with doubled letters once."""
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


@lru_cache(maxsize=1 << 12)
def _shapes(single: str) -> frozenset[str]:
    """The word, and with one letter left out, the first one kept; short ones as they are."""
    if len(single) < SURE:
        return frozenset((single,))
    return frozenset((single, *(single[:at] + single[at + 1 :] for at in range(1, len(single)))))
