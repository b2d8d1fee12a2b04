"""What a week's digest tells, settled once: all its readers read the same, and the weeks after know who was named."""

import base64
import hashlib
from dataclasses import dataclass, field, replace

from throughline.domain.recognition import Change, Thanks

MARK_BYTES = 5
PINNED, DROPPED = "pinned", "dropped"
MOST_MARKED = 5000  # of more successes than that nobody keeps book: all count as told
Success = Thanks | Change


@dataclass(frozen=True, slots=True)
class Hand:
    """What the CX manager wants of a week's digest.

    `pinned` and `dropped` are marks of successes; `free` lets the digest go however little it tells.
    """

    held: bool = False
    free: bool = False
    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """Who is named in a week, and who had a success in it and has to wait for another."""

    named: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A week's digest as it was settled; it holds marks and ids, nobody's words.

    `told` are the marks of the successes that it tells, `people` are ids, `led` is the department that its headline
    belongs to. One that is `put_off` tells nothing; the next week's tells it, which is then `merged`.
    """

    week: str
    told: tuple[str, ...] = ()
    whole: bool = False
    people: Turns = field(default_factory=Turns)
    departments: Turns = field(default_factory=Turns)
    headline: str = ""
    led: str = ""
    lesson: str = ""
    recalls: tuple[str, ...] = ()
    put_off: bool = False
    merged: bool = False

    def tells(self, success: Success) -> bool:
        """Whether this success is told in it."""
        return self.whole or mark_of(success) in self.told


def without(edition: Edition, person: str) -> Edition:
    """The same without a person's id."""
    kept = (tuple(one for one in ids if one != person) for ids in (edition.people.named, edition.people.waiting))
    return replace(edition, people=Turns(*kept))


def mark_of(success: Success) -> str:
    """The short name of a success, the same wherever it is spoken of: 8 letters and digits."""
    kind = "thanks" if isinstance(success, Thanks) else "change"
    content = f"{kind}|{success.line}|{success.number}".encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.sha256(content).digest()[:MARK_BYTES]).decode().lower()
