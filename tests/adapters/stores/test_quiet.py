"""A mail about a note that nobody signed stands still until its hour; what is confided is announced to nobody."""

from datetime import datetime, timedelta

import pytest
from moto.backends import get_backend

from aws import LEDGER
from fakes import FixedClock
from fakes.outside import ROOT, MemoryQueue
from fakes.rooms import Ledger
from fakes.values import NOW, feedback, known_reporter, small_map
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.case import Case
from throughline.domain.feedback import Feedback
from throughline.domain.recalling import SINGLE_MAILS
from throughline.domain.routing import Router
from throughline.usecases.carry_records import ORDER
from throughline.usecases.letters import Letterhead
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.route_fact import route_fact
from throughline.usecases.show_desk import desk_view
from throughline.usecases.sweep_pending import sweep_pending

HEAD = Letterhead("https://line.example", ROOT, quiet_minutes=240)
HURT = "A colleague was groped at the packing table."


def routed(ledger: Ledger, note: Feedback, head: Letterhead = HEAD) -> int:
    """How many minutes the department's mail waits."""
    ledger.facts.record(note)
    route_fact(
        line=note.line,
        fact="fact",
        facts=ledger.facts,
        cases=ledger.cases,
        router=Router(small_map()),
        head=head,
        now=NOW,
    )
    return head.quiet(note)


def letters(ledger: Ledger) -> list[tuple[str, str]]:
    """The mails that wait, each since when."""
    return [(key.sk, key.since) for key in ledger.pending.waiting() if key.sk.startswith("letter#")]


def swept(ledger: Ledger, now: datetime) -> list[str]:
    """The mails that a sweep hands out."""
    queues = {name: MemoryQueue() for name in ORDER}
    sweep_pending(pending=ledger.pending.waiting(), queues=queues, now=now)
    return [str(message["sk"]) for message in queues["letters"].messages]


def announced() -> set[str]:
    shard = get_backend("dynamodb")["123456789012"]["eu-west-1"].tables[LEDGER].stream_shard
    images = (record.to_json()["dynamodb"].get("NewImage", {}) for record in (shard.items if shard else ()))
    return {image["announces"]["S"] for image in images if "announces" in image}


def test_a_sweep_lets_it_go_after_its_hour_and_no_sooner(ledger: Ledger) -> None:
    minutes = routed(ledger, feedback())
    assert 0 < minutes <= 240
    due = NOW + timedelta(minutes=minutes)
    assert swept(ledger, due - timedelta(minutes=1)) == []
    assert swept(ledger, due + timedelta(hours=1, minutes=1)) == ["letter#case#1"]


def test_its_inbox_rests_as_long(ledger: Ledger, clock: FixedClock) -> None:
    note, signed = feedback(), feedback(identity="device-0002", reporter=known_reporter())
    minutes = routed(ledger, note)
    routed(ledger, signed)
    assert minutes > 60
    assert [case.line for case in shown(ledger)] == [signed.line]
    clock.moment += timedelta(minutes=minutes)
    assert {case.line for case in shown(ledger)} == {note.line, signed.line}


def shown(ledger: Ledger) -> list[Case]:
    """The cases that stand in the department's inbox."""
    view = desk_view(
        department="Packing",
        rooms=DeskRooms(ledger.cases, ledger.facts, ledger.letters, ledger.weeks),
        journey_map=small_map(),
        head=HEAD,
        now=NOW,
    )
    known = {case.code: case for case in ledger.cases.inbox("Packing", done=False)}
    return [known[one["code"]] for first in view["new"] for one in (first, *first["alike"])]


def test_neither_the_list_of_the_day_nor_a_bundle_tells_of_it_sooner(ledger: Ledger, clock: FixedClock) -> None:
    signed = [feedback(identity=f"device-01{at:02}", reporter=known_reporter()) for at in range(SINGLE_MAILS)]
    for note in signed:
        routed(ledger, note)
    note, later = feedback(), feedback(identity="device-0099", reporter=known_reporter())
    minutes = routed(ledger, note)
    routed(ledger, later)
    assert minutes > 60
    assert {one.case.line for one in ledger.promises.waiting("Packing")} == {one.line for one in (*signed, later)}
    assert {one.line for one in ledger.promises.held("Packing")} == {later.line}
    assert note.line not in {case.line for case in shown(ledger)}
    clock.moment += timedelta(minutes=minutes)
    assert note.line in {one.case.line for one in ledger.promises.waiting("Packing")}
    assert {one.line for one in ledger.promises.held("Packing")} == {note.line, later.line}
    assert note.line in {case.line for case in shown(ledger)}


def test_a_second_routing_draws_the_same_and_writes_nothing(ledger: Ledger) -> None:
    first = routed(ledger, feedback())
    assert routed(ledger, feedback()) == first
    assert [sk for sk, _since in letters(ledger)] == ["letter#case#1"]


def test_a_signed_note_and_one_in_a_house_without_quiet_go_at_once(ledger: Ledger, clock: FixedClock) -> None:
    routed(ledger, feedback(reporter=known_reporter()))
    routed(ledger, feedback(identity="device-0002"), Letterhead("https://line.example", ROOT))
    hour = clock.now().isoformat(timespec="hours")
    assert {since for _sk, since in letters(ledger)} == {hour}


def test_sixty_four_notes_wait_for_times_of_their_own(ledger: Ledger) -> None:
    drawn = {routed(ledger, feedback(identity=f"device-{number:04}")) for number in range(64)}
    assert len(drawn) > 40
    assert max(drawn) - min(drawn) > 180


@pytest.mark.usefixtures("tables")
def test_neither_is_told_to_the_stream(clock: FixedClock) -> None:
    ledger = LedgerRoom(LEDGER, clock=clock)
    routed(ledger, feedback())
    routed(ledger, feedback(HURT, identity="device-0002"))
    assert announced() <= {"feedback.received", "case.routed"}
    (parked,) = ledger.cases.parked()
    assert (parked.confidential, parked.words) == (True, "")
