"""What is around every use case: time, keys, queues."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol


class Clock(Protocol):
    """Time, so that nobody reads a clock inside."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""


class Secrets(Protocol):
    """The one secret that all keys come from."""

    def root(self) -> bytes:
        """The root of all derived keys."""

    def source_keys(self, source: str) -> Sequence[bytes]:
        """The signing keys that a survey source may use now; empty when it is unknown."""


class Queue(Protocol):
    """Messages for another function."""

    def put(self, messages: Sequence[Mapping[str, Any]]) -> None:
        """Hand over all of them, or raise Unavailable."""


class PatientQueue(Queue, Protocol):
    """Messages that may wait before they are handed out."""

    def put(self, messages: Sequence[Mapping[str, Any]], *, delay: int = 0) -> None:
        """Hand over all of them, or raise Unavailable; they wait `delay` seconds."""
