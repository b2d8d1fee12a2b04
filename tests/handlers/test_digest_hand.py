"""The editor's hand in a digest, by the operator's commands on the tables of a stack."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from commanding import given_at
from fakes.values import part
from handlers.digest_stack import DigestStack, commanded
from operate.commands import digest, digest_hand, lesson
from throughline.domain.edition import Edition, mark_of
from throughline.errors import Refused
from unit.digest.rooms import LESSON, MAP, MONDAY_NINE, WEEK, thanks

PACKED = replace(MAP, parts=(part("Unpacking", "Packing"), part("Paying", "Tills")))
WEEK_TOLD = ("--week", str(WEEK))


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    given_at(monkeypatch, MONDAY_NINE, digest_hand)
    with commanded(monkeypatch, digest, digest_hand, lesson) as here:
        here.atlas.maps.replace(PACKED)
        yield here


def told_by(*words: str) -> str:
    return CliRunner().invoke(digest.digest, words, catch_exceptions=False).stdout


def test_stories_are_listed_with_what_becomes_of_them(stack: DigestStack) -> None:
    mark = mark_of(thanks())
    assert told_by("stories", *WEEK_TOLD).startswith(f"{mark}  told  He did not have to.")
    assert told_by("drop", *WEEK_TOLD, mark.upper()) == "It is not told.\n"
    listed = CliRunner().invoke(digest.digest, ["stories", *WEEK_TOLD, "--json"])
    assert json.loads(listed.stdout)["state"] == "dropped"
    assert "Nobody thanked these in eight weeks: Packing, Tills" in listed.stderr
    assert told_by("pin", *WEEK_TOLD, mark) == "It is told, and may lead.\n"
    assert stack.ledger.editions.of(WEEK)[1].pinned == (mark,)


def test_a_digest_is_held_and_goes_to_whoever_waits_once_it_is_released(stack: DigestStack) -> None:
    assert told_by("hold", *WEEK_TOLD) == "2026-W47 is held\n"
    assert stack.ledger.editions.of(WEEK)[1].held
    past = WEEK.previous()
    assert told_by("release", "--week", str(past)) == f"{past} is released; 1 on their way\n"
    assert [message["person"] for message in stack.messages()] == ["everybody", "id-ada"]


def test_what_was_put_off_before_is_not_let_go_and_says_so(stack: DigestStack) -> None:
    stack.ledger.editions.settle(Edition(str(WEEK), put_off=True))
    with pytest.raises(Refused, match="what 2026-W47 had to tell was put off") as refused:
        told_by("release", *WEEK_TOLD)
    assert refused.value.do == "Do nothing: the digest of a later week tells it."
    assert not stack.messages()


def test_what_was_put_off_is_let_go_once_more_when_sending_had_stopped(stack: DigestStack) -> None:
    stack.ledger.editions.settle(Edition(str(WEEK), put_off=True))
    stack.ledger.sending.stop("many complained")
    assert "is released" in told_by("release", *WEEK_TOLD)
    assert not stack.ledger.sending.waits(MONDAY_NINE)


def test_a_week_of_which_it_is_forgotten_who_had_it_is_not_let_go(stack: DigestStack) -> None:
    with pytest.raises(Refused, match="forgotten who had the digest of 2026-W38"):
        told_by("release", "--week", "2026-W38")
    assert not stack.messages()


def test_what_is_released_before_its_hour_waits_for_it(stack: DigestStack) -> None:
    assert told_by("release", "--week", "2199-W01") == "2199-W01 is released; 0 on their way\n"
    assert not stack.messages()


def test_a_signed_line_is_kept(stack: DigestStack) -> None:
    assert told_by("note", *WEEK_TOLD, "--by", "Ida Berg, CEO", "Well done.") == "Well done. (Ida Berg, CEO)\n"
    assert stack.ledger.editions.of(WEEK)[1].by == "Ida Berg, CEO"


@pytest.mark.usefixtures("stack")
def test_a_team_has_its_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"
    assert told_by("huddle", *WEEK_TOLD, "--department", "Packing", "-o", str(sheet)) == f"{sheet}\n"
    assert "He did not have to." in sheet.read_text(encoding="utf-8")
    with pytest.raises(Refused, match="no department"):
        told_by("huddle", *WEEK_TOLD, "--department", "Nowhere", "-o", str(sheet))


def test_a_lesson_is_said_in_other_words(stack: DigestStack) -> None:
    run = CliRunner()
    listed = run.invoke(lesson.lesson, ["list"], catch_exceptions=False)
    assert listed.stdout == f"{LESSON.id}  {LESSON.touchpoint}  {LESSON.title}\n"
    run.invoke(lesson.lesson, ["edit", LESSON.id, "--question", "Who first?"], catch_exceptions=False)
    current = stack.atlas.map_desk.current()
    assert current
    assert current.lessons == (replace(LESSON, question="Who first?"),)
    for wrong in (["edit", "nothing", "--title", "T"], ["edit", LESSON.id, "--text", ""]):
        with pytest.raises(Refused):
            run.invoke(lesson.lesson, wrong, catch_exceptions=False)
