"""When the map's own words may decide although nobody has decided anything yet: seldom, and hardly ever wrongly."""

from collections.abc import Iterable, Sequence

from throughline.domain.journey import folded
from throughline.domain.scoring import Fit
from throughline.domain.words import stems

# One word of a cue is chance, and so is the same word in two forms: it takes two that have nothing to do with each
# other, little that speaks for anybody else, and no long story around them.
FEWEST_WORDS = 2
CLEAR = 0.75
PORTION = 0.4
AKIN = 4


def clear(points: Sequence[str], fits: Sequence[Fit]) -> Fit | None:
    """The row whose cues leave no doubt; None where they do. `points` are what is said, `fits` those of all of it."""
    if not fits or not fits[0].hits or ahead(fits) < CLEAR:
        return None
    name = folded(fits[0].part.department)
    hits = [hit for fit in fits if folded(fit.part.department) == name for hit in fit.hits]
    if len(_different(stem for hit in hits for stem in stems(hit))) < FEWEST_WORDS or _portion(points, hits) < PORTION:
        return None
    return fits[0]


def ahead(fits: Iterable[Fit]) -> float:
    """How far the best department is ahead of the second by the map's words: 0.5 is level, 1 alone."""
    best: dict[str, float] = {}
    for fit in fits:
        best.setdefault(folded(fit.part.department), fit.score)
    first, *rest = sorted(best.values(), reverse=True)
    return first / (first + (rest[0] if rest else 0.0))


def _different(said: Iterable[str]) -> list[str]:
    """Words of which none is another in a different form."""
    found: list[str] = []
    for word in said:
        if not any(_akin(word, other) for other in found):
            found.append(word)
    return found


def _akin(one: str, other: str) -> bool:
    """Whether they begin alike; a short one has to stand at the beginning of the other."""
    shared = min(len(one), len(other), AKIN)
    return one[:shared] == other[:shared]


def _portion(points: Iterable[str], hits: Iterable[str]) -> float:
    """How much of the points that were hit are the words of the map; the others speak for nobody."""
    hit = {word for one in hits for word in stems(one)}
    told = [stems(point) for point in points]
    said = [word for point in told if not hit.isdisjoint(point) for word in point]
    return sum(word in hit for word in said) / (len(said) or 1)
