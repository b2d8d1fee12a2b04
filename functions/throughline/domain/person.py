"""People: everyone who works here, with or without a mailbox."""

import hashlib
from dataclasses import dataclass

from throughline.domain.journey import folded

DIGEST_RHYTHMS = ("weekly", "monthly", "off")
BY_NAME, BY_TEAM, KEEP_OUT = "name", "team", "out"
NAMINGS = (BY_NAME, BY_TEAM, KEEP_OUT)
ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works here; without a mailbox they still count and are still thanked.

    `language` is a tag like "de" or "en-GB", `manager` is a name or an e-mail address,
    `digest` one of DIGEST_RHYTHMS. Whoever was thanked is named only where they chose BY_NAME themselves; KEEP_OUT says
    that they want neither to be named nor to be written to about it. `hour` is the hour of the day, 0 to 23 by their
    own clock, at which they chose to get the digest; None stands for the hour at which everybody gets it.
    """

    id: str
    name: str
    email: str
    department: str
    role: str = ""
    place: str = ""
    timezone: str = "UTC"
    language: str = "en"
    manager: str = ""
    digest: str = "weekly"
    active: bool = True
    naming: str = BY_TEAM
    hour: int | None = None


def person_id(*, email: str, name: str, department: str) -> str:
    """The same id for the same person at every import: by mailbox, else by name and department."""
    identity = f"mail:{email.strip().lower()}" if email.strip() else f"name:{folded(name)}|{folded(department)}"
    return hashlib.sha256(identity.encode()).hexdigest()[:ID_LENGTH]
