"""The benchmark's own way of counting calls, so that tests and benchmark can never disagree."""

from operate.bench.calls import Call, count_calls, tallied
from operate.bench.counts import is_beside

__all__ = ["Call", "count_calls", "is_beside", "tallied"]
