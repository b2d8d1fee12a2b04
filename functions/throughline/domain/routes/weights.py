"""The file that holds what was learned: mapped into memory as it is, never parsed but for its short head."""

import json
import mmap
import struct
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from operator import add
from pathlib import Path
from typing import Any

from throughline.domain.routes.spots import Key

MAGIC = b"TLROUTE1"
ALIGNED = 8
SIGNATURE, CODE = 8, 8
_LENGTH = struct.Struct("<I")


class NotAModelError(ValueError):
    """These bytes are no model of ours, or one of another version; says so."""


@dataclass(frozen=True, slots=True)
class Head:
    """How one head of a model turns numbers into shares, and from which confidence it may be believed.

    A department's share becomes a confidence through `slope` and `offset` on the logistic scale. `bounds` holds, for
    each target from 0.50 to 0.99, the confidence from which that precision can be trusted; 2 where none can.
    Above `nobody`, the share of nobody, it is nobody's.
    """

    prior: float
    temperature: float
    slope: float
    offset: float
    bounds: tuple[float, ...]
    nobody: float
    carried: float = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """What a model tells of itself: the map that it learned with, its spots, how many examples, how sure it is."""

    map_version: str
    spots: tuple[Key, ...]
    count: int
    words: Head
    meaning: Head | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbers of a model, as bytes of little-endian values.

    `rarity` is a float32 a bucket, `places` a uint32 a bucket (0: nothing learned, else row + 1), `scales` a float32
    a row, `rows` an int8 for each row and spot with nobody last, `bias` a float32 a spot; `sense` a float32 for each
    dimension of meaning, and one more, and spot. `codes` are 8 bytes an example, what its
    case is called or blank; `marks` are eight uint32 an example.
    """

    rarity: bytes
    places: bytes
    scales: bytes
    rows: bytes
    bias: bytes
    sense: bytes
    codes: bytes
    marks: bytes


def packed(told: Told, parts: Parts) -> bytes:
    """The file; the same content gives the same bytes."""
    sections = {name: getattr(parts, name) for name in Parts.__slots__}
    head = {"told": asdict(told), "sizes": {name: len(data) for name, data in sections.items()}}
    written = json.dumps(head, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    opening = MAGIC + _LENGTH.pack(len(written)) + written
    return b"".join((_padded(opening), *(_padded(sections[name]) for name in Parts.__slots__)))


class Model:
    """A model, read where it lies; `data` may be bytes or a file mapped into memory."""

    def __init__(self, data: bytes | mmap.mmap, name: str = "") -> None:
        view = memoryview(data)
        if bytes(view[: len(MAGIC)]) != MAGIC or sys.byteorder != "little":
            raise NotAModelError("this is not a model that this version can read")
        try:
            self._read(view)
        except (ValueError, KeyError, TypeError, struct.error) as error:
            raise NotAModelError(f"this model is damaged: {error}") from error
        self.name = name

    @classmethod
    def open(cls, path: Path) -> "Model":
        """A file, mapped."""
        with path.open("rb") as file:
            try:
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), path.name)
            except ValueError as error:
                raise NotAModelError(f"{path.name} is no model: {error}") from error

    def _read(self, view: memoryview) -> None:
        (length,) = _LENGTH.unpack_from(view, len(MAGIC))
        start = len(MAGIC) + _LENGTH.size
        head = json.loads(bytes(view[start : start + length]))
        self.told = _told(head["told"])
        found: dict[str, memoryview] = {}
        at = _aligned(start + length)
        for name in Parts.__slots__:
            size = int(head["sizes"][name])
            if at + size > len(view):
                raise ValueError("it ends too early")
            found[name] = view[at : at + size]
            at = _aligned(at + size)
        self.rarity = found["rarity"].cast("f")
        self.places = found["places"].cast("I")
        self.scales = found["scales"].cast("f")
        self.rows = found["rows"].cast("b")
        self.bias: Sequence[float] = found["bias"].cast("f")
        self.sense = found["sense"].cast("f")
        self.codes = found["codes"]
        self.marks = found["marks"].cast("I")

    @property
    def classes(self) -> int:
        """How many spots it knows, and nobody."""
        return len(self.told.spots) + 1

    def learned(self, weights: Mapping[int, float]) -> list[float]:
        """What was learned says for each spot, and for nobody."""
        wide = self.classes
        found = list(self.bias)
        places, scales, rows = self.places, self.scales, self.rows
        for bucket, weight in weights.items():
            place = places[bucket]
            if place:
                scale = weight * scales[place - 1]
                start = (place - 1) * wide
                found = list(map(add, found, map(scale.__mul__, rows[start : start + wide])))
        return found

    def row(self, bucket: int) -> list[float]:
        """What one bucket says for each spot, and for nobody; empty when nothing was learned of it."""
        place = self.places[bucket]
        if not place:
            return []
        start = (place - 1) * self.classes
        return [self.scales[place - 1] * one for one in self.rows[start : start + self.classes]]

    def sensed(self, vector: Sequence[float]) -> list[float]:
        """What was learned of meaning says for each spot, and for nobody."""
        wide = self.classes
        found = list(self.sense[len(vector) * wide : (len(vector) + 1) * wide])
        for at, weight in enumerate(vector):
            row = self.sense[at * wide : (at + 1) * wide]
            found = [one + weight * other for one, other in zip(found, row, strict=True)]
        return found


def _told(document: Mapping[str, Any]) -> Told:
    meaning = document["meaning"]
    spots = tuple((str(touchpoint), str(department)) for touchpoint, department in document["spots"])
    words = _head(document["words"])
    sense = _head(meaning) if meaning else None
    return Told(document["map_version"], spots, document["count"], words, sense, document["width"])


def _head(document: Mapping[str, Any]) -> Head:
    return Head(**{**document, "bounds": tuple(document["bounds"])})


def _aligned(at: int) -> int:
    return -(-at // ALIGNED) * ALIGNED


def _padded(data: bytes) -> bytes:
    return data + bytes(_aligned(len(data)) - len(data))
