"""What the ledger announces reaches every queue that wants it, and what got lost is found again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fakes import MemoryQueue
from fakes.values import NOW
from throughline.domain.line import PendingKey
from throughline.errors import Unavailable
from throughline.usecases.carry_records import LETTERS, ROUTE, TALLY, Announced, carry_records
from throughline.usecases.sweep_pending import sweep_pending

REPORT = Announced("feedback.received", "F#1", "fact", "0", {})
ANSWER = Announced("answer.received", "S#own#r-1", "fact#recommend", "2", {})
MAIL = Announced("letter.waiting", "F#1", "letter#case#1", "0", {})
ROUTED = Announced("case.routed", "F#1", "case#1", "1", {"code": "A7K2Q"})


class Queues(dict[str, MemoryQueue]):
    def __init__(self) -> None:
        super().__init__({name: MemoryQueue() for name in (ROUTE, LETTERS, TALLY)})

    def keys_in(self, name: str) -> list[tuple[str, str]]:
        return [(one["pk"], one["sk"]) for one in self[name].messages]


def carry(queues: Queues, *records: Announced, published: list[dict[str, Any]] | None = None) -> dict[str, int]:
    events = published if published is not None else []
    return carry_records(
        records=records,
        queues=queues,
        publish=events.extend,
        public_event=lambda one: {"id": one.event_id} if one.announces.startswith("case.") else None,
    )


def test_each_record_reaches_the_queues_that_want_it() -> None:
    queues, published = Queues(), list[dict[str, Any]]()
    assert carry(queues, REPORT, ANSWER, MAIL, ROUTED, published=published) == {
        ROUTE: 2,
        LETTERS: 1,
        TALLY: 2,
        "public": 1,
    }
    assert queues.keys_in(ROUTE) == [("F#1", "fact"), ("S#own#r-1", "fact#recommend")]
    assert queues.keys_in(TALLY) == [("S#own#r-1", "fact#recommend"), ("F#1", "case#1")]
    assert queues.keys_in(LETTERS) == [("F#1", "letter#case#1")]
    assert published == [{"id": ROUTED.event_id}]


def test_messages_carry_keys_and_never_words() -> None:
    queues = Queues()
    carry(queues, replace(REPORT, document={"text": "secret words"}))
    (message,) = queues[ROUTE].messages
    assert message == {"id": REPORT.event_id, "pk": "F#1", "sk": "fact", "announces": "feedback.received"}


def test_the_same_record_has_the_same_id_and_another_version_another() -> None:
    again = Announced("answer.received", "S#own#r-1", "fact#recommend", "2", {"later": "read"})
    assert again.event_id == ANSWER.event_id
    ids = {ANSWER.event_id, replace(ANSWER, version="3").event_id, REPORT.event_id, MAIL.event_id}
    assert len(ids) == 4


@pytest.mark.parametrize("broken", [ROUTE, LETTERS, TALLY])
def test_when_a_queue_does_not_take_it_the_whole_batch_comes_again(broken: str) -> None:
    queues, published = Queues(), list[dict[str, Any]]()
    queues[broken].fails = Unavailable("not now")
    with pytest.raises(Unavailable):
        carry(queues, REPORT, ANSWER, MAIL, ROUTED, published=published)
    assert published == []


def test_an_empty_batch_calls_nobody() -> None:
    assert carry(Queues()) == {}


def waiting(sk: str, **ago: float) -> PendingKey:
    return PendingKey("F#1", sk, (NOW - timedelta(**ago)).isoformat(timespec="hours"))


def test_what_waits_for_more_than_an_hour_is_handed_out_again() -> None:
    queues = Queues()
    pending = [waiting("fact", hours=3), waiting("fact#recommend", hours=2), waiting("letter#case#1", hours=5)]
    assert sweep_pending(pending=pending, queues=queues, now=NOW) == {ROUTE: 2, TALLY: 1, LETTERS: 1}
    assert queues.keys_in(ROUTE) == [("F#1", "fact"), ("F#1", "fact#recommend")]
    assert queues.keys_in(TALLY) == [("F#1", "fact#recommend")]
    assert queues.keys_in(LETTERS) == [("F#1", "letter#case#1")]


def test_what_is_on_its_way_is_left_alone() -> None:
    queues = Queues()
    assert sweep_pending(pending=[waiting("fact", minutes=20)], queues=queues, now=NOW) == {}
    assert queues.keys_in(ROUTE) == []


def sweep(queues: Queues) -> dict[str, int]:
    return sweep_pending(pending=[waiting("fact#recommend", hours=2)], queues=queues, now=NOW)


@pytest.mark.parametrize("hand_out", [lambda queues: carry(queues, ANSWER), sweep], ids=["carry", "sweep"])
def test_the_counter_has_its_message_before_routing_clears_what_a_sweep_looks_for(
    hand_out: Callable[[Queues], object],
) -> None:
    queues = Queues()
    queues[TALLY].fails = Unavailable("not now")
    with pytest.raises(Unavailable):
        hand_out(queues)
    assert queues.keys_in(ROUTE) == []


def test_a_message_about_an_answer_says_which_revision_it_is_about() -> None:
    queues = Queues()
    carry(queues, replace(ANSWER, revision=2))
    sweep_pending(pending=[replace(waiting("fact#recommend", hours=2), revision=3)], queues=queues, now=NOW)
    assert [one["revision"] for one in queues[ROUTE].messages] == [2, 3]
