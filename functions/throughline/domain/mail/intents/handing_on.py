"""A reply that says whose it is instead."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from throughline.domain.mail.intents.clauses import Clause
from throughline.domain.mail.intents.departments import known_in, named_after
from throughline.domain.mail.intents.tagging import Item

_BEFORE = "[fdabhKOPGSBcrX]*"
_NOT_OURS = re.compile(rf"(?:{_BEFORE}w?[ab]?)[FS]*H")
_ASKS = re.compile(rf"(?:{_BEFORE}Q?r?[fd]*)M")
_BELONGS = re.compile("[fdabhKOPGSBcrw]*I")
_THEIRS = re.compile(rf"{_BEFORE}([xXtpd]+)[fdab]*Y")
_THEIRS_AFTER = re.compile(rf"{_BEFORE}Y[fdab]*[xXtp]+")
_DENIED = re.compile(r"N[fdao]*[IM]")
_ALONE = re.compile(r"[fdabBUhr]*[xXtp]{1,4}[fKrX]*")


@dataclass(frozen=True, slots=True)
class HandedOn:
    """To whom, "" where nobody is named; `at` is the clause that says so, `used` those that say nothing more."""

    to: str
    at: int
    used: AbstractSet[int]


def handed_on(text: str, clauses: Sequence[Clause], departments: Sequence[str]) -> HandedOn | None:
    """Whether it is handed on, and to whom."""
    for at, clause in enumerate(clauses):
        parts = clause.parts
        if _NOT_OURS.match(parts) and not (clause.asked and "Q" in parts):
            return _named_later(text, clauses, at, departments)
        if clause.asked and not re.match(rf"{_BEFORE}(?:Qr?[fd]*)?M", parts):
            continue
        cue = _cue(parts, clause, departments)
        if cue is not None:
            rest, used = _with_what_is_joined(clauses, at, cue)
            to = known_in(rest, departments) or _unknown(text, rest)
            if to:
                return HandedOn(to, at, used)
        if not clause.asked and (_THEIRS.match(parts) or _THEIRS_AFTER.match(parts)):
            to = _their_name(text, clause, departments)
            if to:
                return HandedOn(to, at, {at})
    return None


def _cue(parts: str, clause: Clause, departments: Sequence[str]) -> int | None:
    """The place after "belongs to" or "please ask"."""
    if _DENIED.search(parts):
        return None
    found = _ASKS.match(parts) or _BELONGS.match(parts)
    if found:
        return found.end()
    at = parts.find("I")
    return at + 1 if at >= 0 and known_in(clause.items[at + 1 : at + 4], departments) else None


def _with_what_is_joined(clauses: Sequence[Clause], at: int, cue: int) -> tuple[list[Item], set[int]]:
    """What follows in the clause, and after "and" or "&", which some names hold."""
    items, used = list(clauses[at].items[cue:]), {at}
    if clauses[at + 1 : at + 2] and clauses[at + 1].joint == "&":
        items, used = [*items, *clauses[at + 1].items], {at, at + 1}
    return items, used


def _unknown(text: str, items: Sequence[Item]) -> str:
    """A name that the map does not hold; people are no departments."""
    first = next((item for item in items if item.part not in "fd"), None)
    return named_after(text, items) if first is not None and first.part != "p" else ""


def _their_name(text: str, clause: Clause, departments: Sequence[str]) -> str:
    known = known_in(clause.items, departments)
    if known or departments:
        return known
    at = clause.parts.index("Y")
    before = [item for item in clause.items[:at] if item.part not in "hK"]
    return named_after(text, clause.items[at + 1 :]) or named_after(text, before)


def _named_later(text: str, clauses: Sequence[Clause], at: int, departments: Sequence[str]) -> HandedOn:
    """After "not ours": in the rest of the clause, or in one that follows."""
    clause = clauses[at]
    cut = clause.parts.index("H") + 1
    rest = clause.items[cut:]
    to = known_in(rest, departments) or (named_after(text, rest) if rest and rest[0].part in "BIMabf" else "")
    if to:
        return HandedOn(to, at, {at})
    for later in range(at + 1, len(clauses)):
        to = _named_in(text, clauses[later], departments)
        if to:
            return HandedOn(to, at, {at, later})
    to = known_in([item for one in clauses[:at] for item in one.items], departments)
    return HandedOn(to, at, {at})


def _named_in(text: str, clause: Clause, departments: Sequence[str]) -> str:
    if clause.parts.startswith("N") or "H" in clause.parts:
        return ""
    known = known_in(clause.items, departments)
    if known:
        return known
    cue = next((at + 1 for at, item in enumerate(clause.items) if item.part in "IM"), None)
    if cue is not None:
        return named_after(text, clause.items[cue:])
    if "Y" in clause.parts:
        return _their_name(text, clause, ())
    is_alone = _ALONE.fullmatch(clause.parts.rstrip("ab"))
    return named_after(text, [item for item in clause.items if item.part not in "hKab"]) if is_alone else ""
