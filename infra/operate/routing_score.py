"""How well texts with known answers are routed: what a CX manager looks at before going live."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from operate.files.labelled import Labelled
from throughline.domain.decision import Decision, Parked, Routed
from throughline.domain.journey import folded
from throughline.domain.routing import Router

PRECISION = 0.95
BINS = 10
FIRST = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """One text: the departments that are right, those that were named, how sure of the first, and if it decided.

    `lost` is true where it was taken for nobody's.
    """

    right: frozenset[str]
    named: tuple[str, ...]
    confidence: float
    decided: str | None
    lost: bool

    @property
    def hit(self) -> bool:
        """Whether the first one named is right."""
        return bool(self.named) and self.named[0] in self.right


@dataclass(frozen=True, slots=True)
class Score:
    """The figures; shares of one, but for counts.

    `nobodys` are texts of nobody, `asked` how many of them went to a person, `seen` how many were known as nobody's;
    `lost` is the share of the others that was taken for nobody's.
    """

    texts: int
    accuracy: float
    first_three: float
    macro_f1: float
    coverage_at_95: float
    calibration_error: float
    decided: float
    decided_right: float
    nobodys: int
    asked: int
    seen: int
    lost: float

    def as_row(self) -> dict[str, Any]:
        """For programs."""
        return {name: getattr(self, name) for name in self.__slots__}

    def as_lines(self) -> Iterator[str]:
        """For people."""
        yield f"{self.texts} texts, and {self.nobodys} of nobody's, {self.asked} of which went to a person"
        yield f"{self.seen} of nobody's were known as nobody's, and {self.lost:.3f} of the others taken for such"
        yield f"accuracy at full coverage      {self.accuracy:.3f}  the first department named is right"
        yield f"among the first three          {self.first_three:.3f}"
        yield f"macro-F1                       {self.macro_f1:.3f}  each department counts the same"
        yield f"coverage at 95 % precision     {self.coverage_at_95:.3f}  this share could go without asking, at most"
        yield f"calibration error              {self.calibration_error:.3f}  how far confidence is from the truth"
        yield f"decided without a person       {self.decided:.3f}  right in {self.decided_right:.3f} of them"


def scored_on(router: Router, lines: Iterable[Labelled]) -> Score:
    """The figures of these lines; only what each came to is kept, not its words."""
    owners = {folded(one.name): folded(one.owner.department) for one in router.map.touchpoints()}
    tried: list[Tried] = []
    nobodys = asked = seen = 0
    for line in lines:
        decisions = router.decide(line.text)
        if line.nobodys:
            nobodys += 1
            asked += not any(isinstance(one, Routed) for one in decisions)
            seen += _nobodys(decisions)
        else:
            tried.append(_tried(router, line, decisions, owners))
    return _figures(tried, nobodys, asked, seen)


def _nobodys(decisions: Sequence[Decision]) -> bool:
    return any(isinstance(one, Parked) and one.nobody for one in decisions)


def _tried(router: Router, line: Labelled, decisions: Sequence[Decision], owners: dict[str, str]) -> Tried:
    ranked = router.ranked(line.text)
    right = frozenset(map(folded, line.departments)) or frozenset(
        owners.get(folded(one), "") for one in line.touchpoints
    )
    first = next((one for one in decisions if isinstance(one, Routed)), None)
    named = tuple(folded(one.department) for one in ranked[:FIRST])
    decided = folded(first.part.department) if first else None
    return Tried(right, named, ranked[0].confidence if ranked else 0.0, decided, _nobodys(decisions))


def _figures(tried: Sequence[Tried], nobodys: int, asked: int, seen: int) -> Score:
    count = len(tried) or 1
    decided = [one for one in tried if one.decided]
    return Score(
        texts=len(tried),
        accuracy=sum(one.hit for one in tried) / count,
        first_three=sum(bool(one.right.intersection(one.named)) for one in tried) / count,
        macro_f1=_macro_f1(tried),
        coverage_at_95=_coverage(tried) / count,
        calibration_error=_calibration_error(tried),
        decided=len(decided) / count,
        decided_right=sum(one.decided in one.right for one in decided) / (len(decided) or 1),
        nobodys=nobodys,
        asked=asked,
        seen=seen,
        lost=sum(one.lost for one in tried) / count,
    )


def _macro_f1(tried: Sequence[Tried]) -> float:
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for one in tried:
        first = one.named[0] if one.named else ""
        said[first] += 1
        meant.update([first] if one.hit else sorted(one.right)[:1])
        right[first] += one.hit
    scores = [2 * right[name] / (said[name] + meant[name]) for name in meant]
    return sum(scores) / (len(scores) or 1)


def _coverage(tried: Sequence[Tried]) -> int:
    """How many, the surest first, are named at a precision of 95 %."""
    best = right = 0
    for number, one in enumerate(sorted(tried, key=lambda each: -each.confidence), start=1):
        right += one.hit
        best = number if right >= PRECISION * number else best
    return best


def _calibration_error(tried: Sequence[Tried]) -> float:
    """The mean distance of confidence from what came true, over ten bins of confidence."""
    bins: dict[int, list[Tried]] = {}
    for one in tried:
        bins.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    gaps = (abs(sum(one.confidence - one.hit for one in each)) for each in bins.values())
    return sum(gaps) / (len(tried) or 1)
