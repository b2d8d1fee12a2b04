"""What is told of surveys, held against chance: intervals, sudden rises, themes of a big month."""

import math
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from operate.bench.figures import Figure
from throughline.domain.rise import MOST_WEEKS, rises
from throughline.domain.score import Tally, nps, share
from throughline.domain.survey import Band
from throughline.domain.themes import Comment, kept, rising, themes_of

ANSWERS = (10, 30, 100)
STEPS = 20
RATES = (0.5, 1, 2, 3, 5, 8, 12, 20, 40)
THEMES, WEEKS = 10, 52
COMMENTS, SECONDS, SEED = 80_000, 60, 20261123
MEGA = 1 << 20
TOUCHPOINTS, TOPICS, VOCABULARY = 12, 8, 20_000
TOPIC_SHARE, UNHAPPY = 0.7, 0.3
SYLLABLES = "ba be bo da do fa ga go ka ke la le lo ma mi na no pa po ra ri sa so ta te to va vi wa zo".split()


def figures_of_surveys() -> Iterator[Figure]:
    """How often intervals miss the truth, how often a steady week seems to rise, and what 80,000 comments take."""
    yield from _missed("NPS", nps_missed)
    yield from _missed("share", share_missed)
    alarms = {f"{rate:g} a week": WEEKS * THEMES * false_alarm(rate) for rate in RATES}
    yield Figure("false alarms, touchpoint and year, at worst", max(alarms.values()), "", 1, parts=alarms)
    told, weeks = steady_years(TOUCHPOINTS, WEEKS)
    yield Figure("rises told in a made-up year of steady talk", told, "", TOUCHPOINTS, parts={"themes asked": weeks})
    yield from theme_figures(COMMENTS)


def theme_figures(count: int) -> Iterator[Figure]:
    """CPU time and memory of the themes of so many comments; a tenth of them shows what one comment adds."""
    began = time.process_time()
    found = themes_of(comments(count, UNHAPPY), {})
    yield Figure(f"CPU to gather {count} comments", time.process_time() - began, "s", SECONDS, decides=False)
    yield Figure("themes found in them", sum(not theme.other for theme in found), "")
    few, many = _peak(count // 10), _peak(count)
    yield Figure("memory they take at most", many / MEGA, "MB", parts={f"MB of {count // 10}": few / MEGA})


def nps_missed(count: int) -> list[float]:
    """For each true mix of customers, how likely the NPS of so many answers has an interval that misses the truth.

    Counted over every outcome instead of drawn: no chance is left in it. Each kind of customer is a twentieth at least.
    """
    ends = {(up, down): nps(Tally(up, count - up - down, down)) for up, down in _outcomes(count)}
    return [
        sum(
            chance
            for (up, down), scored in ends.items()
            if not scored.low <= 100 * (rise - fall) / STEPS <= scored.high
            and (chance := _chance((up, down, count - up - down), (rise, fall, STEPS - rise - fall)))
        )
        for rise in range(1, STEPS - 1)
        for fall in range(1, STEPS - rise)
    ]


def share_missed(count: int) -> list[float]:
    """The same for a share from a twentieth to nineteen."""
    ends = [share(hits, count) for hits in range(count + 1)]
    return [
        sum(
            _chance((hits, count - hits), (part, STEPS - part))
            for hits, scored in enumerate(ends)
            if not scored.low <= 100 * part / STEPS <= scored.high
        )
        for part in range(1, STEPS)
    ]


def false_alarm(rate: float, weeks: int = MOST_WEEKS) -> float:
    """How likely a week seems to rise that is like the weeks before it."""
    total = 0.0
    for before in range(int(weeks * rate + 10 * math.sqrt(weeks * rate) + 10)):
        enough = next(now for now in range(10 * before + 50) if rises(now, [before] + [0] * (weeks - 1)))
        total += _poisson(weeks * rate, before) * (1 - sum(_poisson(rate, now) for now in range(enough)))
    return total


def steady_years(touchpoints: int, weeks: int) -> tuple[int, int]:
    """How many rises are told while nothing changes, by the whole way from words to rise, and how often it was asked.

    A theme that rose is told once: not again within the weeks it is compared with.
    """
    random, before, told, asked = Random(SEED), list[dict[str, int]](), 0, 0  # noqa: S311 - the same year each time
    until: dict[tuple[str, str], int] = {}
    for week in range(weeks + MOST_WEEKS):
        said = list(_some(random, random.randint(50 * touchpoints, 60 * touchpoints), 1.0, touchpoints))
        themes = [theme for theme in themes_of(said, {}) if not theme.other]
        for theme in themes if week >= MOST_WEEKS else ():
            asked += 1
            known = (theme.touchpoint, theme.marks[0])
            if rising(theme, before) and until.get(known, 0) <= week:
                told, until[known] = told + 1, week + MOST_WEEKS
        before = [*before, kept(themes)][-MOST_WEEKS:]
    return told, asked


def comments(count: int, unhappy: float) -> Iterator[Comment]:
    """So many comments, always the same: talk of a few topics a touchpoint among words as frequent as words are."""
    return _some(Random(SEED), count, unhappy, TOUCHPOINTS)  # noqa: S311 - the same comments each time


def _some(random: Random, count: int, unhappy: float, touchpoints: int) -> Iterator[Comment]:
    words, often = _vocabulary()
    for number in range(count):
        at, low = random.randrange(touchpoints), random.random() < unhappy
        said = random.choices(words, cum_weights=often, k=random.randint(4, 20))
        if low and random.random() < TOPIC_SHARE:
            topic = min(random.randrange(TOPICS), random.randrange(TOPICS))
            place = random.randrange(len(said))
            said[place:place] = [words[500 + 2 * (at * TOPICS + topic)], words[501 + 2 * (at * TOPICS + topic)]]
        text = " ".join(said).capitalize() + "."
        on = date(2026, 11, 23) + timedelta(days=number % 7)
        yield Comment(f"Touchpoint {at}", f"{number:06}", text, on, Band.DETRACTOR if low else Band.PROMOTER)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Made-up words and how often each is said or a more frequent one, as Zipf has it."""
    random = Random(SEED)  # noqa: S311 - the same words each time
    made = {"".join(random.choices(SYLLABLES, k=random.randint(2, 5))) + "k": None for _ in range(2 * VOCABULARY)}
    words = list(made)[:VOCABULARY]
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def _missed(what: str, missed: Callable[[int], list[float]]) -> Iterator[Figure]:
    for count in ANSWERS:
        found = missed(count)
        middle, worst = 100 * sum(found) / len(found), 100 * max(found)
        limit = None if what == "share" else 7
        yield Figure(f"true {what} outside the interval of {count}, at worst", worst, "%", limit)
        yield Figure(f"true {what} outside the interval of {count}, mean", middle, "%", 7)


def _peak(count: int) -> int:
    """The most memory that the themes of so many comments take, in bytes; comments come one by one."""
    tracemalloc.start()
    themes_of(comments(count, UNHAPPY), {})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _outcomes(count: int) -> Iterator[tuple[int, int]]:
    return ((up, down) for up in range(count + 1) for down in range(count + 1 - up))


def _chance(counts: tuple[int, ...], parts: tuple[int, ...]) -> float:
    """How likely so many of each kind are, whose parts of all are so many twentieths."""
    ways = math.lgamma(sum(counts) + 1) - sum(math.lgamma(one + 1) for one in counts)
    return math.exp(ways + sum(one * math.log(part / STEPS) for one, part in zip(counts, parts, strict=True)))


def _poisson(mean: float, count: int) -> float:
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
