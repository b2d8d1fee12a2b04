"""How sure routing has to be: what the owner asks, or more where that is not kept."""

from collections.abc import Sequence

from throughline.domain.routes.bounds import lower_bound

TARGET = 0.90
LOWEST, HIGHEST = 0.50, 0.99
FEWEST = 20
WINDOW = 200


def target_after(asked: float, record: Sequence[bool]) -> float:
    """The target to go by; `record` says of what was decided, the oldest first, whether it stood.

    Where even the best that the newest ones make believable falls short, the target rises by what is missing, and
    comes down by itself as it is kept again. Too few say nothing.
    """
    newest = record[-WINDOW:]
    if len(newest) < FEWEST:
        return asked
    wrong = newest.count(False)
    best_believable = 1 - lower_bound(wrong, len(newest))
    missing = asked - (len(newest) - wrong) / len(newest) if best_believable < asked else 0.0
    return min(HIGHEST, asked + max(0.0, missing))
