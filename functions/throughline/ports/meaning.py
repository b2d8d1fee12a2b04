"""What words mean, beyond the words themselves."""

from typing import Protocol

from throughline.domain.journey import JourneyMap
from throughline.domain.line import ParkedItem
from throughline.domain.meaning import Weighed


class Meaning(Protocol):
    """Somebody who reads for sense."""

    def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:
        """Whose work it sounds like, the likeliest first; None when nothing can be said, or not now."""


class Suggestions(Protocol):
    """The likeliest departments of what waits for a person."""

    def waiting(self, line: str) -> ParkedItem | None:
        """What waits there; None when nothing does any more."""

    def suggest(self, parked: ParkedItem) -> bool:
        """Put these suggestions in place of the earlier ones; False when a person was first, or it was erased."""
