"""Somebody's data is given out whole, and what is sealed is opened only with a name and a reason."""

import json

import pytest

from privacy.conftest import Command
from privacy.story import ADDRESS, ANSWER, ASIDE, CUSTOMER, MAIL, NAME, REFERENCE, WORDS, Story
from throughline.domain.survey import Answer
from throughline.errors import Refused

pytestmark = pytest.mark.usefixtures("told")


def test_an_export_by_address_gives_everything_that_is_theirs(run: Command) -> None:
    rows = [json.loads(row) for row in run("export", "--subject", ADDRESS.upper(), "--json").stdout.splitlines()]
    given = json.dumps(rows)
    assert {row["kind"] for row in rows} >= {"fact", "case", "step", "said", "change", "letter", "parked", "person"}
    assert [word for word in (NAME, ADDRESS, WORDS, REFERENCE, ANSWER, ASIDE) if word not in given] == []
    assert "/c/" not in given
    assert "Return-Path" not in given
    assert CUSTOMER not in given


def test_an_export_can_be_read_by_people(run: Command) -> None:
    given = run("export", "--subject", CUSTOMER).stdout
    assert f"fact ({Answer('own', '', 'r-1', '').line} fact#recommend)" in given
    assert f"  verbatim: The box was crushed, {WORDS}." in given


def test_nothing_is_kept_about_a_stranger(run: Command) -> None:
    with pytest.raises(Refused, match="nothing about this"):
        run("export", "--subject", "nobody@shop.example")


def test_a_raw_mail_is_opened_with_a_reason_that_is_kept(run: Command) -> None:
    (line,) = mails_of(run)
    opened = run("mail", "raw", line, "--reason", "the photo is missing")
    assert opened.stdout_bytes == MAIL
    (look,) = [row for row in map(json.loads, run("mail", "audit").stdout.splitlines()) if row["what"] == line]
    assert (look["reason"], "arn:aws" in look["by"]) == ("the photo is missing", True)


def test_a_mail_that_was_set_aside_can_be_opened_too(told: Story, run: Command) -> None:
    (aside,) = [one for one in told.live.ledger.facts.asides() if one.door == "mail"]
    assert b"auto-replied" in run("mail", "raw", aside.id, "--reason", "is it really automatic?").stdout_bytes


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nothing_is_opened(told: Story, run: Command, reason: str) -> None:
    with pytest.raises(Refused, match="no reason"):
        run("mail", "raw", told.known, "--reason", reason)


def test_a_note_without_a_mail_has_none_to_open_and_nobody_looked(told: Story, run: Command) -> None:
    with pytest.raises(Refused, match="No raw mail"):
        run("mail", "raw", told.known, "--reason", "to see")
    assert run("mail", "audit").stdout == ""


def test_an_export_is_written_down_without_naming_anybody(run: Command) -> None:
    run("export", "--subject", ADDRESS)
    (look,) = map(json.loads, run("mail", "audit").stdout.splitlines())
    assert look["what"].startswith("export of ")
    assert "zqaddress" not in json.dumps(look)


def mails_of(run: Command) -> set[str]:
    """The lines that came by mail."""
    rows = map(json.loads, run("export", "--subject", ADDRESS, "--json").stdout.splitlines())
    facts = [row for row in rows if row["kind"] == "fact"]
    return {str(row["where"]).partition(" ")[0] for row in facts if row["what"]["report"]["channel"] == "mail"}
