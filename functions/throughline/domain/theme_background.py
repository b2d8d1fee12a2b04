"""What all comments speak of anyway, in memory that does not grow with them."""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from zlib import crc32

from throughline.domain.theme_words import terms_of

BUCKETS = 1 << 18


class Background:
    """In how many comments each word stands; words that share a bucket are taken as one, which rarely matters."""

    def __init__(self) -> None:
        self._counts = array("I", [0]) * BUCKETS
        self._comments = 0

    def add(self, *texts: str) -> None:
        """Count these comments too."""
        for text in texts:
            self._comments += 1
            for term in terms_of(text):
                self._counts[_bucket(term)] += 1

    def without(self, texts: Sequence[str]) -> Callable[[str], float]:
        """The share of the other comments that a word stands in, where these are among those counted."""
        own = Counter(_bucket(term) for text in texts for term in terms_of(text))
        others = max(1, self._comments - len(texts))

        def share(term: str) -> float:
            at = _bucket(term)
            return (self._counts[at] - own[at]) / others

        return share


def _bucket(term: str) -> int:
    return crc32(term.encode("utf-8", "surrogatepass")) % BUCKETS
