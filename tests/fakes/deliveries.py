"""What survey vendors sent, and what their questions mean, in memory."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from throughline.domain.delivery import Delivery
from throughline.domain.fetching import Later, Limits, next_minute
from throughline.domain.letter import Letter
from throughline.domain.survey_mapping import MappedSurvey
from throughline.usecases.read_delivery import Mapped

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryDeliveries:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.held: dict[tuple[str, str], Delivery | None] = {}

    def put(self, delivery: Delivery) -> bool:
        key = (delivery.line, delivery.name)
        if key in self.held:
            return False
        self.held[key] = delivery
        self._room.wait(*key)
        return True

    def find(self, line: str, name: str) -> Delivery | None:
        return None if self._room.lines[line].erased else self.held.get((line, name))

    def done(self, delivery: Delivery, outcome: str, *, keep: bool) -> None:  # noqa: ARG002 - it only counts
        key = (delivery.line, delivery.name)
        self._room.waits.pop(key, None)
        if not keep:
            self.held[key] = None


class MemoryTold:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room
        self.known: dict[str, set[str]] = {}

    def of(self, line: str) -> frozenset[str]:
        return frozenset(self.known.get(line, ()))

    def tell(self, codes: Iterable[str], letter: Letter) -> None:
        self.known.setdefault(letter.line, set()).update(codes)
        self._room.letters.add([letter])


class MemoryAllowance:
    """Lets as many calls through as it is told to; any number until then."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.paused: list[Later] = []

    def take(self, source: str, limits: Limits, now: datetime) -> Later | None:  # noqa: ARG002 - one vendor, one limit
        if self.left is None:
            return None
        self.left -= 1
        return None if self.left >= 0 else Later(next_minute(now), "used up")

    def pause(self, source: str, later: Later, now: datetime) -> None:  # noqa: ARG002 - as above
        self.paused.append(later)


class MemoryMappings:
    def __init__(self) -> None:
        self._held: dict[tuple[str, str], tuple[MappedSurvey, int]] = {}

    def of(self, source: str, *, changes: int = 0) -> Mapped:  # noqa: ARG002 - always fresh
        found = {key[1]: held for key, held in self._held.items() if key[0] == source}
        surveys = tuple(survey for survey, _ in found.values())
        return Mapped(surveys, {name: version for name, (_, version) in found.items()})

    def put(self, survey: MappedSurvey) -> int | None:
        key = (survey.source, survey.survey_id)
        standing, version = self._held.get(key, (None, 0))
        if standing == survey:
            return None
        self._held[key] = (survey, version + 1)
        return version + 1
