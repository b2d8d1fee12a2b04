"""Words in another language: whether they need a translation, and how much of them one question takes."""

import re
from dataclasses import dataclass

from throughline.domain.mail.saying.tongue import language_of

MOST_BYTES = 10_000  # of UTF-8 in one question
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_ENDS = re.compile(r"[.!?…؟](?=\s)|[。！？]|\n")


@dataclass(frozen=True, slots=True)
class Translated:
    """What a machine made of somebody's words; `source` is the tag of their language.

    `cut` when they were too long for it, so that only their beginning was translated.
    """

    text: str
    source: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Why words stay as they are."""

    reason: str


def plain_tag(language: str) -> str:
    """A language without its country, in small letters: `de` of "de-AT"; empty for what is no tag."""
    return re.split("[-_]", language)[0].lower() if _TAG.fullmatch(language) else ""


def needs_translation(text: str, to: str) -> bool:
    """Whether words may be in another language than that; nobody asks about those that plainly are in it."""
    wanted = plain_tag(to)
    return bool(text.strip() and wanted) and language_of(text) != wanted


def beginning_of(text: str, most: int = MOST_BYTES) -> tuple[str, bool]:
    """As much of a text as fits into so many bytes, to the end of a sentence or a word; whether some was left out."""
    whole = text.encode("utf-8", "ignore")
    if len(whole) <= most:
        return whole.decode(), False
    fits = whole[:most].decode("utf-8", "ignore")
    ends = [end.end() for end in _ENDS.finditer(fits, len(fits) // 2)]
    return (fits[: ends[-1]] if ends else fits.rpartition(" ")[0] or fits).rstrip(), True
