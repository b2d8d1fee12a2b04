"""What SurveyMonkey answers when a response is fetched: ids of choices, which the survey's details explain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.json_body import listed, needed, part, text
from throughline.adapters.surveys.values import Value, number_of
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Complete, Ignored
from throughline.domain.survey_time import moment_of, revision_of

WHO = ("demographic", "file_upload", "presentation")  # families of questions that say who wrote, or nothing
COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the survey's details say of a question."""

    title: str = ""
    family: str = ""
    choices: Mapping[str, Value] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)


def read_details(
    details: Mapping[str, Any], definition: Mapping[str, Any], mapping: SurveyMap, now: datetime, event_id: str = ""
) -> Complete | Ignored:
    """The answers of a response (`responses/{id}/details`) by the survey's own details (`surveys/{id}/details`)."""
    survey_id, changed = needed(details, "survey_id", ""), moment_of(text(details, "date_modified"))
    response = Response(
        survey_id=survey_id,
        response_id=needed(details, "id", ""),
        event_id=event_id,
        revision=revision_of(changed),
        finished=text(details, "response_status") in ("", COMPLETED),
        answered_at=changed or moment_of(text(details, "date_created")),
        beside={
            "custom_variables": part(details, "custom_variables"),
            "custom_value": text(details, "custom_value"),
            "collector_id": text(details, "collector_id"),
        },
    )
    known = _known(definition)
    return answers_of(response, _given(details, known), mapping, mapping.find(survey_id), now)


def _known(definition: Mapping[str, Any]) -> dict[str, _Known]:
    questions = (one for page in listed(definition, "pages") for one in listed(page, "questions"))
    return {text(one, "id"): _question(one) for one in questions}


def _question(question: Mapping[str, Any]) -> _Known:
    answers = part(question, "answers")
    title = next((text(one, "heading") for one in listed(question, "headings")), "")
    choices = {text(one, "id"): _meaning(one) for one in listed(answers, "choices")}
    rows = {text(one, "id"): text(one, "text") for one in listed(answers, "rows")}
    return _Known(title, text(question, "family"), choices, rows)


def _meaning(choice: object) -> Value:
    """What a choice counts as: the number it shows, else its weight, else its words."""
    shown, weight = text(choice, "text"), choice.get("weight") if isinstance(choice, Mapping) else None
    if number_of(shown) is not None:
        return shown
    return weight if isinstance(weight, int | float) and not isinstance(weight, bool) else shown


def _given(details: Mapping[str, Any], known: Mapping[str, _Known]) -> Iterator[Given]:
    for question in (one for page in listed(details, "pages") for one in listed(page, "questions")):
        number = text(question, "id")
        about = known.get(number, _Known())
        by_row: dict[str, list[Value]] = {}
        for answer in listed(question, "answers"):
            by_row.setdefault(text(answer, "row_id"), []).append(_value(answer, about))
        for row, values in by_row.items() if number else ():
            shown = about.rows.get(row, "")
            names = (number,) if len(by_row) == 1 else (f"{number}.{row}",)
            keep = Keep.NEVER if about.family in WHO else Keep.ALWAYS
            titles = tuple(filter(None, (about.title if len(by_row) == 1 else f"{about.title} / {shown}",)))
            yield Given((*names, *titles), _one_or_all(values), keep, about.title)


def _value(answer: Mapping[str, Any], about: _Known) -> Value:
    chosen = text(answer, "choice_id")
    if chosen:
        return about.choices.get(chosen, f"choice {chosen}")
    return text(answer, "text")


def _one_or_all(values: list[Value]) -> Value:
    return values[0] if len(values) == 1 else [str(one) for one in values if one not in (None, "")]
