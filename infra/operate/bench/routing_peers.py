"""What others make of the same texts: plain keywords, BM25 over the map, linear classifiers of scikit-learn."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from operate.bench.peers.apart import CouldNotRunError, answers_of, installed
from operate.files.labelled import Labelled
from throughline.domain.journey import JourneyMap, Part, folded

_WORD = re.compile(r"\w+")
SATURATION, LENGTH = 1.2, 0.75
NOBODY = ""
SVM = "linear SVM"


def right_ones(journey_map: JourneyMap, line: Labelled) -> frozenset[str]:
    """The departments that are right for a text."""
    owners = {folded(one.name): folded(one.owner.department) for one in journey_map.touchpoints()}
    named = frozenset(map(folded, line.departments))
    return named or frozenset(owners.get(folded(one), NOBODY) for one in line.touchpoints)


def by_keywords(journey_map: JourneyMap, tried: Sequence[Labelled]) -> float:
    """The row whose cues stand in the text most often; where several do equally, each has its share."""
    rows = [part for part in journey_map.parts if part.active]

    def best(text: str) -> list[Part]:
        said = text.casefold()
        hits = [sum(cue.words.casefold() in said for cue in part.routes_when) for part in rows]
        return [part for part, count in zip(rows, hits, strict=True) if count == max(hits)]

    return _share(journey_map, tried, best)


def by_bm25(journey_map: JourneyMap, tried: Sequence[Labelled]) -> float:
    """The row that a search engine would find first; where it finds nothing, every row has its share."""
    rows = [part for part in journey_map.parts if part.active]
    told = [Counter(_words(_document(part))) for part in rows]
    seen = Counter(word for document in told for word in document)
    mean = sum(sum(document.values()) for document in told) / (len(told) or 1)

    def fit(document: Mapping[str, int], words: Sequence[str]) -> float:
        norm = SATURATION * (1 - LENGTH + LENGTH * sum(document.values()) / mean)
        hits = ((word, document[word]) for word in words if word in document)
        return sum(_rarity(len(rows), seen[word]) * often * (SATURATION + 1) / (often + norm) for word, often in hits)

    def best(text: str) -> list[Part]:
        words = _words(text)
        found = [fit(document, words) for document in told]
        return [part for part, one in zip(rows, found, strict=True) if one == max(found)]

    return _share(journey_map, tried, best)


def by_scikit(journey_map: JourneyMap, taught: Sequence[Labelled], tried: Sequence[Labelled]) -> dict[str, float]:
    """A linear SVM and logistic regression on the same examples; empty where they can't be installed."""
    lines = [{"text": one.text, "label": min(right_ones(journey_map, one), default=NOBODY)} for one in taught]
    if len({line["label"] for line in lines}) < 2:  # noqa: PLR2004 - they need something to tell apart
        return {}
    asked = [one for one in tried if not one.nobodys]
    try:
        with installed("scikit-learn") as python:
            ran = answers_of(python, "classifiers", [*lines, *({"text": one.text} for one in asked)])
    except CouldNotRunError:
        return {}
    answers = ran.answers[-len(asked) :]
    return {
        told: _mean(
            [answer.get(name) in right_ones(journey_map, one) for one, answer in zip(asked, answers, strict=True)]
        )
        for name, told in (("svm", SVM), ("logreg", "logistic regression"))
    }


def _share(journey_map: JourneyMap, tried: Sequence[Labelled], best: Callable[[str], Sequence[Part]]) -> float:
    """How often the rows that are named are right; a tie counts as often as a drawn lot would be."""
    shares = []
    for one in tried:
        if not one.nobodys:
            named, right = best(one.text), right_ones(journey_map, one)
            shares.append(_mean([folded(part.department) in right for part in named]))
    return _mean(shares)


def _mean(right: Sequence[float]) -> float:
    return sum(right) / (len(right) or 1)


def _rarity(count: int, seen: int) -> float:
    return math.log(1 + (count - seen + 0.5) / (seen + 0.5))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _document(part: Part) -> str:
    return " ".join(
        (part.touchpoint, part.department, part.how_they_affect_it, *(cue.words for cue in part.routes_when))
    )
