"""A line read back from its items."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import unpacked
from throughline.adapters.dynamo.contacts import CONTACT, LOOKED, stands
from throughline.adapters.dynamo.precedents import TAUGHT
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.case import Case, Saying, Step
from throughline.domain.contact import Look
from throughline.domain.feedback import Feedback
from throughline.domain.gathering import Gathering, Risen
from throughline.domain.letter import Posted
from throughline.domain.line import Line, ParkedItem
from throughline.domain.recognition import Change, Thanks
from throughline.domain.survey import Answer

T = TypeVar("T", Step, Saying)
UNSENT = frozenset({Posted.WAITING.value, Posted.HELD.value})


def line_of(items: Iterable[LedgerRecord]) -> Line:
    """The line that these items of one partition make up; what it does not know, or was erased, it leaves out."""
    grouped: dict[str, list[LedgerRecord]] = defaultdict(list)
    for item in items:
        grouped[item.sk.partition("#")[0]].append(item)
    facts = [item for item in grouped["fact"] if not item.erased]
    return Line(
        feedback=next((unpacked(Feedback, item.body) for item in facts if item.sk == "fact"), None),
        answers=tuple(unpacked(Answer, item.body) for item in facts if item.sk != "fact"),
        cases=tuple(sorted((unpacked(Case, item.body) for item in grouped["case"]), key=lambda case: case.number)),
        steps=_by_number(grouped["step"], Step),
        sayings=_by_number(grouped["said"], Saying),
        thanks=tuple(unpacked(Thanks, item.body) for item in grouped["thanks"]),
        changes=tuple(unpacked(Change, item.body) for item in grouped["change"] if item.listing),
        parked=next((unpacked(ParkedItem, item.body) for item in grouped["parked"]), None),
        erased=bool(grouped["erased"]),
        letters=tuple(item.sk for item in grouped["letter"]),
        unsent=frozenset(item.sk for item in grouped["letter"] if item.state in UNSENT),
        taught=frozenset(_key(item.sk) for item in grouped[TAUGHT] if item.listing),
        contact=next(map(stands, grouped[CONTACT]), None),
        looks=tuple(unpacked(Look, item.body) for item in grouped[LOOKED]),
        weighed={int(item.sk.split("#")[1]): tuple(item.body["words"]) for item in grouped[keys.WEIGHED]},
        gathered=tuple(unpacked(Gathering, item.body) for item in grouped["gathered"]),
        risen=next((unpacked(Risen, item.body) for item in grouped[keys.RISEN]), None),
    )


def _key(sk: str) -> tuple[int, int]:
    _, number, version = sk.split("#")
    return int(number), int(version)


def _by_number(items: list[LedgerRecord], kind: type[T]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = defaultdict(list)
    for item in items:
        found[int(item.sk.split("#")[1])].append(unpacked(kind, item.body))
    return {number: tuple(sorted(those, key=lambda one: one.version)) for number, those in found.items()}
