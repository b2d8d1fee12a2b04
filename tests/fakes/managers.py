"""Managers' sessions, the sign-in page and what waits, in memory."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from throughline.domain.id_token import unproven
from throughline.domain.journey import JourneyMap
from throughline.domain.manager import Session

if TYPE_CHECKING:
    from fakes.atlas import MemoryMaps
    from fakes.ledger import MemoryLedger


class MemorySessions:
    def __init__(self) -> None:
        self.standing: set[str] = set()

    def begin(self, session: Session) -> None:
        self.standing.add(session.subject)

    def stands(self, session: Session) -> bool:
        return session.subject in self.standing

    def end(self, session: Session) -> None:
        self.standing.discard(session.subject)

    def end_all(self, manager: str) -> int:
        found = {one for one in self.standing if one.startswith(f"{manager}/")}
        self.standing -= found
        return len(found)


class MemoryBacklog:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room

    def for_a_person(self) -> int:
        return len(list(self._room.cases.parked()))

    def thanks(self) -> int:
        return len(list(self._room.recognitions.held()))

    def set_aside(self) -> int:
        return len(list(self._room.facts.asides()))

    def overdue(self, departments: Iterable[str], now: datetime) -> Mapping[str, int]:
        inboxes = {one: self._room.cases.inbox(one, done=False) for one in departments}
        late = {one: sum(case.reply_by < now for case in cases) for one, cases in inboxes.items()}
        return {one: count for one, count in late.items() if count}


class MemoryMapDesk:
    def __init__(self, maps: "MemoryMaps") -> None:
        self._maps = maps

    def current(self) -> JourneyMap | None:
        return self._maps.current()

    def swap(self, before: JourneyMap, after: JourneyMap) -> bool:
        current = self._maps.current()
        if current is None or current.version != before.version:
            return False
        self._maps.replace(after)
        return True


class MemorySignIn:
    """Gives its one token for its one code."""

    def __init__(self, code: str, token: str, keys: Sequence[Mapping[str, Any]]) -> None:
        self._code, self._token, self._keys = code, token, keys
        self.verifiers: list[str] = []

    def token(self, code: str, verifier: str) -> str:
        self.verifiers.append(verifier)
        if code != self._code:
            raise unproven("code")
        return self._token

    def keys(self, named: str) -> Sequence[Mapping[str, Any]]:
        return [one for one in self._keys if one["kid"] == named]
