"""Whole organisations under a virtual clock, as the tests play them: seeds, wrong designs, two years of digests."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from operate.bench.figures import Figure
from operate.bench.times import CommandFailedError
from operate.local.checkout import find_checkout

SIMULATION = "tests/simulation"
SEEDS, STEPS = 10_000, 200
CROWD, KILLS = 1_000_000, 100
Result = dict[str, Any]


def simulation_figures(seeds: int = SEEDS) -> Iterator[Figure]:
    """Promises broken by so many seeds, wrong designs unnoticed, digests that went wrong in two years: all none."""
    began = time.monotonic()
    yield seeds_figure(played("--seeds", str(seeds), "--steps", str(STEPS)))
    took = time.monotonic() - began
    yield Figure("seeds played a second", seeds / took, "", decides=False)
    yield mutants_figure(played("--mutants"))
    began = time.monotonic()
    yield years_figure(played("--years"))
    yield Figure("two years of digests", time.monotonic() - began, "s", 60, decides=False)


def crowd_figures() -> Iterator[Figure]:
    """A million readers whose senders are killed a hundred times: two or none for nobody, never over rate or day."""
    result = played("--crowd", str(CROWD), "--kills", str(KILLS))
    parts = {name: result[name] for name in ("readers", "killed", "hours")}
    yield Figure("promises broken to a million readers", len(result["broken"]), "", 0, parts=parts)


def seeds_figure(played: Result) -> Figure:
    """How many promises were broken."""
    parts = {"seeds": played["seeds"], "steps each": played["steps"], "promises": played["promises"]}
    return Figure("promises that a simulation broke", len(played["broken"]), "", 0, parts=parts)


def mutants_figure(played: Result) -> Figure:
    """How many wrong designs nobody noticed."""
    parts = {"wrong designs tried": played["mutants"]}
    return Figure("wrong designs that no seed notices", len(played["broken"]), "", 0, parts=parts)


def years_figure(played: Result) -> Figure:
    """How many digests came twice, never, or at a wrong hour."""
    parts = {"digests sent": played["digests"], "troubles of the scheduler": len(played["troubles"])}
    return Figure("digests gone wrong in two years", len(played["broken"]), "", 0, parts=parts)


def played(*arguments: str) -> Result:
    """What the simulation found; what it broke is told on stderr, with the command that shows it again."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, SIMULATION, *arguments],
        cwd=find_checkout().root,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if not done.stdout:
        raise CommandFailedError(f"{SIMULATION} ended with {done.returncode} and found nothing")
    found: Result = json.loads(done.stdout)
    return found
