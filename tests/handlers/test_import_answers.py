"""Exports that somebody stores: each row counts once, nobody hears of it, and faults are shown with their rows."""

from datetime import datetime
from functools import partial
from typing import Any

import boto3
import pytest

from aws import BUCKET, messages_in
from calls import Call
from fakes.values import SCRATCHED
from handlers.events import Context, failed, queued, stored_mail
from handlers.live import Live, module
from throughline.domain.delivery import COUNTED_ONLY, line_of_response
from throughline.domain.shares import Asked
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases import import_rows

KEY = "surveys/tally/last year.csv"
GIVEN = datetime.fromisoformat("2026-06-01T10:00:00+00:00")
HEAD = "id,at,score,why\n"
MAPPED = MappedSurvey(
    "tally",
    "after",
    (Question("score", Metric.NPS, (0, 10)), Question("why", verbatim=True)),
    response_id="id",
    answered_at="at",
)


def row(number: int, score: object, why: str = "") -> str:
    return f"r-{number},{GIVEN.isoformat()},{score},{why}\n"


def store(*rows: str, key: str = KEY) -> dict[str, Any]:
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=(HEAD + "".join(rows)).encode())
    return stored_mail(BUCKET, key.replace(" ", "+"))


def stored() -> list[str]:
    return [one["Key"] for one in boto3.client("s3").list_objects_v2(Bucket=BUCKET).get("Contents", ())]


def count(live: Live, message: dict[str, Any], context: Context | None = None) -> None:
    """The file and, as long as it asks for one, its next part."""
    waiting = [message]
    while waiting:
        handled = module("import_answers").handle(queued(waiting), context or Context())
        assert failed(handled) == []
        waiting = messages_in(live.queues["import"])
    live.flows()


def answered(live: Live, number: int) -> tuple[Answer, ...]:
    return live.ledger.facts.line(line_of_response("tally", f"r-{number}")).answers


def promoters(live: Live) -> int:
    return live.ledger.figures.week(Week.of(GIVEN))[Asked.usual(Metric.NPS)].promoters


def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_rows, "BLOCK", 3)


def test_an_export_is_counted_once_and_moves_nobody(live: Live) -> None:
    live.atlas.mappings.put(MAPPED)
    for _ in range(2):
        count(live, store(*(row(at, 10, SCRATCHED) for at in range(5))))
    assert promoters(live) == 5
    lines = [live.ledger.facts.line(line_of_response("tally", f"r-{at}")) for at in range(5)]
    assert [line for line in lines if line.cases or line.thanks or line.parked] == []
    assert all(one.hints[COUNTED_ONLY] for line in lines for one in line.answers)
    assert (live.mails(), list(live.ledger.pending.waiting())) == ([], [])
    assert stored() == []


def test_a_long_export_is_counted_part_by_part(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    small_blocks(monkeypatch)
    live.atlas.mappings.put(MAPPED)
    message = store(*(row(at, 9) for at in range(10)))
    module("import_answers").handle(queued([message]), Context())
    [rest] = messages_in(live.queues["import"])
    assert (rest["file"], rest["after"], rest["faulty"]) == (KEY, 2, False)
    assert [bool(answered(live, at)) for at in range(3)] == [True, False, False]
    count(live, rest)
    assert promoters(live) == 10


def test_with_time_enough_it_is_counted_at_once_by_many_hands(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    small_blocks(monkeypatch)
    monkeypatch.setattr(import_rows, "PIECE", 1)
    live.atlas.mappings.put(MAPPED)
    module("import_answers").handle(queued([store(*(row(at, 9) for at in range(10)))]), Context(remaining=900_000))
    assert messages_in(live.queues["import"]) == []
    live.flows()
    assert promoters(live) == 10


def test_a_part_that_dies_half_way_comes_again(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    live.atlas.mappings.put(MAPPED)
    message, facts, left = store(*(row(at, 9) for at in range(4))), module("import_answers").ledger().facts, [2]
    record = facts.record_answer

    def dying(answer: Answer, **told: str) -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise Unavailable("the ledger rests")
        return bool(record(answer, **told))

    with monkeypatch.context() as patch:
        patch.setattr(facts, "record_answer", dying)
        assert failed(module("import_answers").handle(queued([message]), Context())) == ["message-0"]
    assert stored() == [KEY]
    count(live, message)
    assert promoters(live) == 4


def test_cells_that_cannot_be_read_are_shown_with_their_rows(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    small_blocks(monkeypatch)
    live.atlas.mappings.put(MAPPED)
    for _ in range(2):
        count(live, store(row(1, 9), row(2, "eleven"), row(3, 9), row(4, 9), row(5, 99)))
    shown = sorted(one.what for one in live.ledger.facts.asides())
    assert [what.splitlines()[0] for what in shown] == [KEY, KEY]
    assert 'row 3, column score: "eleven" is no number from 0 to 10.' in shown[0]
    assert 'row 6, column score: "99"' in shown[1]
    assert (promoters(live), stored()) == (3, [KEY])


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (KEY, "0 mapped surveys fit the file. Map it: throughline survey map import."),
        ("surveys/tally/notes.txt", "The file is no export of a source. Store it as surveys/SOURCE/NAME.csv."),
        ("surveys/loose.csv", "The file is no export of a source. Store it as surveys/SOURCE/NAME.csv."),
    ],
)
def test_a_file_that_cannot_be_read_is_shown_and_stays(live: Live, key: str, reason: str) -> None:
    count(live, store(row(1, 9), key=key))
    [aside] = live.ledger.facts.asides()
    assert (aside.door, aside.what, aside.reason) == ("survey file", f"{key}\nmapping 0", reason)
    assert stored() == [key]


def test_of_several_surveys_the_folder_names_one(live: Live) -> None:
    for name in ("after", "before"):
        live.atlas.mappings.put(MappedSurvey("tally", name, MAPPED.questions, response_id="id", answered_at="at"))
    count(live, store(row(1, 9)))
    assert "2 mapped surveys fit" in next(live.ledger.facts.asides()).reason
    count(live, store(row(1, 9), key="surveys/tally/before/all.csv"))
    assert {one.survey_id for one in answered(live, 1)} == {"before"}


def test_the_rest_of_a_file_that_was_replaced_is_left_to_the_new_one(live: Live) -> None:
    live.atlas.mappings.put(MAPPED)
    store(row(1, 9))
    count(live, {"id": "1", "file": KEY, "after": 0, "version": "another", "faulty": False})
    assert answered(live, 1) == ()


def test_nothing_is_read_of_what_is_no_file_or_gone(live: Live) -> None:
    live.atlas.mappings.put(MAPPED)
    for message in (stored_mail(BUCKET, "surveys/tally/"), stored_mail(BUCKET, KEY), {"Event": "s3:TestEvent"}):
        count(live, message)
    assert list(live.ledger.facts.asides()) == []


def test_a_file_that_is_too_large_is_shown(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    live.atlas.mappings.put(MAPPED)
    monkeypatch.setattr("throughline.adapters.s3_exports.LARGEST", 10)
    count(live, store(row(1, 9)))
    assert "Split it" in next(live.ledger.facts.asides()).reason


def test_a_row_costs_one_call_an_answer(live: Live) -> None:
    live.atlas.mappings.put(MAPPED)
    message = store(*(row(at, 9) for at in range(20)))
    calls: list[tuple[str, Call]] = live.count(partial(live.call, "import_answers", queued([message])))
    assert sum("PutItem" in str(call) for _, call in calls) == 20
    assert len(calls) <= 20 + 4
