"""Which department a reply names: one of the map's, in spite of case, marks, endings and a slip; else in its words."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from throughline.domain.mail.intents.folding import folded
from throughline.domain.mail.intents.tagging import Item

_GENERIC = frozenset(
    "the team department dept office desk people colleagues guys folks section unit abteilung kollegen service equipe"
    " departement departamento equipo area setor equipa ufficio reparto servizio afdeling avdelningen avdelning dzial"
    " dzialu bei von vom le la les los el o a os as il lo gli der die das den dem de het 部 部門 部门 课".split()
)
_AND = frozenset("and und et y e en och i".split())
_LONG_ENOUGH_FOR_A_SLIP = 5
_SAME_BEGINNING, _MOST_ENDING, _MOST_LEFT = 5, 3, 2
_MOST_NAMED = 4
_LITTLE, _LITTLE_LONG = "fdwab", 3
_NAMING = "xXtpn"
_SKIPPED = "fdUBaboIrM"


def known_in(items: Sequence[Item], departments: Sequence[str]) -> str:
    """The department of the map that these words name first, the longest name of those that fit; "" for none."""
    words = [piece for item in items for word in item.words for piece in _pieces(item.part, word)]
    names = [(name, _significant(name)) for name in departments] if words else []
    for at in range(len(words)):
        for alike in (str.__eq__, _alike):
            fitting = [name for name, meant in names if _fits(words[at : at + 2 * len(meant)], meant, alike)]
            if fitting:
                return max(fitting, key=len)
    return ""


def _pieces(part: str, word: str) -> list[str]:
    """The word's pieces; "it" is not the department IT, which is written in capitals and so has another part."""
    return [""] if part in _LITTLE and len(word) <= _LITTLE_LONG else word.split("-")


def _significant(name: str) -> list[str]:
    words = [piece for word in name.replace("-", " ").split() for piece in folded(word)]
    return [word for word in words if word not in _GENERIC | _AND and word[0].isalnum()] or words


def _fits(words: Sequence[str], name: Sequence[str], alike: Callable[[str, str], bool]) -> bool:
    spoken = [word for word in words if word not in _AND]
    return len(spoken) >= len(name) > 0 and all(alike(said, meant) for said, meant in zip(spoken, name, strict=False))


def _alike(said: str, meant: str) -> bool:
    said, meant = _plain(said), _plain(meant)
    if min(len(said), len(meant)) < _LONG_ENOUGH_FOR_A_SLIP:
        return len(meant) > 1 and said.rstrip("s") == meant.rstrip("s")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, meant, strict=False)))
    short, long = sorted((len(said), len(meant)))
    has_other_ending = shared >= _SAME_BEGINNING and short - shared <= _MOST_LEFT and long - shared <= _MOST_ENDING
    return has_other_ending or _is_a_slip(said[shared:], meant[shared:])


def _plain(word: str) -> str:
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _is_a_slip(rest: str, other: str) -> bool:
    """Whether one letter more, less, other or two changed over make one the other, from the first that differs."""
    changed_over = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return changed_over or rest[1:] == other[1:] or rest == other[1:] or rest[1:] == other


def named_after(text: str, items: Sequence[Item]) -> str:
    """The words in the place of a department's name, at most four; "" where none stands."""
    named: list[Item] = []
    for item in items:
        if item.part in _NAMING and len(named) < _MOST_NAMED:
            named.append(item)
        elif named or item.part not in _SKIPPED:
            break
    while len(named) > 1 and set(named[0].words) <= _GENERIC:
        named = named[1:]
    while len(named) > 1 and set(named[-1].words) <= _GENERIC and text[named[-1].start].isascii():
        named = named[:-1]
    return text[named[0].start : named[-1].end].removesuffix("'s").removesuffix("’s") if named else ""
