"""The wish to stay unnamed, and words without the name they were signed with."""

import re
import unicodedata

from throughline.domain.mail.saying.nameless_words import UNSPACED, WISHES

LONGEST = 20_000
SHORTEST = 3
GONE = "…"
_WISHED = re.compile("|".join(rf"(?<!\w)(?:{one})(?!\w)" for one in WISHES.split("\n") if one))
_WISHED_UNSPACED = re.compile("|".join(one for one in UNSPACED.split("\n") if one))
_NOT = re.compile(r"(?<!\w)(?:no need to|not necessary to|you (?:can|may)|feel free to)(?: please)?\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def wants_no_name(subject: str, words: str) -> bool:
    """Whether somebody asks to be left unnamed, in their own new words or their subject."""
    said = f"{subject}\n{words}"[:LONGEST]
    plain = _plain(said)
    return any(not _NOT.search(plain[: hit.start()][-60:]) for hit in _WISHED.finditer(plain)) or bool(
        _WISHED_UNSPACED.search("".join(said.split()))
    )


def without_name(text: str, name: str, address: str) -> str:
    """The text with the writer's name and address taken out, wherever they stand as names."""
    taken = re.sub(re.escape(address), GONE, text, flags=re.IGNORECASE) if address else text
    local = address.partition("@")[0]
    parts = {part for part in _WORD.findall(f"{name} {local}") if len(part) >= SHORTEST}
    for part in sorted(parts, key=len, reverse=True):
        written = {part, part.upper(), part.capitalize()} if part.islower() else {part, part.upper()}
        taken = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(written)))})(?!\w)", GONE, taken)
    return taken


def _plain(text: str) -> str:
    """Small letters without accents, blanks and typographic quotes made one."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("’", "'"))
    return " ".join("".join(sign for sign in folded if not "\u0300" <= sign <= "\u036f").split())
