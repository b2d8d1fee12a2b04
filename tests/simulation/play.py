"""Play a seed: trouble for so many steps, then calm, then every promise is checked, and all of it replayed."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from simulation.digest_promises import no_reader_is_forgotten
from simulation.invariants import INVARIANTS, Invariant
from simulation.world import World
from throughline.domain.line import Line
from throughline.usecases.carry_records import LETTERS, ROUTE, TALLY

STEPS = 200
COMMAND = ".venv/bin/python tests/simulation --seed {seed} --steps {steps}"


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that was not kept, and the command that shows it again."""

    seed: int
    steps: int
    promise: str
    what: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.what}\n    {COMMAND.format(seed=self.seed, steps=self.steps)}"


def play(seed: int, steps: int = STEPS, told: list[str] | None = None) -> list[Broken]:
    """Everything that one seed breaks; `told` is given a line for each step."""
    world = World(seed)
    world.told = told
    for _ in range(steps):
        world.step()
    world.calms()
    found = [(promise.__name__, what) for promise in PROMISES for what in promise(world)]
    return [Broken(seed, steps, name, what) for name, what in found]


def sweeps_rest(world: World) -> Iterator[str]:
    """On a quiet system sweeps and plans do nothing."""
    before, sent, queued = state_of(world), world.mail.count(), _queued(world)
    for _ in range(2):
        world.fires(world.clock.now())
        world.works_off()
    if state_of(world) != before or world.mail.count() != sent or _queued(world) != queued:
        yield f"{_queued(world) - queued} messages were queued, {world.mail.count() - sent} mails sent"


def replays_change_nothing(world: World) -> Iterator[str]:
    """Everything that ever came in, was announced, queued or failed, replayed twice: the same state, and no mail.

    The first time may end a digest that nobody ended; no letter goes out even then.
    """
    letters = _letters(world)
    for queue in world.queues.values():
        queue.release()
    replay(world)
    before, sent = state_of(world), world.mail.count()
    replay(world)
    if world.mail.count() != sent or _letters(world) != letters:
        yield f"{_letters(world) - letters} letters and {world.mail.count() - sent} mails were sent"
    if state_of(world) != before:
        yield "the state is another"


def replay(world: World) -> None:
    """All of it once more."""
    for sent in world.doors.sent:
        if sent.taken:
            world.doors.knock(sent)
    for queue in world.queues.values():
        queue.give(list({repr(body): body for body in queue.ever}.values()))
    world.functions.carry(list(world.stream.ever))
    world.works_off()


def state_of(world: World) -> str:
    """A fingerprint of everything that is kept; leases and the time of a wait do not count."""
    ledger, chunks = world.ledger, world.ledger.chunks.held.items()
    told = (
        sorted((key, repr(line)) for key, line in ledger.lines.items() if line != Line()),
        sorted(repr(one) for one in ledger.facts.asides()),
        sorted((key, lease.state) for key, lease in ledger.letters.leases.items()),
        sorted((str(week), who, lease.state) for (week, who), lease in ledger.digests._leases.items()),
        sorted((name, one.state, *sorted({*one.outcomes(), *one.ends.items()})) for (_, name), one in chunks),
        sorted(repr(one) for one in ledger.figures._latest.items()),
        sorted(repr(one) for one in world.atlas.directory.people()),
        sorted(ledger.waits),
    )
    return sha256(repr(told).encode()).hexdigest()


def _letters(world: World) -> int:
    return sum(len(taken) for (_, name), taken in world.mail.accepted.items() if name.startswith("letter#"))


def _queued(world: World) -> int:
    """What a sweep would hand out; a plan asks for all digests of its hour each time."""
    return sum(len(world.queues[name].ever) for name in (ROUTE, LETTERS, TALLY))


RESTS: tuple[Invariant, ...] = (sweeps_rest, replays_change_nothing, no_reader_is_forgotten)
PROMISES = (*INVARIANTS, *RESTS)
