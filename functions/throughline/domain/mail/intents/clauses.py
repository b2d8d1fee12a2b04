"""A reply in clauses: greeting, closing and names put aside, each clause as the letters of its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from throughline.domain.mail.intents.tagging import MOST_SIGNS, Item, tagged

_WRAPPED_AT = 50  # a line this long that goes on in small letters was broken by the mail program
_WRAPPED = re.compile(rf"(?<=[^\n]{{{_WRAPPED_AT}}})\n(?=[^\W\d_A-Z])")
_BREAKS = "/.?:,&"
_SENTENCE_ENDS = "/.?"
_CLOSING = re.compile(r"e[exXpfKt&,:]{0,4}")
_MOST_AFTER_CLOSING = 60
_FEW_AFTER_CLOSING = 25
_NAME = re.compile(r"[xXt]{1,3}")
_NAME_BEFORE_TITLE = re.compile(r"x{1,6}[様]?")
_MOST_LINES_OF_NAMES = 4
_MOST_NAMES = 3
_NEVER_A_NAME = "DCGWVON" + _BREAKS
_NO = ("no",)
_BEFORE_A_QUESTION = "hKOGBrX"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two breaks; `joint` is the break before them, `asked` whether the sentence asks."""

    items: tuple[Item, ...]
    sentence: int
    joint: str
    asked: bool = False

    @property
    def parts(self) -> str:
        """One letter an item."""
        return "".join(item.part for item in self.items)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.items[-1].end

    def said(self, text: str) -> str:
        """Its words as written."""
        return text[self.start : self.end]


def clauses_of(text: str) -> list[Clause]:
    """The clauses that say something, in order."""
    items = _named(text, tagged(_unwrapped(text[:MOST_SIGNS])))
    return _without_tail(text, list(_cut(items)))


def _unwrapped(text: str) -> str:
    return _WRAPPED.sub(" ", text)


def _named(text: str, items: list[Item]) -> list[Item]:
    """Unknown words in capitals inside a sentence are names; those after a greeting belong to it."""
    named: list[Item] = []
    greeted = 0
    for at, item in enumerate(items):
        before = named[-1].part if named else "."
        part = "X" if _is_a_name(text, item, before, ends=_is_break(items, at + 1)) else item.part
        if part in "xXp" and greeted:
            part, greeted = "h", greeted - 1
        else:
            greeted = _MOST_NAMES if part == "h" else 0
        named.append(item._replace(part=part))
    return named


def _is_a_name(text: str, item: Item, before: str, *, ends: bool) -> bool:
    """Whether it is written as one: "Hi Will,", the department "IT", an unknown word in capitals."""
    if not text[item.start].isupper():
        return False
    if item.part == "x":
        return before not in _SENTENCE_ENDS
    if before == "h" and ends:
        return item.part not in _NEVER_A_NAME
    return item.part == "f" and text[item.start : item.end] == "IT" and not text.isupper()


def _is_break(items: Sequence[Item], at: int) -> bool:
    return at >= len(items) or items[at].part in _BREAKS


def _cut(items: Sequence[Item]) -> Iterator[Clause]:
    held: list[Item] = []
    joint, sentence, opened = ".", 0, False
    for at, item in enumerate(items):
        if item.part not in _BREAKS:
            held.append(item)
            continue
        if held:
            yield Clause(
                tuple(_settled(held)), sentence, joint, asked=opened or held[-1].part == "z" or _is_asked(items, at)
            )
            held, joint = [], ""
        opened = item.words[0].startswith("¿") or (opened and item.part not in _SENTENCE_ENDS)
        joint = item.part if item.part == "/" or not joint or joint not in _SENTENCE_ENDS else joint
        sentence += item.part in _SENTENCE_ENDS
    if held:
        yield Clause(tuple(_settled(held)), sentence, joint, asked=opened or held[-1].part == "z")


def _is_asked(items: Sequence[Item], at: int) -> bool:
    return next((item.part == "?" for item in items[at:] if item.part in _SENTENCE_ENDS), False)


def _settled(items: list[Item]) -> list[Item]:
    """With offers taking in what follows, and with question words only where they ask."""
    begun = ""
    settled: list[Item] = []
    if len(items) == 1 and items[0].words == _NO:  # in Portuguese also "in the", but not alone
        return [items[0]._replace(part="N")]
    for item in _swallowed(items):
        asks = item.part != "Q" or not set(begun) - set(_BEFORE_A_QUESTION)
        settled.append(item if asks else item._replace(part="a" if len(item.words) > 1 else "S"))
        begun += item.part
    return settled


def _swallowed(items: list[Item]) -> list[Item]:
    """A kind offer takes in the rest of its clause."""
    offers = [at for at, item in enumerate(items) if item.part == "c"]
    if not offers:
        return items
    return [item._replace(part="c") if at > offers[0] else item for at, item in enumerate(items)]


def _without_tail(text: str, clauses: list[Clause]) -> list[Clause]:
    """Without the closing and what follows it, and without names alone on the last lines."""
    clauses = [_before_closing(clause) for clause in clauses]
    for at, clause in enumerate(clauses):
        rest = sum(len(one.items) for one in clauses[at + 1 :])
        if _CLOSING.fullmatch(clause.parts) and rest <= _MOST_AFTER_CLOSING and not _takes_back(clauses[at + 1 :]):
            clauses = clauses[:at]
            break
    for _ in range(_MOST_LINES_OF_NAMES):
        if len(clauses) < 2 or not _is_name(text, clauses[-1]):  # noqa: PLR2004 - a name follows something
            break
        clauses = clauses[:-1]
    return clauses


def _takes_back(after: Sequence[Clause]) -> bool:
    """Whether a few words after the closing deny or ask: "PS: not really"; longer ones are footers."""
    few = sum(len(one.items) for one in after) <= _FEW_AFTER_CLOSING
    return few and any(one.asked or set(one.parts) & set("NLB") for one in after)


def _before_closing(clause: Clause) -> Clause:
    at = clause.parts.find("e")
    closes = at > 0 and _CLOSING.fullmatch(clause.parts[at:])
    return replace(clause, items=clause.items[:at]) if closes else clause


def _is_name(text: str, clause: Clause) -> bool:
    if _NAME_BEFORE_TITLE.fullmatch(clause.parts) and not text[clause.start].isascii():
        return clause.joint == "/"
    if not _NAME.fullmatch(clause.parts) or clause.joint not in _SENTENCE_ENDS:
        return False
    return all(text[item.start].isupper() for item in clause.items) or (clause.joint == "/" and len(clause.items) == 1)
