"""Names of people in what is said: found, so that they can be thanked, and taken out of what others read."""

import re
from collections.abc import Collection, Iterable

MASK = "[…]"
MOST_NAMES = 12
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s\Z")
_SHORTEST = 3
_LONGEST_RUN = 6
_WIDTHS = (2, 3)


def names_in(text: str) -> tuple[str, ...]:
    """What may be somebody's full name: two or three words with capitals side by side; a bounded number of them."""
    found = (name for run in _runs(text) for name in _within(run))
    return tuple(dict.fromkeys(found))[:MOST_NAMES]


def without_names(text: str, names: Iterable[str]) -> str:
    """The text without these people, whole names first and then each word of them that is written as a name is."""
    known = [name for name in names if name]
    for name in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", MASK, text, flags=re.IGNORECASE)
    words = {word for name in known for word in _WORD.findall(name) if len(word) >= _SHORTEST}
    return _WORD.sub(lambda found: _masked(found[0], words), text)


def with_name(text: str, name: str) -> str:
    """The same words for the person whom they name."""
    return text.replace(MASK, name)


def _masked(word: str, names: Collection[str]) -> str:
    owner = _OWNER.sub("", word)
    return MASK + word[len(owner) :] if owner in names else MASK if word in names else word


def _runs(text: str) -> list[list[str]]:
    """Words with capitals that only blanks keep apart."""
    runs: list[list[str]] = [[]]
    end = -1
    for word in _WORD.finditer(text):
        beside = end >= 0 and text[end : word.start()].isspace() and "\n" not in text[end : word.start()]
        if not (beside and word[0][0].isupper()) or len(runs[-1]) == _LONGEST_RUN:
            runs.append([])
        if word[0][0].isupper():
            runs[-1].append(_OWNER.sub("", word[0]))
        end = word.end()
    return [run for run in runs if len(run) >= _WIDTHS[0]]


def _within(run: list[str]) -> list[str]:
    return [" ".join(run[at : at + width]) for width in _WIDTHS for at in range(len(run) - width + 1)]
