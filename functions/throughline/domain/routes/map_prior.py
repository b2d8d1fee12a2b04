"""How well a text fits each spot by the words of the map alone: what there is before anybody decided anything."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from throughline.domain.journey import Cue
from throughline.domain.routes.concepts import MOODS, concepts_of
from throughline.domain.routes.reading import LONGEST_READ, word_of
from throughline.domain.routes.spots import Spot
from throughline.domain.words import STOP, words_in

# The three opinions are of about the same size with these. The words of the rows have none of their own: the cues say
# what matters of them, and what else they say misleads more often than it helps.
CUES, MEANINGS, PIECES = 0.5, 0.5, 5.0
SCALE = 12.0
MOOD = 0.6
SATURATION, LENGTH = 1.2, 0.75
Postings = dict[Hashable, list[tuple[int, float]]]


class MapPrior:
    """The words of a map, weighed once."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self._count = len(spots)
        told = [_told(spot) for spot in spots]
        self._cues = _Cues(spots)
        meant = [Counter(concept for word in _words(text) for concept in concepts_of(word)) for text in told]
        self._meanings = _ranked(meant, dict.fromkeys(MOODS, MOOD))
        self._pieces = _Pieces([Counter(_pieces(text)) for text in told])

    def lean(self, text: str) -> list[float]:
        """One number a spot, 0 where nothing fits; about 1 where much does."""
        words = _words(text[:LONGEST_READ])
        found = [0.0] * self._count
        self._cues.add(found, {word_of(word).stem for word in words})
        meant = {concept for word in words for concept in concepts_of(word)}
        _add(found, self._meanings, meant, MEANINGS / SCALE)
        self._pieces.add(found, Counter(_pieces(text[:LONGEST_READ])))
        return found


def stems_in(text: str) -> list[str]:
    """The telling words of a text, reduced."""
    return [word_of(word).stem for word in _words(text)]


def _words(text: str) -> list[str]:
    return [word for word in words_in(text) if word.lower() not in STOP]


def _pieces(text: str) -> list[int]:
    return [piece for word in words_in(text) for piece in word_of(word).pieces]


def _told(spot: Spot) -> str:
    first = spot.parts[0]
    rows = (f"{part.role} {part.how_they_affect_it} {_cue_words(part.routes_when)}" for part in spot.parts)
    return " ".join((first.touchpoint, first.department, *rows))


def _cue_words(cues: Iterable[Cue]) -> str:
    return " ".join(cue.words for cue in cues)


def _moody(texts: Iterable[str]) -> dict[Hashable, float]:
    words = {word for text in texts for word in words_in(text)}
    return {word_of(word).stem: MOOD for word in words if concepts_of(word) & MOODS}


def _add(found: list[float], postings: Postings, told: Iterable[Hashable], scale: float) -> None:
    for word in told:
        for spot, weight in postings.get(word, ()):
            found[spot] += scale * weight


def _ranked(documents: Sequence[Mapping[str, int]], less: Mapping[Hashable, float]) -> Postings:
    """What each word says for each document (Okapi BM25); a word that few share says more."""
    count = len(documents)
    seen = Counter(word for document in documents for word in document)
    mean = sum(sum(document.values()) for document in documents) / (count or 1)
    postings: Postings = defaultdict(list)
    for at, document in enumerate(documents):
        norm = SATURATION * (1 - LENGTH + LENGTH * sum(document.values()) / (mean or 1))
        for word, often in document.items():
            rarity = math.log(1 + (count - seen[word] + 0.5) / (seen[word] + 0.5)) * less.get(word, 1.0)
            postings[word].append((at, rarity * often * (SATURATION + 1) / (often + norm)))
    return dict(postings)


class _Cues:
    """The map's cues: a whole one says all of its weight, a part of one its share."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        said = [[tuple(stems_in(cue.words)) for part in spot.parts for cue in part.routes_when] for spot in spots]
        seen = Counter(word for cues in said for word in {word for cue in cues for word in cue})
        less = _moody(cue.words for spot in spots for part in spot.parts for cue in part.routes_when)
        self._weight = {word: math.log(1 + len(spots) / often) * less.get(word, 1.0) for word, often in seen.items()}
        self._with: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for at, cues in enumerate(said):
            for cue in cues:
                for word in dict.fromkeys(cue):
                    self._with[word].append((at, cue))

    def add(self, found: list[float], stems: set[str]) -> None:
        """Adds what the cues say."""
        for word in stems & self._with.keys():
            for at, cue in self._with[word]:
                times = cue.count(word)
                share = sum(each in stems for each in cue) / len(cue)
                found[at] += CUES / SCALE * times * self._weight[word] * share


class _Pieces:
    """How alike the pieces of words are: this is what still sees a misspelt word."""

    def __init__(self, documents: Sequence[Mapping[int, int]]) -> None:
        count = len(documents)
        seen = Counter(piece for document in documents for piece in document)
        self._rarity = {piece: math.log((1 + count) / (1 + often)) + 1 for piece, often in seen.items()}
        self._unseen = math.log(1 + count) + 1
        self._postings: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for at, document in enumerate(documents):
            for piece, weight in self._unit(document).items():
                self._postings[piece].append((at, weight))

    def _unit(self, pieces: Mapping[int, int]) -> dict[int, float]:
        weights = {at: (1 + math.log(often)) * self._rarity.get(at, self._unseen) for at, often in pieces.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {at: weight / length for at, weight in weights.items()}

    def add(self, found: list[float], pieces: Mapping[int, int]) -> None:
        """Adds how alike they are."""
        for piece, weight in self._unit(pieces).items():
            for at, other in self._postings.get(piece, ()):
                found[at] += PIECES / SCALE * weight * other
