import json
import subprocess
import sys
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import ClientError

from operate.bench.__main__ import some_notes
from operate.bench.calls import Call, count_calls, tallied
from operate.bench.figures import Figure, all_hold, as_table

COUNTED = """
import json
from operate.bench.counts import call_figures
print(json.dumps([figure.as_row() for figure in call_figures(["The card reader was frozen."])]))
"""


def test_what_is_over_its_limit_does_not_hold() -> None:
    assert all_hold([Figure("calls", 8, "calls", 8), Figure("told", 99, "calls")])
    assert not all_hold([Figure("calls", 8.1, "calls", 8)])


def test_a_time_decides_nothing_but_is_told_to_be_short() -> None:
    slow = Figure("up", 13.25, "s", 12, decides=False)

    assert all_hold([slow])
    assert "13.25        12 s       SHORT (a time" in "\n".join(as_table([slow]))


def test_a_figure_shows_what_it_is_made_of() -> None:
    table = list(as_table([Figure("a note", 1.2, "calls", 2, parts={"carry: sqs.SendMessageBatch": 0.2})]))

    assert table[1].split()[:4] == ["a", "note", "1.2", "2"]
    assert table[1].endswith("ok")
    assert table[2].split() == ["0.2", "carry:", "sqs.SendMessageBatch"]


@pytest.mark.usefixtures("aws")
def test_every_call_is_counted_that_is_made_while_counting() -> None:
    sqs = boto3.client("sqs")
    with count_calls() as calls:
        sqs.create_queue(QueueName="route")
        with pytest.raises(ClientError):
            sqs.get_queue_url(QueueName="nowhere")
    sqs.list_queues()

    assert list(calls) == [Call("sqs", "CreateQueue"), Call("sqs", "GetQueueUrl")]
    assert tallied([*calls, calls[0]]) == {"sqs.CreateQueue": 2, "sqs.GetQueueUrl": 1}


def test_the_counts_are_within_their_limits() -> None:
    done = subprocess.run(  # noqa: S603 - our own code, apart: functions keep their clients
        [sys.executable, "-c", COUNTED], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    figures = {row["what"]: row for row in json.loads(done.stdout)}

    assert all(row["within"] for row in figures.values())
    assert figures["a note to its mail sent, in tens"]["limit"] == 6.5
    assert figures["a note to its mail sent, one by one"]["parts"]["send_letter: sesv2.SendEmail"] == 1
    assert figures["your notes from 1 on"]["parts"]["feedback_form: dynamodb.TransactWriteItems"] == 1


def test_notes_of_ones_own_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"text": "two"}\n{"other": 1}\n', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n', encoding="utf-8")

    assert some_notes(f"DATA={tmp_path}") == ["one", "two"]
    assert some_notes("") == []
