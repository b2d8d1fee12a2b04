"""`python tests/simulation [--seed N | --seeds COUNT --first N] [--steps S] [--tell]`.

Or `--years`, `--mutants`, `--month ANSWERS`, `--crowd READERS`.

Plays seeds and prints what they break, each with the command that shows it again; ends with 0 if nothing broke.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
AT_ONCE = 25
Result = dict[str, Any]


def asked_for(arguments: list[str] | None) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python tests/simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="play this one only")
    parser.add_argument("--seeds", type=int, default=300, help="play so many")
    parser.add_argument("--first", type=int, default=0, help="from this one on")
    parser.add_argument("--steps", type=int, default=200, help="steps of trouble before the calm")
    parser.add_argument("--tell", action="store_true", help="with --seed: tell each step")
    parser.add_argument("--years", action="store_true", help="two years of digests in forty time zones instead")
    parser.add_argument("--month", type=int, metavar="ANSWERS", help="a month of so many survey answers instead")
    parser.add_argument("--crowd", type=int, metavar="READERS", help="one week's digests for so many instead")
    parser.add_argument("--kills", type=int, default=100, help="with --crowd: how often a sender is killed")
    parser.add_argument("--mutants", action="store_true", help="wrong designs instead: each has to be noticed")
    return parser.parse_args(arguments)


def played(seeds: range, steps: int) -> list[str]:
    """What these seeds break."""
    from simulation.play import play

    return [str(broken) for seed in seeds for broken in play(seed, steps)]


def all_played(first: int, count: int, steps: int) -> Result:
    """So many seeds, on every processor."""
    from simulation.play import PROMISES

    end = first + count
    pieces = [range(at, min(at + AT_ONCE, end)) for at in range(first, end, AT_ONCE)]
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        found = [one for some in workers.map(played, pieces, [steps] * len(pieces)) for one in some]
    return {"seeds": count, "steps": steps, "promises": len(PROMISES), "broken": found}


def one_told(seed: int, steps: int, *, tell: bool) -> Result:
    """One seed, step by step if wanted."""
    from simulation.play import PROMISES, play

    told: list[str] | None = [] if tell else None
    found = [str(broken) for broken in play(seed, steps, told)]
    sys.stderr.write("".join(f"{line}\n" for line in told or ()))
    return {"seeds": 1, "steps": steps, "promises": len(PROMISES), "broken": found}


def noticed(mutant: Callable[[], Any], count: int, steps: int) -> int | None:
    """The first seed that notices a wrong design; None when none does."""
    from simulation.mutants import in_place
    from simulation.play import play

    with in_place(mutant):
        return next((seed for seed in range(count) if play(seed, steps)), None)


def all_noticed(count: int, steps: int) -> Result:
    """Every wrong design, and by which seed it was noticed."""
    from simulation.mutants import MUTANTS

    seeds = {mutant.__name__: noticed(mutant, count, steps) for mutant in MUTANTS}
    unnoticed = [f"nobody noticed: {name}" for name, seed in seeds.items() if seed is None]
    return {"mutants": len(MUTANTS), "noticed": seeds, "broken": unnoticed}


def years_passed() -> Result:
    """Two years under each trouble of the scheduler, at an hour that no clock skips and at one that some do."""
    from simulation.two_years import results
    from throughline.domain.digest_time import Rhythm

    with ProcessPoolExecutor(os.cpu_count()) as workers:
        halves = list(workers.map(results, [[Rhythm("MON", 9)], [Rhythm("SUN", 2)]]))
    told = {name: result for half in halves for name, result in half.items()}
    broken = [f"{name}: {what}" for name, (_, found) in told.items() for what in found]
    return {"digests": sum(count for count, _ in told.values()), "troubles": list(told), "broken": broken}


def month_passed(answers: int) -> Result:
    """A month of survey answers for twelve departments; who had how many mails is told week by week."""
    from simulation.survey_month import SurveyMonth
    from simulation.survey_promises import found_in, mails_told

    month = SurveyMonth(answers)
    month.passes()
    sys.stderr.write("".join(f"{line}\n" for line in mails_told(month)))
    return found_in(month)


def crowd_served(readers: int, kills: int) -> Result:
    """One week's digests for so many, whose senders are killed at so many calls."""
    from simulation.crowd import played

    return played(readers, kills)


def found_by(asked: argparse.Namespace) -> Result:
    """What was asked for."""
    if asked.years:
        return years_passed()
    if asked.month:
        return month_passed(asked.month)
    if asked.crowd:
        return crowd_served(asked.crowd, asked.kills)
    if asked.mutants:
        return all_noticed(asked.seeds, asked.steps)
    if asked.seed is not None:
        return one_told(asked.seed, asked.steps, tell=asked.tell)
    return all_played(asked.first, asked.seeds, asked.steps)


def paths() -> Iterator[str]:
    """Where tests and product lie, from wherever this is run."""
    yield from (str(HERE.parents[1] / folder) for folder in ("tests", "functions", "infra"))


def main(arguments: list[str] | None = None) -> int:
    """0 if nothing broke, 1 if something did, 2 asked in a wrong way."""
    sys.path[:0] = paths()
    result = found_by(asked_for(arguments))
    for what in result["broken"]:
        sys.stderr.write(f"{what}\n")
    sys.stdout.write(json.dumps(result) + "\n")
    return 1 if result["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
