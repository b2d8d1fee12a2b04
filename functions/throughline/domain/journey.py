"""The journey map: which department's work touches which moment of a customer."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from throughline.domain.address import address_in
from throughline.domain.routes.target import TARGET

VERSION_LENGTH = 12
THEMES, CASES, ANYWHERE = "themes", "cases", "*"
CONFIDANT = "Confidential contact"  # the owner of what is said in confidence: no row of a map names it
_CAME_LATER = {"survey_rules": [], "precision_target": TARGET, "confidential_words": "", "values": ""}


def folded(name: str) -> str:
    """A name as people compare it: blind to case and to spaces more or less."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that point at a touchpoint; a deciding cue settles it alone."""

    words: str
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One department's part in one touchpoint: one row of the map."""

    journey: str
    stage: str
    touchpoint: str
    channel: str
    department: str
    role: str
    how_they_affect_it: str
    routes_when: tuple[Cue, ...]
    reply_within: str
    notify_email: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a department, with the role they have there."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """Who answers, where their mail goes, and when they are at work.

    `hours` reads like "Mon-Fri 09:00-17:00, Sat 10:00-14:00"; `kind` is "staff" or "contract";
    `escalate_to` is another department's name or an e-mail address. Where a `tracker` answers their mail by
    itself, its answer says that they have it. `language` is the tag of what they read, such as "de"; empty: English.
    """

    name: str
    notify_email: str = ""
    timezone: str = "UTC"
    hours: str = "Mon-Fri 09:00-17:00"
    escalate_to: str = ""
    kind: str = "staff"
    people: tuple[Member, ...] = ()
    tracker: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two minutes of learning about one touchpoint, with a question to recall it by."""

    id: str
    touchpoint: str
    title: str
    text: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class SurveyRule:
    """What becomes of customers' low scores with words at a touchpoint ("*": at any other): THEMES or CASES."""

    touchpoint: str
    low_scores: str


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One moment between the customer and us, with every department's active part in it."""

    journey: str
    stage: str
    name: str
    channel: str
    parts: tuple[Part, ...]

    @property
    def owner(self) -> Part:
        """The part that answers for the moment: the first row of the map."""
        return self.parts[0]


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """The whole map with what surrounds it; the order of parts is the order people read it in.

    `cx_manager` is the address that hears of what nobody could place; `confidential_contact` is whom
    people may turn to in confidence, `confidential_words` (apart by ";") say what else is meant for them alone;
    `precision_target` is the share of decisions that shall be right; `values` (apart by ";") are what praise may show.
    """

    version: str
    parts: tuple[Part, ...]
    departments: tuple[Department, ...] = ()
    mantra: str = ""
    holidays: tuple[date, ...] = ()
    confidential_contact: str = ""
    lessons: tuple[Lesson, ...] = ()
    cx_manager: str = ""
    survey_rules: tuple[SurveyRule, ...] = ()
    precision_target: float = TARGET
    confidential_words: str = ""
    values: str = ""

    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Every touchpoint with an active part, in the order of the map."""
        grouped: dict[str, list[Part]] = {}
        for part in self.parts:
            if part.active:
                grouped.setdefault(folded(part.touchpoint), []).append(part)
        return tuple(_touchpoint(parts) for parts in grouped.values())

    def touchpoint(self, name: str) -> Touchpoint | None:
        """The touchpoint of that name, or None."""
        parts = self.parts_of(name)
        return _touchpoint(list(parts)) if parts else None

    def parts_of(self, touchpoint: str) -> tuple[Part, ...]:
        """The active parts of a touchpoint, its owner first."""
        wanted = folded(touchpoint)
        return tuple(part for part in self.parts if part.active and folded(part.touchpoint) == wanted)

    def department(self, name: str) -> Department | None:
        """The department of that name, or None; the confidential contact's is none of the list."""
        wanted = folded(name)
        if wanted == folded(CONFIDANT):
            return self.confidant()
        return next((one for one in self.departments if folded(one.name) == wanted), None)

    def confidant(self) -> Department | None:
        """Who answers for what is said in confidence: the contact, else the CX manager; None where neither has mail."""
        address = address_in(self.confidential_contact) or self.cx_manager
        zone = self.departments[0].timezone if self.departments else "UTC"
        return Department(CONFIDANT, address, zone, escalate_to=self.cx_manager) if address else None

    def confided_to(self) -> str:
        """The name of whoever reads that, as people know them."""
        if not address_in(self.confidential_contact):
            return "CX manager"
        name = re.split(r"[,;<(]", self.confidential_contact)[0].strip()
        return CONFIDANT if not name or "@" in name else name

    def address_of(self, part: Part) -> str:
        """Where mail about this part goes: its own address, else its department's; may be empty."""
        department = self.department(part.department)
        return part.notify_email or (department.notify_email if department else "")

    def valued(self) -> tuple[str, ...]:
        """The organisation's values, as praise may name them."""
        return tuple(dict.fromkeys(value for one in self.values.split(";") if (value := " ".join(one.split()))))

    def low_scores_at(self, touchpoint: str) -> str:
        """What becomes of low scores there: by its own rule, else by that for all others, else THEMES."""
        rules = {folded(rule.touchpoint): rule.low_scores for rule in self.survey_rules}
        return rules.get(folded(touchpoint)) or rules.get(ANYWHERE, THEMES)

    def beside(self, department: str) -> str:
        """Who gets a department's mail when its mailbox can't be reached: whom it names, else the CX manager."""
        known = self.department(department)
        named = known.escalate_to if known else ""
        other = self.department(named) if named else None
        return (other.notify_email if other else named) or self.cx_manager


