"""What is kept for how long: told to people as the code does it, and over for readers the day it ends."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import boto3
import pytest

from aws import ATLAS, LEDGER, make_tables
from fakes import FixedClock
from fakes.values import NOW, TODAY, answer, case, feedback, letter, person, thanks
from privacy.story import raw_items
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.line import Aside, Outcome
from throughline.domain.retention import DAYS, STAYS, Class, expiry, is_over
from throughline.domain.week import Week

OPERATING = Path(__file__).parents[2] / "infra" / "README.md"
LINE = feedback().line
OUTCOME = Outcome(
    LINE, "fact", ("routed",), (case(LINE),), (thanks(LINE),), letters=(letter(LINE),), weighed={1: ("crushed",)}
)


@pytest.fixture
def ledger(aws: None, clock: FixedClock) -> LedgerRoom:  # noqa: ARG001 - the tables stand in what it pretends
    make_tables()
    return LedgerRoom(LEDGER, clock=clock)


def test_every_class_ends_or_stays() -> None:
    assert set(DAYS) | STAYS == set(Class)
    assert not set(DAYS) & STAYS


def test_people_are_told_the_same() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\d+ days|stays) \|$", OPERATING.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == {kind.value: f"{DAYS[kind]} days" if kind in DAYS else "stays" for kind in Class}


def test_a_tombstone_outlives_the_words_and_all_copies_of_them() -> None:
    assert DAYS[Class.TOMBSTONES] > 2 * DAYS[Class.WORDS]
    assert DAYS[Class.ERASURES] >= DAYS[Class.TOMBSTONES]


def test_an_end_is_the_end_of_a_day_and_tells_no_hour() -> None:
    end = datetime.fromtimestamp(expiry(1, date(2026, 11, 23)), UTC)
    assert end == datetime(2026, 11, 25, tzinfo=UTC)
    assert is_over(end.timestamp(), end)
    assert not is_over(end.timestamp(), end - timedelta(seconds=1))
    assert not is_over(None, end)


def test_what_is_over_is_read_no_more_though_the_table_still_has_it(ledger: LedgerRoom, clock: FixedClock) -> None:
    ledger.facts.record(feedback())
    ledger.facts.record_answer(answer())
    ledger.facts.set_aside(Aside("Q#1", "a reason", "form", "some words", TODAY))
    ledger.cases.settle(OUTCOME)
    before = len(raw_items(LEDGER))

    clock.passes(days=DAYS[Class.LETTERS] + 2)
    assert ledger.letters.claim(LINE, "letter#case#1", clock.now()) is None
    assert ledger.facts.feedback(LINE) == feedback()

    clock.passes(days=DAYS[Class.WORDS])
    line = ledger.facts.line(LINE)
    assert (line.feedback, line.thanks, line.weighed, ledger.facts.feedback(LINE)) == (None, (), {}, None)
    assert ledger.facts.answer(answer().line, "fact#recommend") is None
    assert [*ledger.facts.asides(), *ledger.weeks.thanks(Week.of(NOW))] == []
    assert [one.number for one in line.cases] == [1]
    assert len(raw_items(LEDGER)) == before


def test_every_item_of_the_ledger_ends_but_history_and_counts(ledger: LedgerRoom) -> None:
    ledger.facts.record(feedback())
    ledger.facts.record_answer(answer())
    ledger.figures.count(answer(), Week.of(NOW))
    ledger.cases.settle(OUTCOME)
    ledger.digests.claim(Week.of(NOW), "ada", NOW)
    for item in boto3.client("dynamodb").scan(TableName=LEDGER)["Items"]:
        stays = item["sk"]["S"].startswith(("case#", "counted#", "nps")) or item["pk"]["S"].startswith("N#")
        assert ("expires" in item) != stays, item


def test_whoever_left_is_forgotten_after_their_time(ledger: LedgerRoom, clock: FixedClock) -> None:
    assert ledger.table == LEDGER
    directory = AtlasRoom(ATLAS, clock=clock).directory
    directory.replace([person("ada"), person("bob")])
    directory.replace([person("ada")])
    assert directory.person("id-bob") is not None
    clock.passes(days=DAYS[Class.LEFT] + 2)
    assert directory.person("id-bob") is None
    assert directory.person("id-ada") is not None
