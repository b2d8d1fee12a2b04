"""Single values out of what vendors send: numbers, names, words, and what would say who wrote."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from throughline.contracts.fields import one_line, words
from throughline.domain.feedback import MAX_TEXT

Value = str | int | float | bool | list[str] | None
LONGEST_KEY, SHORTENED, LARGEST = 200, 150, 10**12
KEPT_BYTES, KEPT_ENTRIES, ENTRY_BYTES = 2000, 10, 150  # as JSON: hints are small
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,6}|,\d{1,2})?", re.ASCII)
_ASKS_WHO = re.compile(
    r"\b(?:e-?mail|phone|telephone|mobile|address|(?:first|last|full|your|sur)[ _-]?name)\b", re.IGNORECASE
)
_PHONE = re.compile(r"\+?(?:[ ()./-]*\d){7,15}[ ()./-]*", re.ASCII)


def is_answered(value: Value) -> bool:
    """Whether anything was answered."""
    return value is not None and value != [] and not (isinstance(value, str) and not value.strip())


def number_of(value: Value) -> float | None:
    """The number that a value is or spells; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        spelled = value.strip()
        return float(spelled.replace(",", ".")) if _NUMBER.fullmatch(spelled) else None
    return float(value) if -LARGEST < value < LARGEST else None


def key_of(name: str) -> str:
    """A name as it is kept: one printable line; a long one is cut and told apart by its digest."""
    line = "".join(sign for sign in one_line(name) if sign.isprintable()).strip()
    if len(line) <= LONGEST_KEY:
        return line
    return f"{line[:SHORTENED].rstrip()} {hashlib.sha256(line.encode()).hexdigest()[:16]}"


def found_at(beside: Mapping[str, Any], path: str) -> str:
    """The text that a path such as `hidden.touchpoint` leads to; the first of a list; empty for none."""
    here: Any = beside
    rest = path
    while rest and isinstance(here, Mapping):
        if rest in here:
            here, rest = here[rest], ""
        else:
            step, _, rest = rest.partition(".")
            here = here.get(step) if rest else None
    if isinstance(here, list):
        here = next(iter(here), "")
    if rest or isinstance(here, Mapping):
        return ""
    number = None if isinstance(here, str) else number_of(here)
    return key_of(here) if isinstance(here, str) else "" if number is None else f"{number:.15g}"


def says_who(value: Value, names: Iterable[str]) -> bool:
    """Whether a text says who wrote, or its question asks for that."""
    if not isinstance(value, str | list):
        return False
    texts = value if isinstance(value, list) else [value]
    if any("@" in one or _PHONE.fullmatch(one.strip()) for one in texts):
        return True
    return number_of(value) is None and any(_ASKS_WHO.search(name) for name in names)


def short(value: Value) -> Any:
    """A value as a hint."""
    if isinstance(value, str):
        return cut(words(value[:MAX_TEXT]), KEPT_BYTES)
    if isinstance(value, list):
        return [cut(one_line(one[:MAX_TEXT]), ENTRY_BYTES) for one in value[:KEPT_ENTRIES]]
    return value if number_of(value) is not None or isinstance(value, bool) else None


def cut(text: str, most: int) -> str:
    """The text's beginning that takes at most so many bytes as JSON."""
    while len(json.dumps(text)) > most:
        text = text[: len(text) * most // len(json.dumps(text))]
    return text


def spoken(value: Value) -> str:
    """A value as somebody's words."""
    said = ", ".join(value) if isinstance(value, list) else str(value)
    return words(said[:MAX_TEXT])
