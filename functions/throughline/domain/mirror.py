"""What people's decisions say about the map: who is confused with whom, which words mislead, which are missing.

Only what several lines show is told, so that no one writer's words stand out.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from throughline.domain.journey import Cue, JourneyMap, Part, folded, versioned
from throughline.domain.precedent import Precedent, examples_for, standing
from throughline.domain.theme_words import words_of

FEWEST = 3
MOST = 10
CODE_LENGTH = 6
SHORTEST = 4


class Edit(StrEnum):
    """What is proposed to be done with a word of the map."""

    ADD = "add"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Confused:
    """How often routing meant one department where people meant another."""

    said: str
    meant: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One edit of one row of the map, with why; `code` is what people accept it by."""

    edit: Edit
    touchpoint: str
    department: str
    word: str
    count: int

    @property
    def code(self) -> str:
        """The same proposal has the same code."""
        told = "\n".join((self.edit, folded(self.touchpoint), folded(self.department), folded(self.word)))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:CODE_LENGTH]


@dataclass(frozen=True, slots=True)
class Gone:
    """A moment or department that the map no longer has; its decisions teach their department still, or nothing."""

    name: str
    count: int
    teaches: bool


@dataclass(frozen=True, slots=True)
class Mirror:
    """What the map's owner sees; `wordless` are touchpoints that the map gives no words."""

    decided: int
    confused: tuple[Confused, ...]
    wordless: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    gone: tuple[Gone, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see."""
        return not (self.confused or self.proposals)


def mirror_of(journey_map: JourneyMap, precedents: Iterable[Precedent]) -> Mirror:
    """The map as these decisions show it; the same in any order."""
    decided = standing(precedents)
    pairs = Counter((one.said, one.department) for one in decided if _confused(one))
    confused = [Confused(said, meant, count) for (said, meant), count in pairs.items() if count >= FEWEST]
    wordless = [one.name for one in journey_map.touchpoints() if not any(part.routes_when for part in one.parts)]
    proposals = (*_misleading(journey_map, decided), *_missing(journey_map, decided))
    return Mirror(
        len(decided),
        tuple(sorted(confused, key=lambda one: (-one.count, one.said, one.meant))[:MOST]),
        tuple(wordless),
        tuple(sorted(proposals, key=lambda one: (-one.count, one.code))[:MOST]),
        gone_from(journey_map, decided),
    )


def gone_from(journey_map: JourneyMap, precedents: Iterable[Precedent]) -> tuple[Gone, ...]:
    """What earlier decisions name and this map does not have, and whether they teach all the same."""
    found = examples_for(journey_map, precedents)
    moved = (Gone(name, count, teaches=True) for name, count in found.moved)
    return (*moved, *(Gone(name, count, teaches=False) for name, count in found.dropped))


def edited(journey_map: JourneyMap, proposal: Proposal) -> JourneyMap:
    """The map with the edit made; the same map where it was made before or its row is gone."""
    parts = tuple(_edited(part, proposal) if _is_row(part, proposal) else part for part in journey_map.parts)
    return versioned(replace(journey_map, parts=parts))


def _confused(one: Precedent) -> bool:
    return bool(one.said and one.department) and folded(one.said) != folded(one.department)


def _misleading(journey_map: JourneyMap, decided: Iterable[Precedent]) -> Iterable[Proposal]:
    """Words of the map that led to the wrong department more often than to the right one."""
    wrong: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for one in decided:
        counter = wrong if folded(one.said) != folded(one.department) else right
        counter.update((folded(one.said), folded(hit)) for hit in one.hits if one.said)
    for part in journey_map.parts:
        for cue in part.routes_when if part.active else ():
            key = (folded(part.department), folded(cue.words))
            if wrong[key] >= FEWEST and wrong[key] > right[key]:
                yield Proposal(Edit.DROP, part.touchpoint, part.department, cue.words, wrong[key])


def _missing(journey_map: JourneyMap, decided: Iterable[Precedent]) -> Iterable[Proposal]:
    """Words that several people used for one moment and hardly anybody for another, and that the map lacks."""
    used: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in decided:
        for term, word in _said(one.words):
            used[folded(one.touchpoint), folded(one.department)][term].add(one.line)
            forms[term][word] += 1
    for part in journey_map.parts:
        here = used.get((folded(part.touchpoint), folded(part.department)), {}) if part.active else {}
        yield from _of_row(part, here, used, forms)


def _of_row(
    part: Part,
    here: Mapping[str, set[str]],
    used: Mapping[tuple[str, str], Mapping[str, set[str]]],
    forms: Mapping[str, Counter[str]],
) -> Iterable[Proposal]:
    told = "; ".join((part.touchpoint, part.department, *(cue.words for cue in part.routes_when)))
    known = {term for term, _ in _said(told)}
    for word, lines in here.items():
        others = sum(len(one[word]) for one in used.values() if word in one) - len(lines)
        if word not in known and len(lines) >= FEWEST and len(lines) > 4 * others:
            written = min(forms[word], key=lambda form: (-forms[word][form], form))
            yield Proposal(Edit.ADD, part.touchpoint, part.department, written, len(lines))


def _said(text: str) -> set[tuple[str, str]]:
    """The telling words of a text, as they are counted and as they are written; no numbers, no names after a title."""
    found = ((word.term, text[word.start : word.end].casefold()) for word in words_of(text))
    return {(term, written) for term, written in found if len(written) >= SHORTEST and written.isalpha()}


def _is_row(part: Part, proposal: Proposal) -> bool:
    wanted = (folded(proposal.touchpoint), folded(proposal.department))
    return part.active and (folded(part.touchpoint), folded(part.department)) == wanted


def _edited(part: Part, proposal: Proposal) -> Part:
    others = tuple(cue for cue in part.routes_when if folded(cue.words) != folded(proposal.word))
    if proposal.edit is Edit.DROP:
        return replace(part, routes_when=others)
    known = others != part.routes_when
    return part if known else replace(part, routes_when=(*others, Cue(proposal.word)))
