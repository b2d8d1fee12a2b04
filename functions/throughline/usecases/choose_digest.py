"""Note how often somebody wants the digest."""

from dataclasses import dataclass

from throughline.domain.person import DIGEST_RHYTHMS
from throughline.errors import Refused
from throughline.ports import Directory


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds now, and why: it was changed, it was so before, or there is nobody to write to."""

    digest: str
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
        return Chosen(digest, "it was so before")
    changed = directory.choose(person, digest)
    return Chosen(digest, "changed" if changed else "nobody is written to under this link")


def masked(address: str) -> str:
    """An address that its owner knows again and nobody else learns: its first letter and its domain."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
