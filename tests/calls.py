"""The benchmark's own way of counting calls, so that tests and benchmark can never disagree."""

from operate.bench.calls import Call, count_calls, tallied

__all__ = ["Call", "count_calls", "tallied"]
