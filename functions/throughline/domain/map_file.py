"""A journey map as it stands in a file, before anyone has checked it."""

from dataclasses import dataclass

from throughline.domain.table import Table

PART_COLUMNS = (
    "journey",
    "stage",
    "touchpoint",
    "channel",
    "department",
    "role",
    "how_they_affect_it",
    "routes_when",
    "reply_within",
    "notify_email",
    "active",
)
DEPARTMENT_COLUMNS = (
    "name",
    "kind",
    "notify_email",
    "timezone",
    "hours",
    "escalate_to",
    "people",
    "tracker",
    "language",
)
HOLIDAY_COLUMNS = ("date", "name")
LESSON_COLUMNS = ("id", "touchpoint", "title", "text", "question", "answer")
SURVEY_RULE_COLUMNS = ("touchpoint", "low_scores")
SETTING_COLUMNS = ("name", "value")
SETTINGS = ("mantra", "confidential_contact", "cx_manager", "precision_target", "confidential_words", "values")


@dataclass(frozen=True, slots=True)
class MapFile:
    """The tables of one file; None where the file does not speak of a thing at all."""

    parts: Table | None
    departments: Table | None = None
    holidays: Table | None = None
    lessons: Table | None = None
    settings: Table | None = None
    survey_rules: Table | None = None
