"""What was answered before comes into the deployed stack: counted once, and nobody hears of it."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from e2e.line import Line, kept_environment, token
from operate.demo.doors import until
from operate.wire import open_ledger
from throughline.domain.shares import Asked
from throughline.domain.survey import Metric
from throughline.domain.week import Week

ROWS = int(os.environ.get("THROUGHLINE_BACKFILL", "300"))  # ten thousand by hand: minutes
LONG_AGO = datetime.now(UTC) - timedelta(weeks=40)
PATIENCE = 180 + ROWS / 10  # what a worker died on comes again after two minutes


def files(folder: Path, word: str, given: datetime = LONG_AGO) -> tuple[Path, Path]:
    """An export of one week long ago, and what its columns mean."""
    mapping, export = folder / "surveys.yaml", folder / "export.csv"
    question = "{key: score, metric: csat, scale: [1, 5], touchpoint: Getting money back}"
    columns = "response_id: id, answered_at: at"
    mapping.write_text(
        f"surveys:\n  - {{source: tally, survey_id: {word}, {columns}, questions: [{question}]}}\n", encoding="utf-8"
    )
    rows = [f"{word}-{at},{given.isoformat()},{at % 5 + 1}\n" for at in range(ROWS)]
    export.write_text("id,at,score\n" + "".join(rows), encoding="utf-8")
    return mapping, export


def counted(line: Line, given: datetime = LONG_AGO) -> int:
    with kept_environment():
        tally = open_ledger(line.stack).figures.week(Week.of(given)).get(Asked.usual(Metric.CSAT))
        return tally.answered if tally else 0


def mailed(line: Line) -> list[str]:
    """The mails about what customers answered; at a full hour others go as well."""
    return [mail["id"] for mail in line.mails() if bytes.fromhex(mail["tags"].get("line", "")).startswith(b"S#")]


def test_an_export_is_counted_once_and_mails_nobody(line: Line, tmp_path: Path) -> None:
    mapping, export = files(tmp_path, token())
    command = ("survey", "import", "--json", "--source", "tally", "--mapping", str(mapping), str(export))
    line.quiet()
    mails = mailed(line)
    first, again = (json.loads(line.run(*command)) for _ in range(2))
    until("the count", lambda: counted(line) == ROWS, patience=PATIENCE)
    until("rest", lambda: not line.waiting(), patience=PATIENCE)
    assert first == {"written": ROWS, "repeated": 0, "wrong": 0, "ignored": 0}
    assert again == {"written": 0, "repeated": ROWS, "wrong": 0, "ignored": 0}
    assert counted(line) == ROWS
    assert mailed(line) == mails


def test_an_export_that_is_stored_is_counted_once_and_deleted(line: Line, tmp_path: Path) -> None:
    line.quiet()
    word, given, mails = token(), LONG_AGO - timedelta(weeks=1), mailed(line)
    mapping, export = files(tmp_path, word, given)
    line.run("survey", "map", "import", str(mapping))
    s3, bucket, key = line.stack.client("s3"), line.stack.outputs["MailBucket"], f"surveys/tally/{word}/all.csv"
    for _ in range(2):
        s3.put_object(Bucket=bucket, Key=key, Body=export.read_bytes())
        until("its end", lambda: "Contents" not in s3.list_objects_v2(Bucket=bucket, Prefix=key), patience=PATIENCE)
        until("the count", lambda: counted(line, given) == ROWS, patience=PATIENCE)
    until("rest", lambda: not line.waiting(), patience=PATIENCE)
    assert counted(line, given) == ROWS
    assert mailed(line) == mails
