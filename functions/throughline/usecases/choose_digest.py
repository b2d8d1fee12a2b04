"""Note how often somebody wants the digest, and whether they may be named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from throughline.domain.person import DIGEST_RHYTHMS, NAMINGS
from throughline.errors import Refused
from throughline.ports import Directory

UNCHANGED, NOBODY = "it was so before", "nobody is written to under this link"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds now, and why: it was changed, it was so before, or there is nobody to write to."""

    choice: str
    reason: str


def choose_digest(*, person: str, digest: str, directory: Directory) -> Chosen:
    """Keep the choice; the same choice twice changes nothing. Refused when it is none of the rhythms."""
    _one_of(DIGEST_RHYTHMS, digest, "digest", "We don't know how often that is.")
    reader = directory.person(person)
    return _kept(digest, reader.digest if reader else None, "off", lambda: directory.choose(person, digest))


def choose_naming(*, person: str, naming: str, directory: Directory) -> Chosen:
    """Keep whether somebody may be named when others thank them, in the same way."""
    _one_of(NAMINGS, naming, "naming", "We don't know what that means.")
    reader = directory.person(person)
    return _kept(naming, reader.naming if reader else None, "out", lambda: directory.choose_naming(person, naming))


def _one_of(known: Sequence[str], wanted: str, field: str, what: str) -> None:
    if wanted not in known:
        raise Refused(what, field=field, do=f"Choose one of these: {', '.join(known)}.")


def _kept(wanted: str, before: str | None, otherwise: str, keep: Callable[[], bool]) -> Chosen:
    """`before` is None where nobody reads under this link; then it is as if they had chosen `otherwise`.

    Whoever leaves is noted even where the staff list leaves them out already: the next one may not.
    """
    if before is None:
        return Chosen(otherwise, NOBODY)
    if before != wanted:
        return Chosen(wanted, "changed" if keep() else NOBODY)
    if wanted == otherwise:
        keep()
    return Chosen(wanted, UNCHANGED)


def masked(address: str) -> str:
    """An address that its owner knows again and nobody else learns: its first letter and its domain."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
