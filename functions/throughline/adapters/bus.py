"""Public events on the EventBridge bus: all of a call or none, ten at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import boto3

from throughline.errors import Unavailable

MOST = 10


class EventBus:
    """The bus that other systems listen to."""

    def __init__(self, name: str, client: Any = None) -> None:
        self._name = name
        self._client = client or boto3.client("events")

    def publish(self, entries: Sequence[Mapping[str, Any]]) -> None:
        """Publish all of them, or raise Unavailable so that all are published again under the same ids."""
        for first in range(0, len(entries), MOST):
            some = [{**entry, "EventBusName": self._name} for entry in entries[first : first + MOST]]
            answer = self._client.put_events(Entries=some)
            if answer.get("FailedEntryCount"):
                raise Unavailable(f"{answer['FailedEntryCount']} events were not taken")
