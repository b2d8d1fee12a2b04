"""SurveyMonkey: ids only; the key of its digest is client_id&client_secret."""

from throughline.adapters.surveys.json_body import json_object, needed, part, text
from throughline.adapters.surveys.macs import Scheme, as_base64
from throughline.adapters.surveys.values import key_of
from throughline.adapters.surveys.vendor import Message, Vendor, unreadable
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, NeedsFetch, Reading

SIGNED = Scheme("sm-signature", "sha1", as_base64)
READ = ("response_completed", "response_updated", "response_created")


def read(message: Message, mapping: SurveyMap) -> Reading:
    """Which response of which survey to fetch; a response as the API gives it is read as far as it explains itself."""
    event = json_object(message)
    if "pages" in event and "event_type" not in event:
        from throughline.adapters.surveys.surveymonkey_details import read_details  # what the door never needs

        return read_details(event, {}, mapping, message.now)
    kind = needed(event, "event_type", "")
    if kind not in READ:
        return Ignored(f"SurveyMonkey says {kind[:64]}, after which there is nothing to fetch.")
    resources = part(event, "resources")
    survey_id = text(resources, "survey_id")
    if not survey_id and text(event, "filter_type") == "survey":
        survey_id = text(event, "filter_id")
    if not survey_id:
        unreadable("It does not say of which survey.", "resources.survey_id", "Let the webhook listen to surveys.")
    response_id = needed(event, "object_id", "")
    reason = f"SurveyMonkey sends ids only: response {response_id} of survey {key_of(survey_id)} has to be fetched."
    return NeedsFetch(key_of(survey_id), (response_id,), reason, key_of(text(event, "event_id")))


VENDOR = Vendor(SIGNED.verify, read)
