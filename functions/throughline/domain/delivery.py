"""What a survey vendor sent, as it came: kept for a while, so that another mapping can read it again."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from throughline.domain.survey import Answer
from throughline.domain.survey_reading import Complete, NeedsFetch, Reading

KEPT_HEADERS = ("content-type", "webhook-id")
COUNTED_ONLY = "counted_only"  # the hint of an answer that opens no case and mails nobody
LATE = timedelta(days=7)
_TOLD = re.compile(r"(?P<line>S#\w+) (?P<name>delivery#\w+)\n", re.ASCII)


class Shape(StrEnum):
    """Who made the body: the vendor's call to us, or its answer to our question."""

    SENT = "sent"
    FETCHED = "fetched"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One body under its key: a response's line where it tells of one, else a line of its own.

    `survey_id` is as the body names it, empty where it names none.
    """

    line: str
    name: str
    source: str
    received_at: datetime
    raw: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    survey_id: str = ""
    shape: Shape = Shape.SENT


def line_of_response(source: str, response_id: str) -> str:
    """The line of a response, as its answers have it."""
    return Answer(source, "", response_id, "").line


def delivery_of(
    source: str,
    raw: bytes,
    headers: Mapping[str, str],
    reading: Reading | None,
    now: datetime,
    shape: Shape = Shape.SENT,
) -> Delivery:
    """The delivery of a body; the same body of a source is the same delivery.

    `reading` is what the body says without a mapping, None when it can't be read.
    """
    digest = hashlib.sha256(f"{source}\n{shape}\n".encode() + raw).hexdigest()[:32]
    line, survey_id = _named(source, reading)
    kept = {name.lower(): value for name, value in headers.items() if name.lower() in KEPT_HEADERS}
    own = line or line_of_response(source, f"delivery\n{digest}")
    return Delivery(own, f"delivery#{digest}", source, now, raw, kept, survey_id, shape)


def told_of(delivery: Delivery) -> str:
    """The body as a person sees it, below the key that it is found again by."""
    return f"{delivery.line} {delivery.name}\n{delivery.raw.decode('utf-8', 'replace')}"


def key_in(told: str) -> tuple[str, str] | None:
    """Line and name of the delivery that `told_of` tells of; None for other words."""
    found = _TOLD.match(told)
    return (found["line"], found["name"]) if found else None


def lines_of(reading: Complete) -> frozenset[str]:
    """The lines of the responses that a body holds."""
    return frozenset(one.line for one in reading.answers)


def _named(source: str, reading: Reading | None) -> tuple[str, str]:
    match reading:
        case Complete() if len(lines_of(reading)) == 1:
            return reading.answers[0].line, reading.answers[0].survey_id
        case Complete():
            return "", reading.answers[0].survey_id
        case NeedsFetch(survey_id, (response_id,)):
            return line_of_response(source, response_id), survey_id
        case NeedsFetch(survey_id):
            return "", survey_id
        case _:
            return "", ""
