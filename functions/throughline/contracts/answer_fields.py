"""One row of a canonical survey response."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from throughline.contracts.envelope import LONGEST_KEY
from throughline.contracts.fields import Fields, one_line, words
from throughline.domain.address import is_address
from throughline.domain.feedback import MAX_TEXT
from throughline.domain.survey import SCALES, Answer, Metric

KNOWN = (
    "source",
    "survey_id",
    "response_id",
    "event_id",
    "question_key",
    "metric",
    "score",
    "scale_min",
    "scale_max",
    "direction",
    "verbatim",
    "answered_at",
    "received_at",
    "revision",
    "finished",
    "customer_ref",
    "touchpoint_hint",
    "hints",
)
CONTACT = "contact"
METRICS = tuple(one.value for one in Metric)
DIRECTIONS = ("higher", "lower")
LARGEST_HINTS = 4096
LONGEST_SOURCE = 64
_SOURCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read_answer(fields: Fields, *, hints: object, source: str, event_id: str, received_at: datetime) -> Answer:
    """The answer in one row; `source` and `event_id` stand in where it names none."""
    fields.only((*KNOWN, CONTACT))
    fields.moment("received_at")
    metric = fields.choice("metric", METRICS, None)
    answer = Answer(
        source=_source(fields, source),
        survey_id=fields.key("survey_id", most=LONGEST_KEY),
        response_id=fields.key("response_id", most=LONGEST_KEY),
        question_key=fields.key("question_key", most=LONGEST_KEY),
        event_id=fields.key("event_id", most=LONGEST_KEY, required=False) or event_id,
        metric=Metric(metric) if metric else None,
        score=fields.number("score"),
        scale_min=fields.number("scale_min"),
        scale_max=fields.number("scale_max"),
        direction=fields.choice("direction", DIRECTIONS, "higher") or "higher",
        verbatim=words(fields.text("verbatim", most=MAX_TEXT)),
        answered_at=fields.moment("answered_at"),
        received_at=received_at,
        revision=fields.count("revision"),
        finished=fields.flag("finished", default=True),
        customer_ref=_customer(fields),
        touchpoint_hint=one_line(fields.text("touchpoint_hint", most=LONGEST_KEY)),
        hints=_hints(fields, hints),
    )
    _check_scale(fields, answer)
    return answer


def _source(fields: Fields, otherwise: str) -> str:
    named = fields.key("source", most=LONGEST_SOURCE, required=not otherwise) or otherwise
    if not _SOURCE.fullmatch(named):
        do = "Use letters, digits, dots, dashes, underscores."
        fields.refuse("source", "This is not a source's name.", do)
    return named


def _customer(fields: Fields) -> str:
    reference = fields.key("customer_ref", most=LONGEST_KEY, required=False)
    if is_address(reference):
        fields.refuse("customer_ref", "This is an e-mail address.", "Send a reference that says nothing by itself.")
    return reference


def _check_scale(fields: Fields, answer: Answer) -> None:
    low, high, score = answer.scale_min, answer.scale_max, answer.score
    if (low is None) != (high is None):
        missing = "scale_min" if low is None else "scale_max"
        fields.refuse(missing, "Half of the scale is missing.", "Send both ends of the scale, or neither.")
    if low is None or high is None:
        low, high = SCALES.get(answer.metric, (None, None)) if answer.metric else (None, None)
    if low is not None and high is not None and low >= high:
        fields.refuse("scale_max", "The scale ends before it begins.", "Send the smaller end as scale_min.")
    if score is not None and low is not None and high is not None and not low <= score <= high:
        do = f"Send a score from {low:g} to {high:g}, or the scale that it is on."
        fields.refuse("score", f"{score:g} is not on the scale from {low:g} to {high:g}.", do)
    if answer.metric is Metric.NPS:
        _check_nps(fields, answer)


def _check_nps(fields: Fields, answer: Answer) -> None:
    if (answer.scale_min or 0, answer.scale_max or 10) != SCALES[Metric.NPS] or answer.direction != "higher":
        do = "Send the score from 0 to 10, higher being better, or another metric."
        fields.refuse("metric", "NPS has one scale only, 0 to 10.", do)
    if answer.score is not None and not answer.score.is_integer():
        fields.refuse("score", "An NPS answer is a whole number.", "Send 0, 1, 2 and so on up to 10.")


def _hints(fields: Fields, hints: object) -> dict[str, Any]:
    if hints is None:
        return {}
    if not isinstance(hints, Mapping) or not all(_is_flat(value) for value in hints.values()):
        do = "Send an object of texts, numbers, true and false, or lists of them."
        fields.refuse("hints", "Hints are not plain names and values.", do)
    try:
        size = len(json.dumps(hints, allow_nan=False))
    except ValueError:
        fields.refuse("hints", "A hint holds no real number.", "Leave NaN and infinity out.")
    if size > LARGEST_HINTS:
        fields.refuse("hints", f"Hints have {size:,} bytes; {LARGEST_HINTS:,} fit.", "Send fewer of them.")
    return {str(name): value for name, value in hints.items()}


def _is_flat(value: object) -> bool:
    plain = str | int | float | bool | None
    return isinstance(value, plain) or (isinstance(value, list) and all(isinstance(one, plain) for one in value))
