"""Google Forms: a watch says that something came in, never which response; the script of the recipe says it all."""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Any

from throughline.adapters.surveys.by_recipe import ByRecipe
from throughline.adapters.surveys.json_body import json_object, part, text
from throughline.adapters.surveys.vendor import Message, Vendor
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Ignored, NeedsFetch, Reading

BY_RECIPE = ByRecipe("Google Forms", "it says nothing of the answers", "google-forms")
RESPONSES, FIELDS = "RESPONSES", "eventType"


def read(message: Message, mapping: SurveyMap) -> Reading:
    """What a watch says, and the answers that the recipe's script sends."""
    document = json_object(message)
    pushed = part(document, "message") or document
    attributes = part(pushed, "attributes") or _attributes(pushed)
    if FIELDS not in attributes:
        return BY_RECIPE.read(message, mapping)
    kind = text(attributes, FIELDS)
    if kind != RESPONSES:
        return Ignored(f"Google says {kind[:64]}: the form changed, nobody answered.")
    reason = "Google names no response: the form's responses since the last look have to be listed."
    return NeedsFetch(text(attributes, "formId"), (), reason, text(pushed, "messageId"))


VENDOR = Vendor(BY_RECIPE.verify, read)


def _attributes(pushed: Mapping[str, Any]) -> Mapping[str, Any]:
    """The attributes where they are the message's data."""
    try:
        data = json.loads(b64decode(text(pushed, "data"), validate=True))
    except (NotBase64, ValueError, RecursionError):
        return {}
    return data if isinstance(data, Mapping) else {}
