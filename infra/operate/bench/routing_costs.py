"""What the scorer and the trainer cost at 77 touchpoints and 10,000 decisions, each in a process of its own.

The texts are made up: what they cost hangs on how many words there are, not on which.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from operate.bench.figures import Figure
from throughline.domain.journey import Cue, Department, JourneyMap, Part, versioned
from throughline.domain.precedent import Example

MOMENTS, DEPARTMENTS, DECISIONS = 77, 11, 10_000
WORDS_OF_ONE, WORDS_OF_ALL, SAID = 12, 2_000, (4, 12)
# The goals: milliseconds to be ready, milliseconds a text, megabytes of weights; seconds and megabytes to learn.
READY, A_TEXT, WEIGHTS, LEARNING, MEMORY = 60, 2, 10, 60, 512
STARTS = 5
SYLLABLES = tuple(f"{one}{other}" for one in "bdfgklmnprst" for other in ("a", "e", "i", "o", "u", "an", "el", "or"))
MB = 1_000_000
FUNCTIONS = Path(__file__).resolve().parents[3] / "functions"


def cost_figures() -> Iterator[Figure]:
    """Bytes and memory decide; times are told."""
    with TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        learned = _alone("learn", model)
        yield Figure(f"trainer: {DECISIONS:,} x {MOMENTS}, CPU", learned["cpu"], "s", LEARNING, decides=False)
        yield Figure(f"trainer: {DECISIONS:,} x {MOMENTS}, memory at most", learned["memory"], "MB", MEMORY)
        yield Figure(f"scorer: weights of {MOMENTS} touchpoints", model.stat().st_size / MB, "MB", WEIGHTS)
        started = [_alone("score", model) for _ in range(STARTS)]
        ready = min(one["ready"] for one in started)
        yield Figure("scorer: import and load, CPU", ready, "ms", READY, decides=False)
        yield Figure("scorer: a text, CPU", min(one["each"] for one in started), "ms", A_TEXT, decides=False)
        yield Figure("scorer: modules that are not of the standard library", started[0]["foreign"], "", 0)


def _alone(what: str, model: Path) -> dict[str, float]:
    """What a fresh interpreter says of itself."""
    told = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "operate.bench.routing_costs_worker", what, str(model)],
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    return {name: float(value) for name, value in json.loads(told.stdout).items()}


def made_map() -> JourneyMap:
    """77 touchpoints of 11 departments, each with words of its own."""
    random = Random(7)  # noqa: S311 - the same words each time
    departments = tuple(Department(f"Department {at}", f"d{at}@made.example") for at in range(DEPARTMENTS))
    rows = (_part(f"Moment {at}", f"Department {at % DEPARTMENTS}", random) for at in range(MOMENTS))
    return versioned(JourneyMap("", tuple(rows), departments))


def made_examples(journey_map: JourneyMap, count: int) -> list[Example]:
    """Texts that hold a word or two of their touchpoint, among words that all share."""
    random = Random(11)  # noqa: S311 - the same texts each time
    common = [_word(random) for _ in range(WORDS_OF_ALL)]
    return [_example(random, journey_map.parts[at % MOMENTS], common) for at in range(count)]


def _part(moment: str, department: str, random: Random) -> Part:
    cues = tuple(Cue(_word(random)) for _ in range(WORDS_OF_ONE))
    return Part("Journey", "Stage", moment, "shop", department, "Clerk", "They do it.", cues, "2d", "")


def _example(random: Random, part: Part, common: list[str]) -> Example:
    said = random.choices(common, k=random.randint(*SAID)) + [cue.words for cue in random.sample(part.routes_when, 2)]
    random.shuffle(said)
    return Example(" ".join(said), part.touchpoint, part.department)


def _word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=random.randint(2, 4)))
