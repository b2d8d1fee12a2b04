"""Note how often somebody wants the digest, and whether they may be named."""

from dataclasses import dataclass

from throughline.domain.person import DIGEST_RHYTHMS, NAMINGS
from throughline.errors import Refused
from throughline.ports import Directory

UNCHANGED = "it was so before"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds now, and why: it was changed, it was so before, or there is nobody to write to."""

    choice: str
    reason: str


def choose_digest(*, person: str, digest: str, directory: Directory) -> Chosen:
    """Keep the choice; the same choice twice changes nothing. Refused when it is none of the rhythms."""
    if digest not in DIGEST_RHYTHMS:
        do = f"Choose one of these: {', '.join(DIGEST_RHYTHMS)}."
        raise Refused("We don't know how often that is.", field="digest", do=do)
    reader = directory.person(person)
    if reader is None:
        return Chosen("off", "nobody is written to under this link")
    if reader.digest == digest:
        return Chosen(digest, UNCHANGED)
    changed = directory.choose(person, digest)
    return Chosen(digest, "changed" if changed else "nobody is written to under this link")


def choose_naming(*, person: str, naming: str, directory: Directory) -> Chosen:
    """Keep whether somebody may be named when others thank them, in the same way."""
    if naming not in NAMINGS:
        do = f"Choose one of these: {', '.join(NAMINGS)}."
        raise Refused("We don't know what that means.", field="naming", do=do)
    reader = directory.person(person)
    if reader is None:
        return Chosen("out", "nobody is written to under this link")
    if reader.naming == naming:
        return Chosen(naming, UNCHANGED)
    changed = directory.choose_naming(person, naming)
    return Chosen(naming, "changed" if changed else "nobody is written to under this link")


def masked(address: str) -> str:
    """An address that its owner knows again and nobody else learns: its first letter and its domain."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
