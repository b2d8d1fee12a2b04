"""Words as the tables hold them: small letters without marks, in the scripts that have such."""

import re
import unicodedata

WITHOUT_SPACES = r"\u3005\u3040-\u30ff\u3400-\u9fff"  # one sign is one word there
WORD = r"[^\W\d_]+(?:['’´`\-\u2010\u2011][^\W\d_]+)*"
_SINGLE = re.compile(rf"[{WITHOUT_SPACES}]")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_DENIED = re.compile(r"n['’´`]t\b")
# Without its mark each of these is another word: would be / was, is / and, so / said, a part / hello.
_TOLD_APART = {
    "würde": "wuerde",
    "würden": "wuerden",
    "wäre": "waere",
    "wären": "waeren",
    "hätte": "haette",
    "hätten": "haetten",
    "è": "ee",
    "é": "ee",
    "så": "saa",
    "część": "czensc",
    "zajmuję": "zajmujen",
}
_APART = re.compile(rf"\b(?:{'|'.join(_TOLD_APART)})\b")
_NOT_MARKS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys("'’´`", " ")
)
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UMLAUTS = frozenset("äöü")


def folded(word: str) -> tuple[str, ...]:
    """A word's pieces as tables hold them; "isn't" is one, "we've" two, "C'est" two, "箱が" two."""
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    return tuple(_SINGLE.sub(r" \g<0> ", _folded_text(word)).split())


def table_text(phrases: str) -> str:
    """All phrases of a table as they are met: folded, and German umlauts in both ways of writing them."""
    with_umlauts = ",".join(phrase for phrase in phrases.split(",") if not _UMLAUTS.isdisjoint(phrase))
    both = f"{phrases},{with_umlauts.translate(_TWO_LETTERS)}" if with_umlauts else phrases
    return _SINGLE.sub(r" \g<0> ", _folded_text(both))


def _folded_text(text: str) -> str:
    small = _DENIED.sub("nt", unicodedata.normalize("NFKC", text).lower())
    if small.isascii():
        return small.translate(_NOT_MARKS)
    small = _APART.sub(lambda found: _TOLD_APART[found[0]], small).translate(_NOT_MARKS)
    if _SINGLE.search(small):
        return small
    return _MARKS.sub("", unicodedata.normalize("NFKD", small))
