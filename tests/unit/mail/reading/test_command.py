"""`throughline mail read`: one line a file, whatever lies in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from operate.commands.mail import mail
from unit.mail.reading.raw import HEAD, WROTE, of_parts, part

FIELDS = [
    *"file kind from subject new quoted signature attachments".split(),
    *"thread intent intent_to intent_until outcome reason".split(),
]
TOKEN = "r+" + "abcdefgh" * 7


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, list[dict[str, Any]]]:
    done = CliRunner().invoke(mail, ["read", *arguments], input=stdin)
    return done.exit_code, [json.loads(line) for line in done.stdout_bytes.decode().splitlines()]


def told(tmp_path: Path, raw: bytes) -> dict[str, Any]:
    file = tmp_path / "a.eml"
    file.write_bytes(raw)
    code, (row,) = run(str(file))
    assert code == 0
    assert list(row) == FIELDS
    return row


def test_a_note_is_feedback(tmp_path: Path) -> None:
    row = told(tmp_path, of_parts(part(WROTE), part("%PDF", "Content-Type: application/pdf; name=a.pdf\n")))
    assert (row["kind"], row["from"], row["subject"], row["new"]) == ("human", "dee@shop.example", "Till 3", WROTE)
    assert row["attachments"] == [{"name": "a.pdf", "type": "application/pdf", "size": 4}]
    assert (row["outcome"], row["thread"], row["intent_until"]) == ("feedback", "", "")


@pytest.mark.parametrize(
    ("more", "thread"),
    [
        (f"To: {TOKEN}@in.shop.example\n", TOKEN),
        (f"Cc: Line <{TOKEN}@in.shop.example>\nIn-Reply-To: <1@x.example>\n", TOKEN),
        ("In-Reply-To: <1@x.example>\n", "1@x.example"),
        ("To: dee+r@shop.example\nReferences: <1@x.example> <2@x.example>\n", "2@x.example"),
    ],
)
def test_an_answer_names_its_thread(tmp_path: Path, more: str, thread: str) -> None:
    row = told(tmp_path, HEAD + more.encode() + b"\nGot it.\n")
    assert (row["outcome"], row["thread"], row["intent"]) == ("reply", thread, "acknowledge")


def test_days_are_told_from_the_day_it_was_written(tmp_path: Path) -> None:
    row = told(tmp_path, HEAD + b"Date: Mon, 23 Nov 2026 10:00:00 +0000\n\nWe need more time until Friday.\n")
    assert (row["intent"], row["intent_until"]) == ("extend", "2026-11-27")


def test_what_is_passed_on_asks_for_nothing(tmp_path: Path) -> None:
    raw = of_parts(part("Look."), part("From: a@b.example\n\nIt is fixed.\n", "Content-Type: message/rfc822\n"))
    row = told(tmp_path, raw)
    assert (row["outcome"], row["intent"], row["new"]) == ("forwarded feedback", "none", "Look.\n\nIt is fixed.")


@pytest.mark.parametrize(
    ("more", "kind", "outcome"),
    [
        ("Auto-Submitted: auto-replied\n", "auto", "set aside: an automatic mail"),
        ("List-Id: <all.shop.example>\n", "list", "set aside: sent to a mailing list"),
        ("X-Failed-Recipients: a@b.example\n", "bounce", "set aside: a mail that came back"),
    ],
)
def test_what_no_person_wrote_is_set_aside(tmp_path: Path, more: str, kind: str, outcome: str) -> None:
    row = told(tmp_path, HEAD + more.encode() + b"\nIt is fixed.\n")
    assert (row["kind"], row["outcome"], row["intent"]) == (kind, outcome, "none")


@pytest.mark.parametrize("verdict", ["Virus", "Spam"])
def test_what_the_mail_service_finds_is_said(tmp_path: Path, verdict: str) -> None:
    above = b"Received: from a by inbound-smtp.us-east-1.amazonaws.com with SMTP id x\n"
    row = told(tmp_path, f"X-SES-{verdict}-Verdict: FAIL\n".encode() + above + HEAD + b"\nhi\n")
    assert row["outcome"].startswith("set aside: the mail service")


def test_nothing_at_all_is_set_aside(tmp_path: Path) -> None:
    assert told(tmp_path, b"")["outcome"] == "set aside: there are no words in it"


def test_a_file_that_can_not_be_opened_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "good.eml"
    good.write_bytes(HEAD + b"\nhi\n")
    code, rows = run(str(tmp_path), str(tmp_path / "none.eml"), str(good))
    assert (code, [row["kind"] for row in rows]) == (1, ["", "", "human"])
    assert all("can't be opened" in row["reason"] for row in rows[:2])
    assert [list(row) for row in rows] == [FIELDS] * 3


def test_a_list_names_the_files(tmp_path: Path) -> None:
    names = [tmp_path / f"{number} ü.eml" for number in range(3)]
    for name in names:
        name.write_bytes(HEAD + b"\nhi\n")
    listing = tmp_path / "list"
    listing.write_text("\n".join(["", *map(str, names), ""]), encoding="utf-8")
    code, rows = run("--list", str(listing))
    assert (code, [row["file"] for row in rows]) == (0, list(map(str, names)))
    assert run("--list", "-", stdin=listing.read_bytes())[1] == rows
