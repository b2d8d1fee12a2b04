"""How the work on a text grows with its length: a ratio in one run, which no slow or busy machine changes."""

import gc
import time
from collections.abc import Callable

TIMES_LONGER = 8
LINEAR = 3 * TIMES_LONGER  # what grows with the square of the length takes 64 times as long
NOTHING = 0.001  # seconds: below, a clock tells little
TRIES = 3


def grows_with_its_length(work: Callable[[int], object], length: int) -> bool:
    """Whether `work` on this length takes no more than its share, compared with an eighth of it.

    Seconds are this thread's processor time, the best of three, without the garbage of other tests.
    """
    short, long = (_seconds(work, size) for size in (length // TIMES_LONGER, length))
    return long <= LINEAR * max(short, NOTHING)


def _seconds(work: Callable[[int], object], length: int) -> float:
    gc.collect()
    gc.disable()
    try:
        return min(_once(work, length) for _ in range(TRIES))
    finally:
        gc.enable()


def _once(work: Callable[[int], object], length: int) -> float:
    begun = time.thread_time()
    work(length)
    return time.thread_time() - begun
