"""How a customer who asked to be called back can be reached: sealed until somebody needs it, gone afterwards."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum

from throughline.domain.sealing import opened, sealed

KINDS = ("name", "email", "phone")


class Contacting(StrEnum):
    """What stands of a line's contact."""

    KEPT = "kept"
    GONE = "gone"  # deleted when the call-back ended: none is taken any more
    WITHDRAWN = "withdrawn"  # the customer does not ask any more


class Reached(StrEnum):
    """How a call-back ended."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Contact:
    """What the customer left; no text of ours shows it by accident."""

    name: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        """Whether the customer left anything."""
        return bool(self.name or self.email or self.phone)

    @property
    def reference(self) -> str:
        """What a privacy request would name them by."""
        return self.email or self.phone

    def sealed(self, root: bytes, line: str) -> str:
        """As it is stored on a line."""
        return sealed(root, _place(line), json.dumps(asdict(self), ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Wish:
    """The answer by which a customer asked to be contacted, and how."""

    line: str
    question_key: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class Look:
    """That a contact was shown: to whom and on which day."""

    number: int
    by: str
    on: date


def contact_of(said: Mapping[str, str]) -> Contact:
    """The contact in what was said of each kind."""
    return Contact(**{kind: said.get(kind, "") for kind in KINDS})


def opened_contact(root: bytes, line: str, kept: str) -> Contact | None:
    """The contact that `sealed` stored on that line; None when it can't be opened there."""
    words = opened(root, _place(line), kept)
    return None if words is None else contact_of(json.loads(words))


def _place(line: str) -> str:
    return f"contact|{line}"
