"""Our own shape as templates of other tools fill it in: numbers in quotes, times without a zone, blanks."""

from collections.abc import Mapping
from typing import Any

from throughline.adapters.surveys.values import number_of
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_time import moment_of, zone_of

NUMBERS = ("score", "scale_min", "scale_max", "revision")
ANSWERED_AT = "answered_at"


def loosened(document: Mapping[str, Any], mapping: SurveyMap) -> Mapping[str, Any]:
    """The same as our contract wants it; what can't be understood stays, and is refused there.

    Of several rows, those without a score, words and a contact are left out: their question was skipped.
    """
    if isinstance(document.get("data"), Mapping) and "specversion" in document:
        return {**document, "data": loosened(document["data"], mapping)}
    rows = document.get("responses")
    if not isinstance(rows, list):
        return _row(document, mapping)
    loose = [_row(one, mapping) if isinstance(one, Mapping) else one for one in rows]
    kept = [one for one in loose if not isinstance(one, Mapping) or _says_anything(one)]
    return {**document, "responses": kept or loose}


def _says_anything(row: Mapping[str, Any]) -> bool:
    return row.get("score") is not None or bool(row.get("verbatim") or row.get("contact"))


def _row(row: Mapping[str, Any], mapping: SurveyMap) -> Mapping[str, Any]:
    survey = mapping.find(str(row.get("survey_id"))) or mapping.only
    changed: dict[str, Any] = {}
    for name, value in row.items():
        if not isinstance(value, str):
            continue
        if not value.strip():
            changed[name] = None
        elif name in NUMBERS:
            changed[name] = _plain(number_of(value), value)
        elif name == ANSWERED_AT:
            moment = moment_of(value, zone_of(survey.time_zone if survey else ""))
            changed[name] = moment.isoformat() if moment else value
    return {**row, **changed}


def _plain(number: float | None, written: str) -> Any:
    return written if number is None else number
