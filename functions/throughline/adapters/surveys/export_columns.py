"""Which column of an export holds what, below one, two or three rows of headings."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, zip_longest
from typing import NoReturn

from throughline.domain.survey_mapping import MappedSurvey, Question, same
from throughline.domain.table import nearest
from throughline.errors import Refused

RESPONSE_IDS = ("response id", "responseid", "submission id", "respondent id", "#", "token", "response_id", "id")
MOMENTS = (
    "submit date (utc)",
    "submitted at",
    "enddate",
    "end date",
    "recordeddate",
    "date submitted",
    "timestamp",
    "answered_at",
    "created at",
    "created_at",
    "date",
)
FINISHED = ("finished", "completed")
STATUS, CHANNEL = ("status",), ("distributionchannel", "distribution channel")
IMPORT_ID = "ImportId"
ANSWER_HEADINGS = ("response", "open-ended response")
SHOWN = 12
Names = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a row; None where there is no such column."""

    questions: tuple[tuple[int, Question], ...]
    response_id: int | None
    answered_at: int | None
    finished: int | None
    touchpoint: int | None
    customer: int | None
    status: int | None
    channel: int | None


def known_columns(survey: MappedSurvey) -> frozenset[str]:
    """The headings to look for."""
    own = (survey.response_id, survey.answered_at, *_ends(survey.touchpoint_from), *_ends(survey.customer_ref))
    keys = (one.key for one in survey.kept)
    return frozenset(same(name) for name in chain(own, keys, RESPONSE_IDS, MOMENTS, FINISHED, CHANNEL) if name)


def headed(rows: Iterator[list[str]]) -> tuple[Names, Iterator[tuple[int, list[str]]]]:
    """The names that each column goes by, and the rows below the headings with their numbers in the file."""
    numbered = enumerate(rows, start=1)
    first = next((row for _, row in numbered if any(cell.strip() for cell in row)), [])
    below = list(islice(numbered, 2))
    second, third = ([row for _, row in below] + [[], []])[:2]
    if any(_import_id(cell) for cell in third):
        return _names(first, second, [_import_id(cell) for cell in third]), numbered
    if _is_heading(first, second):
        carried: list[str] = list(accumulate(first, _heading_over))
        joined = [f"{one} / {other}" for one, other in zip_longest(carried, second, fillvalue="")]
        return _names(first, joined, second), chain(below[1:], numbered)
    return _names(first), chain(below, numbered)


def columns_of(names: Names, survey: MappedSurvey) -> Columns:
    """Where the mapped columns stand; Refused where one of them is missing."""
    places: dict[str, int] = {}
    for at, one in sorted((depth, place) for place, each in enumerate(names) for depth, _ in enumerate(each)):
        places.setdefault(same(names[one][at]), one)
    for name in (*(one.key for one in survey.kept), survey.response_id, survey.answered_at):
        if name and same(name) not in places:
            _missing(name, names)
    return Columns(
        questions=tuple((places[same(one.key)], one) for one in survey.kept),
        response_id=_place(places, (survey.response_id,) if survey.response_id else RESPONSE_IDS),
        answered_at=_place(places, (survey.answered_at,) if survey.answered_at else MOMENTS),
        finished=_place(places, FINISHED),
        touchpoint=_place(places, _ends(survey.touchpoint_from)),
        customer=_place(places, _ends(survey.customer_ref)),
        status=_place(places, STATUS),
        channel=_place(places, CHANNEL),
    )


def _heading_over(before: str, cell: str) -> str:
    """A blank heading goes on with the one before it."""
    return cell.strip() or before


def _names(*headings: Sequence[str]) -> Names:
    """By column, the names of its rows; blank ones are none."""
    return [tuple(cell for cell in column if cell.strip()) for column in zip_longest(*headings, fillvalue="")]


def _is_heading(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row heads the columns too: nothing below the id, and words that head answers."""
    below_ids = [second[at] for at, cell in enumerate(first) if same(cell) in RESPONSE_IDS and at < len(second)]
    return bool(below_ids) and not any(below_ids) and any(same(cell) in ANSWER_HEADINGS for cell in second)


def _import_id(cell: str) -> str:
    """The id in a cell such as {"ImportId":"QID1"}; empty where it is none."""
    if IMPORT_ID not in cell:
        return ""
    try:
        return str(json.loads(cell)[IMPORT_ID])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _ends(path: str) -> tuple[str, ...]:
    """A path as the column it may be: whole, or without the room it leads into."""
    return tuple(filter(None, (path, path.partition(".")[2])))


def _place(places: dict[str, int], names: Iterable[str]) -> int | None:
    return next((places[same(name)] for name in names if same(name) in places), None)


def _missing(name: str, names: Names) -> NoReturn:
    known = [each[0] for each in names if each]
    hint = nearest(name, known)
    shown = ", ".join(known[:SHOWN]) + (" and more" if len(known) > SHOWN else "")
    do = f'Did you mean "{hint}"?' if hint else f"The columns are: {shown or 'none'}."
    raise Refused(f'The file has no column "{name}", which the mapping names.', field=name, do=do)
