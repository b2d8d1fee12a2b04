"""A file of survey mappings, checked: everything that is wrong with it, told at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from throughline.domain.contact import KINDS
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.domain.survey_question_check import LONGEST, WISH, check_questions, flag, flag_problem
from throughline.domain.table import Problem, Row, Table, column_problems, problem

WORDS = (
    "source",
    "survey_id",
    "touchpoint_from",
    "customer_ref",
    "response_id",
    "answered_at",
    "time_zone",
)
SWITCHES = ("hash_customer", "day_first")
CONTACT = "contact_from"
_PATH = re.compile(r"(?P<path>[^()]*[^()\s])(?:\s+\((?P<kind>\w+)\))?")
SURVEY_COLUMNS = (*WORDS, *SWITCHES, CONTACT, "questions")


@dataclass(frozen=True, slots=True)
class MappingFile:
    """The surveys as they stand in a file, and the questions of each, in the same order."""

    surveys: Table
    questions: Sequence[Table]


def check_mappings(file: MappingFile) -> tuple[tuple[MappedSurvey, ...], list[Problem]]:
    """The surveys of a file and all that is wrong with it."""
    table = file.surveys
    problems = column_problems(table, known=SURVEY_COLUMNS, needed=())
    seen: set[tuple[str, str]] = set()
    surveys = []
    for row, listed in zip(table.rows, file.questions, strict=True):
        questions, wrong = check_questions(listed)
        problems += [*_problems(table, row, listed, seen), *wrong]
        seen.add((row["source"], row["survey_id"]))
        surveys.append(_survey(row, questions))
    if not table.rows:
        problems.append(problem(table, None, "", "There is no survey in it. Write one below `surveys:`."))
    return tuple(surveys), problems


def _problems(table: Table, row: Row, questions: Table, seen: set[tuple[str, str]]) -> list[Problem]:
    wrong = {name: f"The {name} is empty. Each survey needs one." for name in ("source", "survey_id") if not row[name]}
    if not questions.rows:
        wrong["questions"] = "No question is mapped. Write at least one."
    wishes, parts = _contacts(row, questions)
    if wishes > 1 or (parts and not wishes):
        wrong["questions"] = f"{wishes} questions ask whether we may contact the customer. Map one: contact: wish."
    if row["survey_id"] and (row["source"], row["survey_id"]) in seen:
        wrong["survey_id"] = f'"{row["survey_id"]}" is mapped twice. Keep one of the two.'
    if row["time_zone"] and not _is_zone(row["time_zone"]):
        wrong["time_zone"] = f'"{row["time_zone"]}" is no time zone. Write one like Europe/London.'
    if row[CONTACT] and paths_of(row[CONTACT]) is None:
        wrong[CONTACT] = f"Write which path leads to what, of {', '.join(KINDS)}: {{email: hidden.address}}."
    for name in (*WORDS, CONTACT):
        if len(row[name]) > LONGEST:
            wrong[name] = f"This has {len(row[name]):,} characters; {LONGEST} fit. Shorten it."
    found = [problem(table, row, name, what) for name, what in wrong.items()]
    return found + [flag_problem(table, row, name) for name in SWITCHES if flag(row[name]) is None]


def _contacts(row: Row, questions: Table) -> tuple[int, int]:
    """How many questions ask for the wish, and how many things hold part of a contact."""
    named = [one["contact"] for one in questions.rows if one["contact"]]
    wishes = named.count(WISH)
    return wishes, len(named) - wishes + bool(row[CONTACT])


def paths_of(text: str) -> tuple[tuple[str, str], ...] | None:
    """The parts of a contact and their paths, as "hidden.address (email)" or "hidden.email"; None for others."""
    found = [_PATH.fullmatch(one.strip()) for one in text.split(";") if one.strip()]
    named = [(one["kind"] or one["path"].rpartition(".")[2].casefold(), one["path"]) for one in found if one]
    kinds = [kind for kind, _ in named]
    sound = len(named) == len(found) and set(kinds) <= set(KINDS) and len(set(kinds)) == len(kinds)
    return tuple(named) if sound else None


def _survey(row: Row, questions: tuple[Question, ...]) -> MappedSurvey:
    return MappedSurvey(
        source=row["source"],
        survey_id=row["survey_id"],
        questions=questions,
        touchpoint_from=row["touchpoint_from"],
        customer_ref=row["customer_ref"],
        hash_customer=bool(flag(row["hash_customer"])),
        contact_from=paths_of(row[CONTACT]) or (),
        response_id=row["response_id"],
        answered_at=row["answered_at"],
        time_zone=row["time_zone"],
        day_first=bool(flag(row["day_first"])),
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, unsafe as a path, a folder of zones
        return False
    return True
