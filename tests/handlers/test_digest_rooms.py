"""The operator's digest commands on the tables of a stack."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from handlers.digest_stack import GIVEN, DigestStack, digest_stack
from operate import wire
from operate.commands import digest as commands
from operate.stack import Stack
from unit.digest.rooms import MAP, WEEK, person, thanks


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    for room in (wire._ledger, wire._atlas):
        room.cache_clear()
    with digest_stack() as here:
        here.atlas.maps.replace(MAP)
        here.atlas.directory.replace([person("ada")])
        here.atlas.places.add("North", 15)
        here.ledger.items.thanks(thanks()).save()
        outputs = {
            "LedgerTable": "ledger",
            "AtlasTable": "atlas",
            "SecretId": GIVEN["SECRET_ID"],
            "SiteUrl": GIVEN["SITE_URL"],
            "SenderAddress": GIVEN["SENDER"],
            "DigestQueueUrl": here.queue,
        }
        found = Stack("here", outputs, GIVEN["AWS_REGION"], local=False)
        monkeypatch.setattr(commands, "find_stack", lambda *_: found)
        yield here
    for room in (wire._ledger, wire._atlas):
        room.cache_clear()


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
    assert [message["person"] for message in stack.messages()] == ["id-ada"]
    assert result_of("report", "--week", "2026-W47") == "ada@shop.example  not planned yet\n"
