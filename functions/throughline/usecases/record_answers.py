"""Take survey answers in: one conditional write each, the latest revision wins."""

from collections.abc import Iterable
from dataclasses import dataclass

from throughline.domain.subject import subject_of
from throughline.domain.survey import Answer
from throughline.ports import Facts


@dataclass(frozen=True, slots=True)
class AnswersRecorded:
    """How many answers were new or newer, and how many had been here."""

    written: int
    repeated: int


def record_answers(*, answers: Iterable[Answer], root: bytes, facts: Facts) -> AnswersRecorded:
    """Write each answer unless this revision or a later one is there, or it was erased."""
    outcomes = [facts.record_answer(one, subject=subject_of(root, one.customer_ref)) for one in answers]
    return AnswersRecorded(sum(outcomes), len(outcomes) - sum(outcomes))
