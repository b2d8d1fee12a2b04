"""Counts the calls to AWS that code really makes, retries too, by botocore's own `before-send` event.

Import it before the first client is made: a client keeps the hooks that stood when it was made.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from botocore import handlers


@dataclass(frozen=True, slots=True)
class Call:
    """One call over the wire: which service, which operation; `queue` is the address of the queue that it is about."""

    service: str
    operation: str
    queue: str = field(default="", compare=False)

    def __str__(self) -> str:
        """As people write it: dynamodb.PutItem."""
        return f"{self.service}.{self.operation}"


_open: list[list[Call]] = []


@contextmanager
def count_calls() -> Iterator[Sequence[Call]]:
    """Every call that is made while it is open, one by one, whichever client makes it."""
    calls: list[Call] = []
    _open.append(calls)
    try:
        yield calls
    finally:
        _open[:] = [other for other in _open if other is not calls]


def tallied(calls: Sequence[Call]) -> Mapping[str, int]:
    """How often each operation was called, in the order of its first call."""
    return Counter(str(call) for call in calls)


def _note(event_name: str, request: Any = None, **_rest: object) -> None:
    _, service, operation = event_name.split(".")
    for calls in _open:
        calls.append(Call(service, operation, _queue(request) if service == "sqs" else ""))


def _queue(request: Any) -> str:
    with suppress(ValueError, AttributeError):
        return str(json.loads(request.body).get("QueueUrl", ""))
    return ""


# First, since a pretended answer ends the event.
handlers.BUILTIN_HANDLERS.insert(0, ("before-send", _note))