def versioned(journey_map: JourneyMap) -> JourneyMap:
    """The same map, its version computed from its content: same rows, same version."""
    document = {**as_document(journey_map), "version": ""}
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(journey_map, version=digest[:VERSION_LENGTH])


def as_document(journey_map: JourneyMap) -> dict[str, Any]:
    """The map as plain values that JSON can carry; `from_document` reads it back exactly."""
    document = asdict(journey_map)
    document["holidays"] = [day.isoformat() for day in journey_map.holidays]
    for name in ("parts", "departments", "lessons", "survey_rules"):
        document[name] = list(document[name])
    for name, usual in _CAME_LATER.items():  # a map without it keeps the version that it had before there was any
        if document[name] == usual:
            del document[name]
    for part in document["parts"]:
        part["routes_when"] = list(part["routes_when"])
    for department in document["departments"]:
        department["people"] = list(department["people"])
        if not department["language"]:  # the same
            del department["language"]
    return document


def from_document(document: Mapping[str, Any]) -> JourneyMap:
    """The map that `as_document` wrote."""
    return JourneyMap(
        version=document["version"],
        parts=tuple(_part(row) for row in document["parts"]),
        departments=tuple(_department(row) for row in document["departments"]),
        mantra=document["mantra"],
        holidays=tuple(date.fromisoformat(day) for day in document["holidays"]),
        confidential_contact=document["confidential_contact"],
        lessons=tuple(Lesson(**row) for row in document["lessons"]),
        cx_manager=document.get("cx_manager", ""),
        survey_rules=tuple(SurveyRule(**row) for row in document.get("survey_rules", ())),
        precision_target=document.get("precision_target", TARGET),
        confidential_words=document.get("confidential_words", ""),
        values=document.get("values", ""),
    )


def _part(row: Mapping[str, Any]) -> Part:
    return Part(**{**row, "routes_when": tuple(Cue(**cue) for cue in row["routes_when"])})


def _department(row: Mapping[str, Any]) -> Department:
    return Department(**{**row, "people": tuple(Member(**member) for member in row["people"])})


def _touchpoint(parts: list[Part]) -> Touchpoint:
    first = parts[0]
    return Touchpoint(first.journey, first.stage, first.touchpoint, first.channel, tuple(parts))
