"""What a month of survey answers has to leave behind, and what it left."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from simulation.customers import MOMENTS
from simulation.invariants import figures_recount, gathered_as_answered, nothing_waits
from simulation.survey_month import REASONS, RISES, SurveyMonth

FALSE_RISES = 2
Promise = Callable[[SurveyMonth], Iterator[str]]


def each_has_one_outcome(month: SurveyMonth) -> Iterator[str]:
    """Whoever said something has been gathered, thanked for, given a case, parked or only counted: one of these."""
    for one in month.customers:
        if one.words and len(found := month.became(one)) != 1:
            yield f"{one.words} became {found}"


def cases_have_reasons(month: SurveyMonth) -> Iterator[str]:
    """A case has only who asked to be contacted, who met a rule of the map, or what rose suddenly."""
    if unfounded := month.reasons()[REASONS[-1]]:
        yield f"{unfounded} cases for nothing that asks for one"


def few_are_cases(month: SurveyMonth) -> Iterator[str]:
    """One answer in a hundred leads to a case, at most."""
    if 100 * (count := sum(month.reasons().values())) > month.answered:
        yield f"{count} cases of {month.answered} answers"


def whoever_asks_is_called_once(month: SurveyMonth) -> Iterator[str]:
    """Who asked to be contacted has one call-back; or a person decides who calls."""
    for one in month.customers:
        line = month.world.ledger.facts.line(one.line)
        if one.asks != (sum(case.call_back for case in line.cases) + bool(line.parked)):
            yield f"{one.line} asked: {one.asks}, and has {len(line.cases)} cases"


def what_rose_is_seen(month: SurveyMonth) -> Iterator[str]:
    """Both sudden rises have a case, and two others at most seem to have risen."""
    rose, seen = [MOMENTS[at] for at, _ in RISES.values()], month.rises()
    if missed := [moment for moment in rose if moment not in seen]:
        yield f"nobody was told of {missed}"
    if len(seen) > len(rose) + FALSE_RISES:
        yield f"rises where nothing rose: {seen}"


def themes_come_once_a_week(month: SurveyMonth) -> Iterator[str]:
    """A department hears of its themes once a week, at most."""
    yield from (f"{key}: {count}" for key, count in month.mails().items() if key[0] == "themes" and count > 1)


def figures_and_words_stand(month: SurveyMonth) -> Iterator[str]:
    """Figures equal a recount, what is gathered is what was answered, and nothing waits."""
    for promise in (figures_recount, gathered_as_answered, nothing_waits):
        yield from promise(month.world)


MONTHLY: tuple[Promise, ...] = (
    each_has_one_outcome,
    cases_have_reasons,
    few_are_cases,
    whoever_asks_is_called_once,
    what_rose_is_seen,
    themes_come_once_a_week,
    figures_and_words_stand,
)


def broken_by(month: SurveyMonth) -> list[str]:
    """Every promise that it breaks, with what broke it."""
    return [f"{promise.__name__}: {what}" for promise in MONTHLY for what in promise(month)]


def found_in(month: SurveyMonth) -> dict[str, Any]:
    """Everything that is told of a month, as JSON carries it."""
    mails, most = Counter[str](), Counter[str]()
    for (kind, _, _), count in month.mails().items():
        mails[kind] += count
        most[kind] = max(most[kind], count)
    return {
        "answers": month.answered,
        "responses": len(month.customers),
        "with words": sum(bool(one.words) for one in month.customers),
        "outcomes": month.outcomes(),
        "cases": month.reasons(),
        "rises": len(month.rises()),
        "mails": mails,
        "most": most,
        "milliseconds": 1000 * month.answering / len(month.customers),
        "broken": broken_by(month),
    }


def mails_told(month: SurveyMonth) -> Iterator[str]:
    """A row for whoever had mails: how many of which kind, week by week."""
    told: dict[tuple[str, str], dict[str, int]] = {}
    for (kind, name, week), count in month.mails().items():
        told.setdefault((name, week), {})[kind] = count
    names, weeks = (sorted({key[at] for key in told}) for at in (0, 1))
    yield "mails".ljust(16) + "".join(f"{week:44}" for week in weeks)
    for name in names:
        cells = (told.get((name, week), {}) for week in weeks)
        yield name.ljust(16) + "".join(
            ", ".join(f"{n} {kind}" for kind, n in sorted(one.items())).ljust(44) for one in cells
        )
