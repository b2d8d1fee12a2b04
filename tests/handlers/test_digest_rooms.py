"""The operator's digest commands on the tables of a stack."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from commanding import given_at
from handlers.digest_stack import DigestStack, commanded
from operate.commands import digest as commands
from unit.digest.rooms import MONDAY_NINE, WEEK


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    given_at(monkeypatch, MONDAY_NINE, commands)
    with commanded(monkeypatch, commands) as here:
        here.atlas.places.add("North", 15)
        yield here


def result_of(*words: str) -> str:
    return CliRunner().invoke(commands.digest, words, catch_exceptions=False).stdout


def test_a_preview_shows_the_stacks_own_week(stack: DigestStack, tmp_path: Path) -> None:
    told = result_of("preview", "--week", "2026-W47", "--to", "ada@shop.example", "-o", str(tmp_path))
    assert told.splitlines()[1:] == [str(tmp_path / name) for name in ("mail.eml", "mail.html", "mail.txt")]
    place = next(iter(stack.atlas.places.all()))
    assert f"https://line.example/f/{place.id}" in (tmp_path / "mail.txt").read_text()
    assert not list(stack.ledger.digests.report(WEEK))


def test_plan_send_and_report_tell_the_same_people(stack: DigestStack) -> None:
    assert result_of("plan", "--week", "2026-W47") == "ada@shop.example  Europe/London  en\n"
    assert json.loads(result_of("send", "--week", "2026-W47", "--json"))["queued"] == 1
    assert [message["person"] for message in stack.messages()] == ["everybody", "id-ada"]
    assert result_of("report", "--week", "2026-W47") == "ada@shop.example  not planned yet\n"
