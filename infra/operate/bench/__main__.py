"""`python -m operate.bench [--json] [--quick] [--seeds N] [DATA=folder]`, run by `make bench`.

Ends with 0 only if all counts and sizes are within their limits; times are told and decide nothing.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from operate.bench.attacker import attacker_figures
from operate.bench.counts import call_figures
from operate.bench.crash import crash_figures
from operate.bench.digest import digest_figures
from operate.bench.digest_history import history_figures
from operate.bench.figures import Figure, all_hold, as_table
from operate.bench.figures_of_surveys import figures_of_surveys
from operate.bench.hostile import hostile_figures
from operate.bench.iam import proof_figures
from operate.bench.intents import intent_figures
from operate.bench.kinds import kind_figures
from operate.bench.mail_peers import mail_peer_figures
from operate.bench.meaning import meaning_figures
from operate.bench.reading import read_figures
from operate.bench.routing import routing_figures
from operate.bench.routing_costs import cost_figures
from operate.bench.simulation import SEEDS, crowd_figures, simulation_figures
from operate.bench.sizes import size_figures
from operate.bench.survey_month import survey_month_figures
from operate.bench.surveys import survey_figures
from operate.bench.times import CommandFailedError, time_figures
from operate.bench.way import WentWrongError
from operate.build.artifact import BuildFoundWantingError
from operate.local.up import REFUSALS

MOST_NOTES = 100


def notes_in(folder: Path) -> Iterator[str]:
    """The texts of a folder's JSON lines, `{"text": ...}` each, in the order of their files."""
    for file in sorted(folder.glob("**/*.jsonl")):
        with file.open(encoding="utf-8") as rows:
            yield from (str(json.loads(row)["text"]) for row in rows if '"text"' in row)


def some_notes(data: str) -> list[str]:
    """The first notes of `DATA=folder`; none without it."""
    folder = data.removeprefix("DATA=")
    return [text for text, _ in zip(notes_in(Path(folder)), range(MOST_NOTES), strict=False)] if folder else []


def reading_figures(data: str) -> Iterator[Figure]:
    """How well mails and survey answers are read, beside others who read mail."""
    folder = Path(data.removeprefix("DATA=")) if data else None
    yield from survey_figures()
    yield from figures_of_surveys()
    yield from kind_figures(folder)
    yield from intent_figures()
    yield from read_figures(folder)
    yield from mail_peer_figures(folder)


def routed_figures(data: str) -> Iterator[Figure]:
    """How often texts reach the right department, beside others who sort texts; our own are few."""
    folder = Path(data.removeprefix("DATA=")) if data else None
    yield from meaning_figures(folder)
    yield from routing_figures(folder)
    yield from cost_figures()


def proof(seeds: int) -> Iterator[Figure]:
    """What is proven, and how much was tried for it."""
    yield from proof_figures()
    yield from hostile_figures()
    yield from attacker_figures()
    yield from simulation_figures(seeds)
    yield from digest_figures()
    yield from history_figures()
    yield from crowd_figures()
    yield from survey_month_figures()
    yield from crash_figures()


def main(arguments: list[str] | None = None) -> int:
    """0 within all limits, 1 not, 2 asked in a wrong way."""
    parser = argparse.ArgumentParser(prog="python -m operate.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--quick", action="store_true", help="counts and sizes only, which start no stack")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many simulations to play")
    parser.add_argument("data", nargs="?", default="", metavar="DATA=folder", help="notes of your own to count too")
    asked = parser.parse_args(arguments)
    try:
        figures: list[Figure] = [*call_figures(some_notes(asked.data)), *size_figures()]
        if not asked.quick:
            figures += [*reading_figures(asked.data), *routed_figures(asked.data)]
            figures += [*time_figures(), *proof(asked.seeds)]
    except (BuildFoundWantingError, CommandFailedError, WentWrongError, *REFUSALS) as error:
        print(error, file=sys.stderr)
        return 1
    lines = [json.dumps([one.as_row() for one in figures], indent=1)] if asked.json else as_table(figures)
    print("\n".join(lines))
    return 0 if all_hold(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
