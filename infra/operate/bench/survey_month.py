"""A month of 80,000 survey answers for twelve departments, as the tests live it through: what it leads to."""

from collections.abc import Iterator

from operate.bench.figures import Figure
from operate.bench.simulation import Result, played

ANSWERS, FALSE_RISES, RISES = 80_000, 2, 2
ONE_IN_A_HUNDRED = 100


def survey_month_figures(answers: int = ANSWERS) -> Iterator[Figure]:
    """What became of the answers and their words, who had how many mails, and what went wrong: nothing."""
    yield from month_figures(played("--month", str(answers)))


def month_figures(found: Result) -> Iterator[Figure]:
    """The same of a month that was lived through."""
    answers, cases = found["answers"], sum(found["cases"].values())
    responses = {"responses": found["responses"], "with words": found["with words"]}
    yield Figure("survey answers of a made-up month", answers, "answers", parts=responses | found["outcomes"])
    yield Figure("cases of them", cases, "cases", answers // ONE_IN_A_HUNDRED, parts=found["cases"])
    yield Figure("rises seen where nothing rose", max(0, found["rises"] - RISES), "rises", FALSE_RISES)
    yield Figure("mails of the month", sum(found["mails"].values()), "mails", parts=found["mails"])
    most = max(found["most"].values(), default=0)
    yield Figure("mails of a kind to a department and week, at most", most, "mails", parts=found["most"])
    yield Figure("promises that the month broke", len(found["broken"]), "", 0)
    yield Figure("CPU a response, in memory", found["milliseconds"], "ms", decides=False)
