"""Count a survey answer in its week."""

from dataclasses import dataclass

from throughline.domain.week import Week
from throughline.ports import Facts, Figures


@dataclass(frozen=True, slots=True)
class Tallied:
    """Whether it was counted, and in which week or why not."""

    counted: bool
    reason: str


def tally_answer(*, line: str, fact: str, facts: Facts, figures: Figures) -> Tallied:
    """Count the answer in its own week, in place of an earlier revision; a repeat changes nothing."""
    answer = facts.answer(line, fact)
    if answer is None:
        return Tallied(counted=False, reason="it is gone")
    if answer.metric is None:
        return Tallied(counted=False, reason="it measures nothing")
    moment = answer.answered_at or answer.received_at
    if moment is None:
        return Tallied(counted=False, reason="nobody knows when it was given")
    week = Week.of(moment)
    if not figures.count(answer, week):
        return Tallied(counted=False, reason="it was counted before")
    return Tallied(counted=True, reason=f"counted in {week}")
