"""Departments whose routing is only shown to the CX manager, in DynamoDB: one item each, changed by a command."""

from datetime import datetime

from throughline.adapters.dynamo.cached import FRESH
from throughline.adapters.dynamo.records import AtlasRecord
from throughline.domain.journey import folded
from throughline.ports import Clock

SHADOW = "SHADOW"


class DynamoShadows:
    """Who is in the shadow; a change is noticed within a minute."""

    def __init__(self, record: type[AtlasRecord], clock: Clock) -> None:
        self._record = record
        self._clock = clock
        self._known: frozenset[str] = frozenset()
        self._looked: datetime | None = None

    def names(self) -> frozenset[str]:
        """The names of all departments in the shadow, folded."""
        now = self._clock.now()
        if self._looked is None or now - self._looked > FRESH:
            self._known = frozenset(item.sk for item in self._record.query(SHADOW, consistent_read=True))
            self._looked = now
        return self._known

    def put(self, department: str) -> None:
        """From now on its mails are held back."""
        self._record(SHADOW, folded(department)).save()
        self._looked = None

    def take(self, department: str) -> None:
        """From now on it gets its mails."""
        self._record(SHADOW, folded(department)).delete()
        self._looked = None
