"""Praise as people give it: by name, for one person's eyes alone, for a department, for nobody whom we know."""

from random import Random

from simulation.organisation import CANARY, STAFF, WORD, spelled
from throughline.domain.feedback import Channel, Kind, Report, Reporter

PRAISE = (
    "Thank you, {name}, who carried the sofa upstairs.",
    "It was {name} who stayed when the driver was late.",
    "How lovely that {name} and {other} mended the box together.",
    "Order 4471234 came early, well done {name}.",
    "What a stupid idea of mine, and {name} was kind all the same.",
    "Everybody was so kind, and nobody had to be.",
)
UNKNOWN, TEAM = "Nora Nowhere", "Delivery"
GIVER = f"{CANARY}giver@home.example"


def praise_of(rng: Random, number: int, place: str) -> Report:
    """What somebody says of a colleague, or of all; whoever chooses one person may want nobody else to read it."""
    name, other = rng.sample(sorted(set(STAFF)), 2)
    text = rng.choice(PRAISE)
    to = rng.choices((name, TEAM, UNKNOWN, ""), (4, 1, 1, 4))[0]
    private = bool(to) and rng.random() < 0.4
    known = rng.random() < 0.7
    reporter = Reporter(f"{CANARY}name", GIVER) if known else Reporter()
    said = f"{text.format(name=name, other=other)} {WORD}{spelled(number)}"
    touchpoint = rng.choice(("", "Opening the parcel", "Delivery at the door"))
    identity = f"{CANARY}device-{number}"
    told = {"kind": Kind.PRAISE, "to": to, "private": private}
    return Report(identity, Channel.FORM, said, touchpoint, reporter=reporter, place=place, **told)  # type: ignore[arg-type]
