"""How customers can be reached who asked for it; of all others it is dropped unread."""

from collections.abc import Iterable, Mapping
from typing import Any

from throughline.adapters.surveys.given import Given
from throughline.adapters.surveys.values import Value, found_at, key_of, spoken
from throughline.contracts.fields import one_line
from throughline.domain.contact import Wish, contact_of
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.domain.survey_mapping import MappedSurvey, Question, same


def wish_hint(value: Value, question: Question) -> dict[str, bool]:
    """Whether an answer allows us to contact the customer: one of those that the mapping names does."""
    said = value if isinstance(value, list) else [spoken(value)]
    allowing = {same(one) for one in question.yes}
    return {CONTACT_WANTED: any(same(one) in allowing for one in said)}


def wishes_in(
    rows: Iterable[Answer], answered: Iterable[Given], survey: MappedSurvey | None, beside: Mapping[str, Any]
) -> tuple[Wish, ...]:
    """The contact of a customer who asked to be contacted; nothing is read of it otherwise."""
    asking = next((row for row in rows if row.hints.get(CONTACT_WANTED) is True), None)
    if asking is None or survey is None:
        return ()
    said = {kind: found_at(beside, path) for kind, path in survey.contact_from}
    for one in answered:
        question = survey.question(one.names)
        if question and question.contact and not question.yes:
            before = said.get(question.contact, "")
            said[question.contact] = key_of(one_line(f"{before} {spoken(one.value)}"))
    return (Wish(asking.line, asking.question_key, contact_of(said)),)
