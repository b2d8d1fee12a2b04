"""Vendors that can be told what to send: they send our own shape, by the recipe; their own bodies are refused.

What they send by themselves holds ids only, or no page says what it means or how it is signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from throughline.adapters.surveys import native
from throughline.adapters.surveys.json_body import json_object
from throughline.adapters.surveys.loosened import loosened
from throughline.adapters.surveys.macs import verify_bearer
from throughline.adapters.surveys.vendor import Message, header, unreadable
from throughline.contracts.signature import SIGNATURE
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Reading
from throughline.errors import Refused

ANY = "own-systems"
OUR_FIELDS = ("responses", "response_id", "specversion")


@dataclass(frozen=True, slots=True)
class ByRecipe:
    """A vendor by its name, why its own body is not read, and the recipe that makes it send ours."""

    name: str
    why: str
    recipe: str = ANY

    def verify(self, message: Message, secrets: Sequence[bytes]) -> None:
        """Refuse unless it is signed as Standard Webhooks say, or carries the secret where it can't be signed."""
        if header(message, SIGNATURE):
            native.verify(message, secrets)
        else:
            verify_bearer(message, secrets)

    def read(self, message: Message, mapping: SurveyMap) -> Reading:
        """The canonical answers; Refused names the recipe for anything else."""
        do = f"Let it send our own shape, as events/recipes/{self.recipe}.md shows."
        try:
            document = json_object(message)
        except Refused as refused:
            return unreadable(f"{self.name}: {refused.what}", refused.field, do, refused.status)
        if not any(name in document for name in OUR_FIELDS):
            unreadable(f"{self.name}'s own body is not read: {self.why}.", "body", do)
        return native.answers(loosened(document, mapping), message, mapping)


IDS_ONLY = "it holds ids only"
NO_PAGE = "no page says how it is signed"
HUBSPOT = ByRecipe("HubSpot", IDS_ONLY, "hubspot")
ZENDESK = ByRecipe("Zendesk", "no event carries a rating", "zendesk")
MEDALLIA = ByRecipe("Medallia", "it is what each customer makes it", "medallia")
INTERCOM = ByRecipe("Intercom", "its scale is not said")
SURVICATE = ByRecipe("Survicate", NO_PAGE)
JOTFORM = ByRecipe("Jotform", NO_PAGE)
ASKNICELY = ByRecipe("AskNicely", NO_PAGE)
SURVEYSPARROW = ByRecipe("SurveySparrow", NO_PAGE)
SMARTSURVEY = ByRecipe("SmartSurvey", "no page says what its answers mean")
HELPSCOUT = ByRecipe("Help Scout", NO_PAGE)
FEEDBACKSPARK = ByRecipe("FeedbackSpark", NO_PAGE)
