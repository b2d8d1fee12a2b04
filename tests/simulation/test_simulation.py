from itertools import chain

import pytest

from simulation.digesting import FEW_SINGLY
from simulation.mutants import MUTANTS, RARE, Mutant, in_place
from simulation.play import PROMISES, play
from simulation.world import World
from throughline.domain.case import Action

SEEDS = 240
PIECE = 40
WRONG = 1200  # some wrong designs show only where several rare things meet


@pytest.mark.parametrize("first", range(0, SEEDS, PIECE))
def test_every_promise_holds_whatever_happens(first: int) -> None:
    broken = [str(one) for seed in range(first, first + PIECE) for one in play(seed)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_wrong_design_is_noticed(mutant: Mutant) -> None:
    first = RARE.get(mutant, 0)
    with in_place(mutant):
        noticing = next((seed for seed in chain(range(first, WRONG), range(first)) if play(seed)), None)
    assert noticing is not None
    assert play(noticing) == []


def test_the_same_seed_plays_the_same() -> None:
    told: tuple[list[str], list[str]] = ([], [])
    for lines in told:
        play(7, 60, lines)
    assert told[0] == told[1]
    assert len(told[0]) >= 60


def test_each_promise_is_a_sentence() -> None:
    assert len(PROMISES) >= 12
    assert all((promise.__doc__ or "").strip().endswith(".") for promise in PROMISES)


def test_trouble_really_happens() -> None:
    worlds = [World(seed) for seed in range(40)]
    for world in worlds:
        for _ in range(200):
            world.step()
    assert sum(len(line.cases) for world in worlds for line in world.ledger.lines.values()) > 400
    assert any(len(taken) > 1 for world in worlds for taken in world.mail.accepted.values())
    taken = [
        step.action
        for world in worlds
        for line in world.ledger.lines.values()
        for one in line.steps.values()
        for step in one
    ]
    assert Action.SEND_ON in taken
    assert any(queue.failed for world in worlds for queue in world.queues.values())
    assert any(world.stream.failed for world in worlds)
    assert any(name.startswith("id-") for world in worlds for _, name in world.mail.accepted)
    assert any(line.parked and line.parked.decided for world in worlds for line in world.ledger.lines.values())


def test_trouble_happens_to_chunks_too() -> None:
    worlds = [World(seed) for seed in range(100)]
    together = [world for world in worlds if world.functions.digests.singles == FEW_SINGLY]
    for world in together:
        for _ in range(200):
            world.step()
    chunks = [chunk for world in together for chunk in world.ledger.chunks.held.values()]
    assert 1 / 4 < len(together) / len(worlds) < 1 / 2
    assert {chunk.tries for chunk in chunks} >= {1, 2}
    assert any(chunk.alone for chunk in chunks)
    assert {end.partition(":")[0] for chunk in chunks for end in chunk.ends.values()} >= {"in doubt", "refused"}
    assert any(len(chunk.sent) < len(chunk.people) for chunk in chunks if chunk.tries == 1 and chunk.sent)
