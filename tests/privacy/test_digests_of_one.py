"""What digests keep about one reader is given out and taken out by the operator's commands, wherever it stands."""

import json
from typing import Any

import pytest

from aws import ATLAS, LEDGER
from operate.atlas import atlas_of
from operate.stack import Stack
from privacy.conftest import Command
from privacy.story import ADDRESS, KIM, Story, found_in, items_of
from throughline.domain.digest_chunk import chunk_of
from throughline.domain.edition import Edition, Turns
from throughline.domain.week import Week
from throughline.errors import Refused

OTHERS = ("1d-0f-ada", "1d-0f-ben")


def week_of(story: Story) -> Week:
    return Week.of(story.live.ledger.clock.now()).previous()


@pytest.fixture
def read(story: Story, stack: Stack) -> Story:
    """Kim had one digest alone and one with others, complained, was named, and chose what they want."""
    room, week = story.live.ledger, week_of(story)
    chunk = chunk_of([*OTHERS, KIM])
    room.chunks.put(week, [chunk])
    room.chunks.reported(week, chunk.id, [KIM, OTHERS[0]])
    for one in (KIM, OTHERS[0]):
        room.chunks.bad_news(week, one, complaint=True)
        assert room.digests.claim(week.previous(), one, room.clock.now())
        room.digests.done(week.previous(), one, "sent", "ses-1")
    room.editions.settle(Edition(str(week), people=Turns((KIM, OTHERS[0]), ())))
    room.editions.settle(Edition(str(week.previous()), people=Turns((OTHERS[0],), (KIM, OTHERS[1]))))
    directory = atlas_of(stack).directory
    assert directory.choose(KIM, "off")
    assert directory.choose_naming(KIM, "name")
    return story


def rows_of(run: Command) -> list[tuple[str, Any]]:
    rows = [json.loads(row) for row in run("export", "--subject", ADDRESS, "--json").stdout.splitlines()]
    return [(row["kind"], row["what"]) for row in rows]


def test_an_export_tells_of_every_digest_edition_and_choice_and_of_nobody_else(read: Story, run: Command) -> None:
    week = week_of(read)
    latest, earlier = str(week), str(week.previous())
    rows = rows_of(run)
    assert [row for row in rows if row[0] not in ("person", "map")] == [
        ("digest", {"week": earlier, "outcome": "sent"}),
        ("digest", {"week": latest, "outcome": "sent"}),
        ("report", {"week": latest, "outcome": "complaint"}),
        ("edition", {"week": earlier, "outcome": "waiting"}),
        ("edition", {"week": latest, "outcome": "named"}),
        ("choice", {"digest": "off", "naming": "name"}),
    ]
    assert not [other for other in OTHERS if other in json.dumps(rows)]


def test_an_erasure_takes_all_of_it_out_and_leaves_the_others(read: Story, run: Command) -> None:
    assert run("erase", "--subject", ADDRESS, "--yes").exit_code == 0
    assert found_in({**items_of(LEDGER), **items_of(ATLAS)}, KIM) == []
    room, week = read.live.ledger, week_of(read)
    (chunk,) = room.chunks.of(week)
    assert (chunk.people, sorted(chunk.sent)) == (OTHERS, [OTHERS[0]])
    edition, _ = room.editions.of(week)
    assert edition
    assert edition.people == Turns((OTHERS[0],), ())


def test_reports_that_come_after_the_erasure_bring_no_digest_back(read: Story, run: Command) -> None:
    room, week = read.live.ledger, week_of(read)
    run("erase", "--subject", ADDRESS, "--yes")
    (chunk,) = room.chunks.of(week)
    room.chunks.reported(week, chunk.id, [KIM, OTHERS[1]])
    room.digests.done(week.previous(), KIM, "sent", "ses-1")
    assert found_in(items_of(LEDGER), KIM) == []


@pytest.mark.usefixtures("read")
def test_what_outlives_an_erasure_is_given_out_and_said_to_stay(run: Command) -> None:
    assert "stays under a code" in run("erase", "--subject", ADDRESS, "--yes").stderr
    assert rows_of(run) == [("choice", {"digest": "off"})]
    again = run("erase", "--subject", ADDRESS, "--yes")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "nothing to erase" in again.stderr


def test_while_their_digest_goes_out_nothing_of_them_is_lost_sight_of(read: Story, run: Command) -> None:
    room, week = read.live.ledger, week_of(read)
    (chunk,) = room.chunks.of(week)
    taken = room.chunks.claim(week, chunk.id, room.clock.now())
    assert taken
    with pytest.raises(Refused, match="in part only") as refused:
        run("erase", "--subject", ADDRESS, "--yes")
    assert "--replay" in refused.value.do
    room.chunks.end(week, taken)
    assert run("erase", "--replay").exit_code == 0
    assert found_in({**items_of(LEDGER), **items_of(ATLAS)}, KIM) == []
