"""What the questions of surveys mean, in DynamoDB: one item a survey, each with how often it changed."""

import json
from collections.abc import Iterator
from datetime import datetime

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo.cached import FRESH
from throughline.adapters.dynamo.records import CONDITION, AtlasRecord
from throughline.domain.survey_mapping import MappedSurvey
from throughline.errors import Unavailable
from throughline.ports import Clock
from throughline.usecases.read_delivery import Mapped


class DynamoMappings:
    """The mapped surveys of a source; another mapping is noticed within a minute."""

    def __init__(self, record: type[AtlasRecord], clock: Clock) -> None:
        self._record = record
        self._clock = clock
        self._known: dict[str, tuple[Mapped, datetime]] = {}

    def of(self, source: str, *, changes: int = 0) -> Mapped:
        """All mapped surveys of a source, after at least so many changes."""
        now, known = self._clock.now(), self._known.get(source)
        if known and now - known[1] <= FRESH and known[0].changes >= changes:
            return known[0]
        found = list(self._items(source))
        surveys = tuple(MappedSurvey.of_document(item.body) for item in found)
        mapped = Mapped(surveys, {item.sk: int(item.version or 0) for item in found})
        self._known[source] = (mapped, now)
        return mapped

    def put(self, survey: MappedSurvey) -> int | None:
        """Take a mapping over; its version, None when it stands so already.

        Unavailable when somebody else changes it at this moment.
        """
        document = json.loads(json.dumps(survey.as_document()))
        standing = next((one for one in self._items(survey.source) if one.sk == survey.survey_id), None)
        if standing and standing.body == document:
            return None
        version = int(standing.version or 0) + 1 if standing else 1
        item = self._record(_partition(survey.source), survey.survey_id, body=document, version=str(version))
        new = self._record.pk.does_not_exist()
        try:
            item.save(self._record.version == standing.version if standing else new)
        except PutError as error:
            if error.cause_response_code != CONDITION:
                raise Unavailable("the atlas does not take the write just now") from error
            raise Unavailable("somebody else changes this mapping just now") from error
        self._known.pop(survey.source, None)
        return version

    def _items(self, source: str) -> Iterator[AtlasRecord]:
        return iter(self._record.query(_partition(source), consistent_read=True))


def _partition(source: str) -> str:
    return f"SURVEYS#{source}"
