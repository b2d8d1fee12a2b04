"""The managers' pages for the digest and its words through the deployed stack: what is done there, commands see."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from e2e.line import Line, token
from operate.demo.doors import until
from signing_in import Browser, Page
from throughline.domain.week import Week
from unit.paper.reading import Reading

JSON = "application/json"
LONG_AGO = str(Week.of(datetime.now(UTC) - timedelta(days=200)))
Sends = Callable[..., Page]


@pytest.fixture
def manager(line: Line) -> Browser:
    browser = Browser()
    browser.sign_in(line.site, line.credentials["manager"])
    return browser


@pytest.fixture
def sends(line: Line, manager: Browser) -> Sends:
    nonce = manager.open(f"{line.site}/manage").fields()["nonce"]
    return lambda name, **fields: manager.open(f"{line.site}/manage/{name}", {"nonce": nonce, **fields})


def read(line: Line, manager: Browser, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(manager.open(f"{line.site}/manage/{path}", Accept=JSON).text)
    return found


def test_a_digest_is_held_signed_and_let_go(sends: Sends) -> None:
    assert "You hold this digest" in sends("digest", week=LONG_AGO, act="hold").text
    assert "noted before" in sends("digest", week=LONG_AGO, act="hold").text
    line = f"I read every one, {token()}."
    assert line in sends("digest", week=LONG_AGO, act="note", words=line, by="Ida Berg").text
    free = sends("digest", week=LONG_AGO, act="release").text
    assert "Noted" in free
    assert "You hold this digest" not in free


def test_a_story_is_left_out_and_told_after_all(line: Line, manager: Browser, sends: Sends) -> None:
    week, word = str(Week.of(datetime.now(UTC))), token()
    line.note(f"Thank you, the driver carried the sofa upstairs, {word}.", kind="praise")

    def told() -> dict[str, Any]:
        stories = read(line, manager, f"digest?week={week}")
        every = (one for name in ("stories", "left", "dropped") for one in stories[name])
        return next((one for one in every if word in one["words"]), {})

    def state() -> str:
        rows = line.rows("digest", "stories", "--week", week, "--json")
        return str(next(row["state"] for row in rows if row["story"] == story))

    story = until("the story on the page", told)["story"]
    assert "Left out by you" in sends("digest", week=week, act="drop", story=story).text
    assert state() == "dropped"
    assert "noted before" in sends("digest", week=week, act="drop", story=story).text
    sends("digest", week=week, act="pin", story=story)
    assert state() == "pinned"


def test_the_mantra_is_changed_and_stands_in_the_map(line: Line, manager: Browser, sends: Sends) -> None:
    before, said = read(line, manager, "mantra")["mantra"], f"Every home is ours, {token()}."
    try:
        assert "Noted" in sends("mantra", text=said).text
        assert said in line.run("journey", "export")
    finally:
        sends("mantra", text=before)


def test_lessons_are_changed_whole_or_not_at_all(line: Line, manager: Browser, sends: Sends) -> None:
    before, title = read(line, manager, "lessons")["text"], token()
    wrong = sends("lessons", text=f"touchpoint,title,text\nNowhere at all,{title},Together.")
    assert (wrong.status, "row 2" in Reading(wrong.text).words, title in wrong.text) == (400, True, True)
    assert title not in line.run("lesson", "list")
    try:
        assert title in sends("lessons", text=f"{before.strip()}\r\n,,{title},Together.,,").text
        assert title in line.run("lesson", "list")
    finally:
        sends("lessons", text=before)


def test_goals_are_put_in_force(line: Line, manager: Browser, sends: Sends) -> None:
    before, goal = read(line, manager, "goals")["text"], f"Nobody waits {token()}"
    headings = "goal,department,measure,target,from,until"
    try:
        page = sends("goals", text=f"{headings}\n{goal},Accounts,answered,9 of 10,2026-01-01,2099-12-31")
        assert goal in page.text
        assert [row["goal"] for row in line.rows("goal", "list")] == [goal]
    finally:
        sends("goals", text=before)
