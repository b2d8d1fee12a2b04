"""From what a vendor sent to canonical answers, by the organisation's mapping and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from throughline.adapters.surveys.contacting import wish_hint, wishes_in
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.values import (
    ENTRY_BYTES,
    cut,
    found_at,
    is_answered,
    key_of,
    number_of,
    says_who,
    short,
    spoken,
)
from throughline.contracts.fields import one_line
from throughline.domain.seal import mac
from throughline.domain.survey import CONTACT_WANTED, SCALES, Answer, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap, same
from throughline.domain.survey_reading import Complete, Ignored

VALUE, TITLE, OFF_SCALE = "value", "question", "off_scale"
NPS = SCALES[Metric.NPS]


@dataclass(frozen=True, slots=True)
class Response:
    """What is true of all answers of one response; `beside` is what paths of the mapping lead into."""

    survey_id: str
    response_id: str
    event_id: str = ""
    revision: int = 0
    finished: bool = True
    answered_at: datetime | None = None
    beside: Mapping[str, Any] = field(default_factory=dict)
    hints: Mapping[str, Any] = field(default_factory=dict)


def answers_of(
    response: Response, given: Iterable[Given], mapping: SurveyMap, survey: MappedSurvey | None, now: datetime
) -> Complete | Ignored:
    """One answer a question; skipped questions have none.

    The wish to be contacted comes last: whoever acts on it sees the others.
    """
    answering, answered = _Answering(response, mapping, survey, now), [one for one in given if is_answered(one.value)]
    rows = sorted((row for one in answered for row in answering.row(one)), key=lambda row: CONTACT_WANTED in row.hints)
    if not rows:
        return Ignored("No question that is kept was answered.")
    unmapped = tuple(row.question_key for row in rows if VALUE in row.hints)
    wishes = wishes_in(rows, answered, survey, response.beside)
    return Complete(tuple(rows), _reason(response, len(rows), unmapped), unmapped, wishes)


def mapped(answer: Answer, mapping: SurveyMap) -> Answer:
    """A canonical answer that names no metric, with what the mapping says of its question."""
    survey = mapping.find(answer.survey_id)
    question = survey.question((answer.question_key,)) if survey else None
    if not survey or not question:
        return answer
    named = question.touchpoint or (survey.spoken_of if question.verbatim else "")
    placed = replace(answer, touchpoint_hint=answer.touchpoint_hint or named)
    if answer.metric or answer.score is None or not question.scale or not fits(answer.score, question):
        return placed
    low, high = question.scale
    return replace(placed, metric=question.metric, scale_min=low, scale_max=high, direction=question.direction)


def fits(score: float, question: Question) -> bool:
    """Whether a score is one on the question's scale."""
    low, high = question.scale or (score, score)
    return low <= score <= high and (question.metric is not Metric.NPS or score.is_integer())


@dataclass(frozen=True, slots=True)
class _Answering:
    response: Response
    mapping: SurveyMap
    survey: MappedSurvey | None
    now: datetime

    def row(self, given: Given) -> tuple[Answer, ...]:
        question = self.survey.question(given.names) if self.survey else None
        if question and question.contact:
            return (self._answer(question.key, hints=wish_hint(given.value, question)),) if question.yes else ()
        if given.keep is Keep.NEVER or not key_of(given.names[0]):
            return ()
        if question is None:
            return self._unmapped(given)
        if question.verbatim:
            return (self._answer(question.key, touchpoint=question.touchpoint, verbatim=spoken(given.value)),)
        return (self._scored(given, question),)

    def _scored(self, given: Given, question: Question) -> Answer:
        score = number_of(given.value)
        if score is None or not question.scale or not fits(score, question):
            hints = {**_titled(given), VALUE: short(given.value), OFF_SCALE: True}
            return self._answer(question.key, touchpoint=question.touchpoint, hints=hints)
        said = {"metric": question.metric, "score": score, "direction": question.direction}
        ends = dict(zip(("scale_min", "scale_max"), question.scale, strict=True))
        return self._answer(question.key, touchpoint=question.touchpoint, hints=_titled(given), **said, **ends)

    def _unmapped(self, given: Given) -> tuple[Answer, ...]:
        nps = Question(given.names[0], Metric.NPS, NPS)
        score = number_of(given.value)
        if given.declared is Metric.NPS and score is not None and fits(score, nps):
            return (self._scored(given, nps),)
        aside = given.keep is Keep.IF_MAPPED or self._is_path(given.names)
        if aside or says_who(given.value, (*given.names, given.title)):
            return ()
        return (self._answer(given.names[0], hints={**_titled(given), VALUE: short(given.value)}),)

    def _is_path(self, names: tuple[str, ...]) -> bool:
        """Whether the mapping takes the touchpoint, the customer or a contact from it, so that it is no answer."""
        paths = [self.survey.touchpoint_from, self.survey.customer_ref] if self.survey else []
        paths += [path for _, path in self.survey.contact_from] if self.survey else []
        ends = {same(end) for path in paths for end in (path, path.partition(".")[2]) if end}
        return any(same(name) in ends for name in names)

    def _answer(self, key: str, *, touchpoint: str = "", hints: Mapping[str, Any] | None = None, **said: Any) -> Answer:
        survey, response = self.survey, self.response
        here = found_at(response.beside, survey.touchpoint_from) if survey else ""
        unsaid = survey.spoken_of if survey and not said.get("metric") else ""
        return Answer(
            source=self.mapping.source,
            survey_id=key_of(response.survey_id),
            response_id=key_of(response.response_id),
            question_key=key_of(key),
            event_id=key_of(response.event_id),
            answered_at=response.answered_at,
            received_at=self.now,
            revision=response.revision,
            finished=response.finished,
            customer_ref=customer(self.mapping, survey, response.beside),
            touchpoint_hint=touchpoint or here or unsaid,
            hints={**response.hints, **(hints or {})},
            **said,
        )


def customer(mapping: SurveyMap, survey: MappedSurvey | None, beside: Mapping[str, Any]) -> str:
    """The customer's reference as it came if it is opaque; of an e-mail address a digest if asked for, else nothing."""
    reference = found_at(beside, survey.customer_ref) if survey else ""
    if "@" not in reference or not survey:
        return reference
    return mac(mapping.root, "customer", reference.casefold()) if survey.hash_customer and mapping.root else ""


def _titled(given: Given) -> dict[str, Any]:
    title = cut(one_line(given.title), ENTRY_BYTES)
    return {TITLE: title} if title and title not in given.names[:1] else {}


def _reason(response: Response, count: int, unmapped: tuple[str, ...]) -> str:
    counted = "1 answer" if count == 1 else f"{count} answers"
    state = "" if response.finished else ", not finished"
    missing = f"; no mapping explains {', '.join(unmapped)}" if unmapped else ""
    return f"{counted} of response {key_of(response.response_id)}{state}{missing}."
