"""Learn from what people decided; a model that routes worse than the one in place is not taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from throughline.domain.journey import JourneyMap
from throughline.domain.learned import Placed, Roll, parted
from throughline.domain.precedent import Example, Precedent, examples_for, record_of
from throughline.domain.routes.target import target_after
from throughline.errors import Refused
from throughline.ports.learning import ModelPointer, Models, Precedents

ENOUGH_NEW = 20
FEWEST_HELD_BACK = 10


class Trainer(Protocol):
    """Makes models and measures them; the same examples make the same bytes."""

    def learn(self, examples: Sequence[Example], journey_map: JourneyMap) -> bytes:
        """What these examples teach."""

    def right(self, model: bytes, examples: Sequence[Example], journey_map: JourneyMap) -> int:
        """How many of these a model gives to the right department."""


@dataclass(frozen=True, slots=True)
class School:
    """Where examples come from and where what is learned goes."""

    precedents: Precedents
    models: Models
    pointer: ModelPointer
    trainer: Trainer


@dataclass(frozen=True, slots=True)
class Learned:
    """Whether another model routes from now on, and why or why not.

    `dropped` names touchpoints and departments that the map no longer has, with how many decisions that cost.
    """

    taken: bool
    reason: str
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Class:
    """What is there to learn: the examples, and what changed since the model in place."""

    examples: tuple[Example, ...]
    roll: Roll
    digest: str
    new: int
    gone: bool


def learn_routing(*, school: School, journey_map: JourneyMap | None, today: date) -> Learned:
    """Learn when enough is new, or anything is once a day; doing it again changes nothing.

    Models that knew words that were erased since are forgotten.
    """
    if journey_map is None:
        return Learned(taken=False, reason="there is no journey map yet")
    known = tuple(school.precedents.all())
    found = examples_for(journey_map, known)
    before = school.pointer.current()
    if before:
        _prune(school, before)
    here = _class(found.rows, before, school, journey_map)
    why_not = _why_not(here, before, journey_map, today)
    if why_not:
        return Learned(taken=False, reason=why_not, dropped=found.dropped)
    placed = _sure(_taught(here, before, school, journey_map, today), journey_map.precision_target, known)
    if not school.pointer.place(placed):
        return Learned(taken=False, reason="somebody else placed a model just now")
    _prune(school, placed)
    taken = before is None or placed.files != before.files
    return Learned(taken=taken, reason=placed.why, dropped=found.dropped)


def roll_back(*, model: str, pointer: ModelPointer, today: date) -> Placed | None:
    """Put a model of before in place again, until people have decided more; None when there is none of that name.

    A name may be cut short where it stays the only one. What knew erased words never comes back.
    """
    current = pointer.current()
    earlier = pointer.history() if current else ()
    found = {one.model: one for one in earlier if current and one.revision >= current.since}
    named = [one for name, one in found.items() if name.startswith(model)]
    if current is None or len(named) != 1:
        return None
    why = f"put back in place of {current.model[:12]} by a person"
    revision = current.revision + 1
    placed = replace(named[0], revision=revision, on=today, tried=current.tried, why=why, since=current.since)
    placed = replace(placed, target=current.target)
    return placed if pointer.place(placed) else None


def _sure(placed: Placed, asked: float, known: Sequence[Precedent]) -> Placed:
    """The same with how sure it has to be, by what people let stand of what was decided before."""
    target = target_after(asked, record_of(known))
    if target <= asked:
        return replace(placed, target=0.0)
    why = f"{placed.why}; people corrected too much, so it has to be {target:.2f} sure instead of {asked:.2f}"
    return replace(placed, target=target, why=why)


def _class(rows: tuple[Example, ...], before: Placed | None, school: School, journey_map: JourneyMap) -> _Class:
    roll = Roll.of(rows)
    digest = roll.digest(journey_map.version)
    if before is None or before.tried == digest:
        return _Class(rows, roll, digest, len(rows), gone=False)
    stored = _stored(before.roll, school.models)
    known = Roll.parse(stored or b"")
    gone = stored is None or bool(known.texts - roll.texts)  # who can't tell learns anew
    return _Class(rows, roll, digest, len(roll.rows - known.rows), gone)


def _stored(name: str, models: Models) -> bytes | None:
    """What is kept under a name; None when it is gone or damaged."""
    try:
        return models.get(name)
    except Refused:
        return None


def _why_not(here: _Class, before: Placed | None, journey_map: JourneyMap, today: date) -> str:
    if before is None:
        return "" if here.examples else "nobody has decided anything yet"
    if before.tried == here.digest:
        return "nothing new was decided"
    if before.on < today or before.map_version != journey_map.version or here.new >= ENOUGH_NEW:
        return ""
    return f"{here.new} decisions are new: it learns from {ENOUGH_NEW}, or once a day"


def _taught(here: _Class, before: Placed | None, school: School, journey_map: JourneyMap, today: date) -> Placed:
    teaching, held = parted(here.examples)
    twin = school.trainer.learn(teaching, journey_map)
    right = school.trainer.right(twin, held, journey_map)
    revision = before.revision + 1 if before else 1
    rival = _stored(before.twin, school.models) if before and not here.gone else None
    if before and rival and len(held) >= FEWEST_HELD_BACK:
        earlier = school.trainer.right(rival, held, journey_map)
        if right < earlier:
            why = f"not taken: {right} of {len(held)} held back right, with the one in place {earlier}"
            return replace(before, revision=revision, tried=here.digest, on=today, why=why)
    return Placed(
        revision=revision,
        model=school.models.put(school.trainer.learn(here.examples, journey_map)),
        twin=school.models.put(twin),
        roll=school.models.put(here.roll.data),
        map_version=journey_map.version,
        count=len(here.examples),
        right=right,
        measured=len(held),
        on=today,
        tried=here.digest,
        why=f"learned from {len(here.examples)} decisions, {right} of {len(held)} held back right",
        since=revision if here.gone or not before else before.since,
    )


def _prune(school: School, current: Placed) -> None:
    """Models that knew what was erased go; the one in place and those since stay."""
    history = tuple(school.pointer.history()) if current.since > 1 else ()
    kept = {name for one in (current, *history) if one.revision >= current.since for name in one.files}
    for one in history:
        if one.revision < current.since:
            for name in sorted(one.files - kept):
                school.models.drop(name)
            school.pointer.forget(one)
