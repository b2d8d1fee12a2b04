"""What Qualtrics answers when a response is fetched: values under QID, embedded data beside them."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from throughline.adapters.surveys.answering import Response, answers_of
from throughline.adapters.surveys.given import Given, Keep
from throughline.adapters.surveys.json_body import needed, part, text
from throughline.adapters.surveys.qualtrics_trials import TRIED, is_trial
from throughline.adapters.surveys.values import Value
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Complete, Ignored
from throughline.domain.survey_time import moment_of, revision_of, zone_of

QUESTION = re.compile(r"QID\d+(?!.*(?:NPS_GROUP|_DO|FILE|BROWSER|OS|RESOLUTION|CLICK|PAGE_SUBMIT))\w*", re.ASCII)
WHO = re.compile(r"ip|location|recipient|e-?mail|phone|name", re.IGNORECASE)


def read_values(
    document: Mapping[str, Any], survey_id: str, mapping: SurveyMap, now: datetime, event_id: str = ""
) -> Complete | Ignored:
    """The answers of a response (`surveys/{id}/responses/{id}`); a choice comes as its recoded value."""
    result = part(document, "result") or document
    values, survey = part(result, "values"), mapping.find(survey_id)
    if is_trial(values.get("status", ""), values.get("distributionChannel", "")):
        return Ignored(TRIED)
    zone = zone_of(survey.time_zone if survey else "")
    ended, recorded = moment_of(text(values, "endDate"), zone), moment_of(text(values, "recordedDate"), zone)
    response = Response(
        survey_id=survey_id,
        response_id=needed(result, "responseId", "result."),
        event_id=event_id,
        revision=revision_of(recorded or ended),
        finished=values.get("finished") not in (0, "0", False),
        answered_at=ended or recorded,
        beside={"embedded": values, **values},
    )
    return answers_of(response, _given(values), mapping, survey, now)


def _given(values: Mapping[str, Any]) -> Iterator[Given]:
    for name, value in values.items():
        keep = Keep.ALWAYS if QUESTION.fullmatch(name) else Keep.NEVER if WHO.search(name) else Keep.IF_MAPPED
        yield Given((name, name.removesuffix("_TEXT")), _value(value), keep)


def _value(value: object) -> Value:
    if isinstance(value, list):
        return [one for one in value if isinstance(one, str)]
    return value if isinstance(value, str | int | float) else None
