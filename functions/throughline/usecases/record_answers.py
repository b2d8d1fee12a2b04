"""Take survey answers in: one conditional write each, the latest revision wins."""

from collections.abc import Iterable
from dataclasses import dataclass

from throughline.domain.contact import Wish
from throughline.domain.subject import subject_of
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.ports import Contacts, Facts
from throughline.ports.contacts import Taken


@dataclass(frozen=True, slots=True)
class AnswersRecorded:
    """How many answers were new or newer, and how many had been here."""

    written: int
    repeated: int


def record_answers(
    *,
    answers: Iterable[Answer],
    root: bytes,
    facts: Facts,
    wishes: Iterable[Wish] = (),
    contacts: Contacts | None = None,
) -> AnswersRecorded:
    """Write each answer unless this revision or a later one is there, or it was erased.

    Whoever asked to be contacted is kept with that answer, sealed; whoever does not ask any more is forgotten.
    """
    asked = {(one.line, one.question_key): one for one in wishes}
    outcomes = []
    for one in answers:
        wish = asked.get((one.line, one.question_key))
        if contacts and wish and wish.contact:
            outcomes.append(_asked(one, wish, root, facts, contacts))
            continue
        if contacts and one.hints.get(CONTACT_WANTED) is False:
            contacts.withdraw(one)
        outcomes.append(_recorded(one, root, facts))
    return AnswersRecorded(sum(outcomes), len(outcomes) - sum(outcomes))


def _asked(answer: Answer, wish: Wish, root: bytes, facts: Facts, contacts: Contacts) -> bool:
    taken = contacts.record(
        answer,
        wish.contact.sealed(root, answer.line),
        subject=subject_of(root, answer.customer_ref),
        reached_by=subject_of(root, wish.contact.reference),
    )
    return _recorded(answer, root, facts) if taken is Taken.NO_CONTACT else taken is Taken.WRITTEN


def _recorded(answer: Answer, root: bytes, facts: Facts) -> bool:
    return facts.record_answer(answer, subject=subject_of(root, answer.customer_ref))
