"""What a week counts of cases: each event in the week of its own day, as the history of a case tells it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Self

from throughline.domain.case import Action, Case, State, Step, undone, withdrawn
from throughline.domain.promise_kept import ANSWERED, HEARD
from throughline.domain.recognition import Change, Effort
from throughline.domain.week import Week

COUNTED = frozenset(
    {
        Action.ACKNOWLEDGE,
        Action.ANSWER,
        Action.RESOLVE,
        Action.HAND_ON,
        Action.EXTEND,
        Action.UNDO,
        Action.WITHDRAW,
        Action.REPLY,
        Action.DISPUTE,
    }
)
_ANSWERS = (Action.ANSWER, Action.RESOLVE)
_TAKES_ON = (Action.ACKNOWLEDGE, Action.EXTEND, *_ANSWERS, Action.HAND_ON)


@dataclass(frozen=True, slots=True)
class CaseTally:
    """How many cases came, were taken on, answered, resolved and handed on; `days` from coming to their answer.

    The last three are what was changed: how often it makes more, as much and less effort for customers.
    """

    opened: int = 0
    acknowledged: int = 0
    acknowledged_in_time: int = 0
    answered: int = 0
    answered_in_time: int = 0
    resolved: int = 0
    resolved_in_time: int = 0
    handed_on: int = 0
    days: int = 0
    more: int = 0
    same: int = 0
    less: int = 0

    def __add__(self, other: Self) -> Self:
        """Both together."""
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in NAMES))

    def __sub__(self, other: Self) -> Self:
        """Without the other."""
        return type(self)(*(getattr(self, name) - getattr(other, name) for name in NAMES))


NAMES = tuple(one.name for one in fields(CaseTally))


def tally_of(case: Case, steps: Sequence[Step], changes: Iterable[Change]) -> Mapping[Week, CaseTally]:
    """What one case adds to which week; nothing of what was said in confidence, or came and was taken back."""
    if case.confidential or withdrawn(case, steps):
        return {}
    gone = undone(steps)
    stand = [step for step in steps if step.version not in gone and step.action is not Action.UNDO]
    found: dict[Week, CaseTally] = {}

    def add(on: date, tally: CaseTally) -> None:
        found[Week.of(on)] = found.get(Week.of(on), CaseTally()) + tally

    add(case.opened_on, CaseTally(opened=1))
    for step in _first(stand, _TAKES_ON):
        add(step.on, CaseTally(acknowledged=1, acknowledged_in_time=int(HEARD in step.kept)))
    for step in _first(stand, _ANSWERS):
        days = (step.on - case.opened_on).days
        add(step.on, CaseTally(answered=1, answered_in_time=int(ANSWERED in step.kept), days=days))
    for step in _resolved(case, stand):
        add(step.on, CaseTally(resolved=1, resolved_in_time=int(ANSWERED in step.kept)))
    for step in _first(stand, (Action.HAND_ON,)):
        add(step.on, CaseTally(handed_on=1))
    for change in changes:
        if change.number == case.number and change.effort in set(Effort):
            add(change.on, CaseTally(**{change.effort: 1}))
    return found


def _first(steps: Iterable[Step], actions: tuple[Action, ...]) -> list[Step]:
    """The first of these steps, if there is one."""
    return [step for step in steps if step.action in actions][:1]


def _resolved(case: Case, steps: Sequence[Step]) -> list[Step]:
    """The step that it was resolved by, if that stands."""
    if case.state not in (State.RESOLVED, State.CLOSED):
        return []
    return [step for step in steps if step.action is Action.RESOLVE][-1:]
