"""Responses that we fetched, read by the vendor's own readers."""

from collections.abc import Callable, Mapping

from throughline.adapters.surveys.json_body import json_object, needed, part, text
from throughline.adapters.surveys.qualtrics_values import read_values
from throughline.adapters.surveys.surveymonkey_details import read_details
from throughline.adapters.surveys.vendor import Message
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Reading


def _surveymonkey(message: Message, mapping: SurveyMap) -> Reading:
    document = json_object(message)
    response, definition = part(document, "response"), part(document, "definition")
    return read_details(response, definition, mapping, message.now, text(document, "event_id"))


def _qualtrics(message: Message, mapping: SurveyMap) -> Reading:
    document = json_object(message)
    survey_id = needed(document, "survey_id", "")
    return read_values(part(document, "response"), survey_id, mapping, message.now, text(document, "event_id"))


FETCHED: Mapping[str, Callable[[Message, SurveyMap], Reading]] = {
    "surveymonkey": _surveymonkey,
    "qualtrics": _qualtrics,
}
