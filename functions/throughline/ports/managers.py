"""Who may manage: where they sign in, and which sessions stand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from throughline.domain.journey import JourneyMap
from throughline.domain.manager import Session


class SignIn(Protocol):
    """The page where managers sign in, and what stands behind it."""

    def token(self, code: str, verifier: str) -> str:
        """The token that a code is worth, once; Refused when it is worth none, Unavailable when nobody answers."""

    def keys(self, named: str) -> Sequence[Mapping[str, Any]]:
        """The public keys that tokens are signed by, asked anew when the one `named` is unknown."""


class Sessions(Protocol):
    """The sessions of managers."""

    def begin(self, session: Session) -> None:
        """From now on it stands; doing it again changes nothing."""

    def stands(self, session: Session) -> bool:
        """Whether it was begun and not ended."""

    def end(self, session: Session) -> None:
        """From now on it does not; doing it again changes nothing."""

    def end_all(self, manager: str) -> int:
        """End all of a manager's; how many there were."""


class Backlog(Protocol):
    """How much waits, counted without reading it."""

    def for_a_person(self) -> int:
        """Notes in triage."""

    def thanks(self) -> int:
        """Recognitions that a person looks at before others read them."""

    def set_aside(self) -> int:
        """What came in and became nothing."""

    def overdue(self, departments: Iterable[str], now: datetime) -> Mapping[str, int]:
        """Open cases past the promised time, of each department that has any."""


class MapDesk(Protocol):
    """The journey map as whoever edits it needs it: read afresh, and put in force only on what was read."""

    def current(self) -> JourneyMap | None:
        """The map in force just now; None before the first import."""

    def swap(self, before: JourneyMap, after: JourneyMap) -> bool:
        """Put `after` in force in place of `before`; False when another is in force by now."""
