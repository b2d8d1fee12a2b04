"""Cells of text as they come out of people's tables and go into them."""

import re
import unicodedata

# Where a cell may begin: a program that splits by another separator than ours finds beginnings inside, too.
_BEGINS = r"((?:^|[;\t\n])[^\S\t\n\r]*[\"\u200b-\u200f\u2060\ufeff]*)"
_FORMULA = re.compile(_BEGINS + r"(?='*[=+\-@＝＋－＠])")
_GUARDED = re.compile(_BEGINS + r"'(?='*[=+\-@＝＋－＠])")
_KEPT_CONTROLS = "\n\t"


def clean(text: str) -> str:
    """Trim a cell, give it plain line ends, and leave out control signs that no file carries safely."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in lines if sign in _KEPT_CONTROLS or not _is_control(sign))
    return "".join(kept).strip()


def guarded(cell: str) -> str:
    """Mark what a spreadsheet would take for a formula as text, by an apostrophe before it."""
    return _FORMULA.sub(r"\1'", cell)


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return _GUARDED.sub(r"\1", cell)


def column_name(heading: str) -> str:
    """Bring a heading into the form of a column's name: "How they affect it" -> "how_they_affect_it"."""
    return "_".join(heading.replace("-", " ").replace("_", " ").split()).casefold()


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} or sign in "\ufffe\uffff"
