"""The questions of a survey mapping, checked one by one."""

from throughline.domain.contact import KINDS
from throughline.domain.survey import SCALES, Metric
from throughline.domain.survey_mapping import Question, Scale, same
from throughline.domain.table import Problem, Row, Table, column_problems, nearest, problem

QUESTION_COLUMNS = ("key", "metric", "scale", "direction", "touchpoint", "verbatim", "contact", "yes")
METRICS = tuple(one.value for one in Metric)
DIRECTIONS = ("higher", "lower")
WISH = "wish"
CONTACTS = (WISH, *KINDS)
FLAGS = {"": False, "no": False, "false": False, "yes": True, "true": True}
LONGEST, LONGEST_KEY = 200, 1000  # some exports head a column with the whole question
LARGEST = 1_000_000
ENDS = 2


def check_questions(table: Table) -> tuple[tuple[Question, ...], list[Problem]]:
    """The questions of one survey that can be used, and all that is wrong with the others."""
    problems = column_problems(table, known=QUESTION_COLUMNS, needed=())
    seen: set[str] = set()
    questions = []
    for row in table.rows:
        wrong = _problems(table, row, seen)
        problems += wrong
        seen.add(same(row["key"]))
        if not wrong:
            questions.append(_question(row))
    return tuple(questions), problems


def flag(text: str) -> bool | None:
    """Yes or no as people write it; None for anything else."""
    return FLAGS.get(text.casefold())


def flag_problem(table: Table, row: Row, name: str) -> Problem:
    """That a cell is neither yes nor no."""
    return problem(table, row, name, f'"{row[name]}" is neither true nor false. Write one of the two.')


def scale_of(text: str) -> Scale | None:
    """The two ends of a scale written as "0; 10"; None where they are none."""
    ends = text.strip("[] ").replace(",", ";").split(";")
    try:
        low, high = (float(one) for one in ends) if len(ends) == ENDS else (0, 0)
    except ValueError:
        return None
    return (low, high) if -LARGEST <= low < high <= LARGEST else None


def _problems(table: Table, row: Row, seen: set[str]) -> list[Problem]:
    wrong = _meaning(row) | _spelling(row)
    if not row["key"]:
        wrong["key"] = "The key is empty. Write the vendor's question id, ref, label or column."
    elif same(row["key"]) in seen:
        wrong["key"] = f'"{row["key"]}" is mapped twice in this survey. Keep one of the two.'
    choices = {"metric": METRICS, "direction": DIRECTIONS, "contact": CONTACTS}
    hints = {name: nearest(row[name], known) for name, known in choices.items()}
    found = [problem(table, row, name, what, hints.get(name, "")) for name, what in wrong.items()]
    return found + ([flag_problem(table, row, "verbatim")] if flag(row["verbatim"]) is None else [])


def _spelling(row: Row) -> dict[str, str]:
    """What can't be read in each cell by itself."""
    wrong: dict[str, str] = {}
    if row["metric"] and row["metric"] not in METRICS:
        wrong["metric"] = f'"{row["metric"]}" is no metric. The metrics are: {", ".join(METRICS)}.'
    if row["direction"] not in ("", *DIRECTIONS):
        wrong["direction"] = f'"{row["direction"]}" is no direction. Write higher or lower: which end is better.'
    if row["scale"] and not scale_of(row["scale"]):
        wrong["scale"] = f'"{row["scale"]}" is no scale. Write its two ends, the smaller first: [0, 10].'
    if row["contact"] not in ("", *CONTACTS):
        wrong["contact"] = f'"{row["contact"]}" is nothing of a contact. Write one of: {", ".join(CONTACTS)}.'
    for name, most in (("key", LONGEST_KEY), ("touchpoint", LONGEST), ("yes", LONGEST_KEY)):
        if len(row[name]) > most:
            wrong[name] = f"This has {len(row[name]):,} characters; {most:,} fit. Shorten it."
    return wrong


def _meaning(row: Row) -> dict[str, str]:
    """What does not go together."""
    if row["contact"]:
        return _contact(row)
    if row["yes"]:
        return {"yes": "This goes with contact: wish only. Leave it out, or write contact: wish."}
    if flag(row["verbatim"]):
        both = row["metric"] or row["scale"]
        return {"verbatim": "This is words and a score at once. Map the score by its own key."} if both else {}
    if not row["metric"]:
        return {"metric": "Neither metric nor verbatim. Write what it measures, or verbatim: true."}
    if row["metric"] == Metric.NPS:
        return _nps(row)
    missing = "The scale is missing, and hardly a vendor sends it. Write its two ends: [1, 5]."
    return {} if row["scale"] else {"scale": missing}


def _contact(row: Row) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if row["metric"] or row["scale"] or flag(row["verbatim"]):
        wrong["contact"] = "This is a contact and an answer at once. Map the answer by its own key."
    if row["contact"] == WISH and not row["yes"]:
        wrong["yes"] = "Which answers say yes is missing. Write them as the survey shows them: [Yes, Yes please]."
    if row["contact"] != WISH and row["yes"]:
        wrong["yes"] = "This goes with contact: wish only. Leave it out."
    return wrong


def _nps(row: Row) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if row["scale"] and scale_of(row["scale"]) != SCALES[Metric.NPS]:
        wrong["scale"] = "NPS has one scale only: [0, 10]. A question on another scale is csat, ces or other."
    if row["direction"] == "lower":
        wrong["direction"] = "With NPS more is better. Leave the direction out."
    return wrong


def _question(row: Row) -> Question:
    metric = Metric(row["metric"]) if row["metric"] else None
    return Question(
        key=row["key"],
        metric=metric,
        scale=scale_of(row["scale"] or "0;10") if metric else None,
        direction=row["direction"] or "higher",
        touchpoint=row["touchpoint"],
        verbatim=bool(flag(row["verbatim"])),
        contact=row["contact"],
        yes=tuple(filter(None, (one.strip() for one in row["yes"].strip("[] ").split(";")))),
    )
