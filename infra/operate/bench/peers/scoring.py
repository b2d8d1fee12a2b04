"""How well answers fit what was expected, and what they cost: figures of a whole run."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from operate.bench.peers.lines import Line

MUCH = 0.2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU time in ms: median, the 99th of a hundred, the worst."""

    p50: float
    p99: float
    worst: float

    def as_row(self) -> dict[str, float]:
        """By the names that a table shows."""
        return {"cpu_p50": self.p50, "cpu_p99": self.p99, "cpu_worst": self.worst}


@dataclass(frozen=True, slots=True)
class Score:
    """Exact answers of a hundred, white space ignored; the share of the expected words that came back.

    `lost` counts the mails that lost more than a fifth of their words, `fell` those that ended in an exception:
    they gave back nothing.
    """

    exact: float
    recall: float
    lost: int
    fell: int
    cost: Cost


def score(expected: Sequence[str], answers: Sequence[Line]) -> Score:
    """Of one answer for each text expected, in the same order."""
    pairs = [(one, str(answer.get("new", ""))) for one, answer in zip(expected, answers, strict=True)]
    recalls = [recall(one, new) for one, new in pairs]
    return Score(
        exact=100 * sum(same(one, new) for one, new in pairs) / len(pairs),
        recall=sum(recalls) / len(recalls),
        lost=sum(share < 1 - MUCH for share in recalls),
        fell=sum("fell" in answer for answer in answers),
        cost=cost(answers),
    )


def same(expected: str, new: str) -> bool:
    """Whether they are one text, white space ignored."""
    return "".join(expected.split()) == "".join(new.split())


def recall(expected: str, new: str) -> float:
    """Which share of the expected words is there, each as often as expected; all of none."""
    wanted = Counter(_WORD.findall(expected.casefold()))
    found = wanted & Counter(_WORD.findall(new.casefold()))
    return found.total() / wanted.total() if wanted else 1.0


def cost(answers: Sequence[Line]) -> Cost:
    """Of all that was answered, falls too."""
    times = sorted(float(answer["cpu_ms"]) for answer in answers)
    return Cost(_at(times, 0.5), _at(times, 0.99), times[-1])


def _at(times: Sequence[float], share: float) -> float:
    return times[min(int(len(times) * share), len(times) - 1)]
