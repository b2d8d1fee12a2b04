"""Exports of survey tools, row by row: a million need no more memory than ten."""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, BinaryIO

from throughline.adapters.surveys.answering import customer, fits
from throughline.adapters.surveys.export_columns import Columns, columns_of, headed, known_columns
from throughline.adapters.surveys.export_text import opened, separated
from throughline.adapters.surveys.qualtrics_trials import TRIED, is_trial
from throughline.adapters.surveys.values import key_of, number_of, spoken
from throughline.domain.survey import Answer
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Ignored
from throughline.domain.survey_time import moment_of, revision_of, zone_of
from throughline.domain.table import Problem

LEFT_OUT = frozenset({"", "-", "n/a", "na", "none", "null", "skipped"})
UNFINISHED = frozenset({"0", "false", "no", "partial"})
SHOWN = 40
Found = Answer | Problem | Ignored


def rows_of(file: BinaryIO, mapping: SurveyMap, survey: MappedSurvey, now: datetime) -> Iterator[Found]:
    """The same as `rows_behind` the headings, without the rows' numbers."""
    return (one for _, one in rows_behind(0, file, mapping, survey, now))


def rows_behind(
    after: int, file: BinaryIO, mapping: SurveyMap, survey: MappedSurvey, now: datetime
) -> Generator[tuple[int, Found], None, None]:
    """What a seekable export holds behind a row: answers, a mapped cell each, faults, and rows that no customer gave.

    A row without an id is known by its content: rows that are alike are one. Refused where a mapped
    column is missing, or the cells can't be told apart.
    """
    text = opened(file)
    try:
        names, rows = headed(separated(text, known_columns(survey)))
        reader = _Reader(columns_of(names, survey), mapping, survey, now)
        for number, row in rows:
            if number > after and any(row):
                yield from ((number, one) for one in reader.row(number, row))
    finally:
        text.detach()  # the file is the caller's to close


@dataclass(frozen=True)
class _Reader:
    columns: Columns
    mapping: SurveyMap
    survey: MappedSurvey
    now: datetime

    def row(self, number: int, row: Sequence[str]) -> Iterator[Found]:
        """The answers of one row and its problems."""
        columns = self.columns
        if columns.channel is not None and is_trial(_cell(row, columns.status), _cell(row, columns.channel)):
            yield Ignored(TRIED)
            return
        response, problem = self._response(number, row)
        if problem:
            yield problem
        for place, question in self.columns.questions:
            cell = _cell(row, place)
            if cell.casefold() in LEFT_OUT:
                continue
            said = self._said(question, cell)
            if said:
                hint = {"touchpoint_hint": question.touchpoint} if question.touchpoint else {}
                yield Answer(**{**self._fixed, **response, **said, **hint}, question_key=key_of(question.key))
            else:
                low, high = question.scale or (0, 0)
                what = f'"{cell[:SHOWN]}" is no number from {low:g} to {high:g}.'
                yield Problem("", number, question.key, what)

    def _response(self, number: int, row: Sequence[str]) -> tuple[dict[str, Any], Problem | None]:
        """What is true of the whole row."""
        columns, when = self.columns, _cell(row, self.columns.answered_at)
        moment = moment_of(when, self._zone, day_first=self.survey.day_first)
        response = {
            "response_id": key_of(_cell(row, columns.response_id)) or _digest(row),
            "answered_at": moment,
            "revision": revision_of(moment),
            "finished": _cell(row, columns.finished).casefold() not in UNFINISHED,
            "customer_ref": self._customer(_cell(row, columns.customer)),
            "touchpoint_hint": key_of(_cell(row, columns.touchpoint)),
        }
        unclear = f'"{when[:SHOWN]}" is no time. Write it like 2026-11-23 09:30.'
        return response, Problem("", number, "answered_at", unclear) if when and not moment else None

    def _said(self, question: Question, cell: str) -> dict[str, Any]:
        """What a cell says; nothing where it is no score on the question's scale."""
        if question.verbatim:
            return {"verbatim": spoken(cell)}
        score = number_of(cell)
        if score is None or not question.scale or not fits(score, question):
            return {}
        ends = {"scale_min": question.scale[0], "scale_max": question.scale[1]}
        return {"metric": question.metric, "score": score, "direction": question.direction, **ends}

    def _customer(self, cell: str) -> str:
        return customer(self.mapping, self.survey, {self.survey.customer_ref: cell}) if cell else ""

    @cached_property
    def _zone(self) -> Any:
        return zone_of(self.survey.time_zone)

    @cached_property
    def _fixed(self) -> dict[str, Any]:
        return {"source": self.mapping.source, "survey_id": key_of(self.survey.survey_id), "received_at": self.now}


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _digest(row: Sequence[str]) -> str:
    """A name for a row without one, made of what it says."""
    return "row-" + hashlib.sha256("\x1f".join(row).encode("utf-8", "surrogatepass")).hexdigest()[:32]
