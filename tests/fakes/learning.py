"""What routing learns from and what it has learned, in memory."""

import hashlib
from collections.abc import Iterator

from throughline.domain.journey import folded
from throughline.domain.learned import Placed
from throughline.domain.precedent import Precedent
from throughline.errors import Refused


class MemoryPrecedents:
    def __init__(self, *known: Precedent) -> None:
        self.known = list(known)

    def all(self) -> Iterator[Precedent]:
        return iter(self.known)

    def add(self, taught: Precedent | None) -> None:
        self.known += [taught] if taught else []


class MemoryShadows:
    def __init__(self) -> None:
        self._names: set[str] = set()

    def names(self) -> frozenset[str]:
        return frozenset(self._names)

    def put(self, department: str) -> None:
        self._names.add(folded(department))

    def take(self, department: str) -> None:
        self._names.discard(folded(department))


class MemoryModels:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        self.kept[name] = data
        return name

    def get(self, name: str) -> bytes:
        if name not in self.kept:
            raise Refused("it is gone")
        return self.kept[name]

    def drop(self, name: str) -> None:
        self.kept.pop(name, None)


class MemoryPointer:
    def __init__(self) -> None:
        self._placed: list[Placed] = []
        self._forgotten: set[int] = set()

    def current(self) -> Placed | None:
        return self._placed[-1] if self._placed else None

    def place(self, placed: Placed) -> bool:
        if placed.revision != len(self._placed) + 1:
            return False
        self._placed.append(placed)
        return True

    def history(self) -> Iterator[Placed]:
        return (one for one in reversed(self._placed) if one.revision not in self._forgotten)

    def forget(self, placed: Placed) -> None:
        self._forgotten.add(placed.revision)
