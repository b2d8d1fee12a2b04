"""The pages for the digest and its words on the whole line: what is changed there is what mails say."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from fakes.outside import ROOT
from fakes.values import thanks
from handlers.events import FORM, http, json_post
from handlers.live import Live, body_of
from throughline.domain.edition import mark_of
from throughline.domain.manager import page_nonce
from throughline.domain.week import Week

SUBJECT = "manager-1/s1"
NONCE = page_nonce(ROOT, SUBJECT)
PATHS = ("digest", "mantra", "lessons", "goals")
LESSONS = "touchpoint,title,text\nOpening the parcel,Look,Together."


class Pages:
    """The pages, to somebody whom the door has named."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.week = Week.of(live.ledger.clock.now())
        self.story = replace(thanks(), on=self.week.monday(), words="She carried it upstairs.")
        live.ledger.items.thanks(self.story).save()

    def looks(self, name: str, query: str = "", accept: str = "text/html") -> Any:
        return self._asks(name, http("GET", f"/manage/{name}", b"", query, accept=accept))

    def sends(self, name: str, **fields: str) -> Any:
        body = urlencode({"nonce": NONCE, "week": str(self.week), **fields}).encode()
        return self._asks(name, http("POST", f"/manage/{name}", body, content_type=FORM, accept="text/html"))

    def tells(self, name: str, **fields: str) -> Any:
        return self._asks(name, json_post(f"/manage/{name}", {"nonce": NONCE, "week": str(self.week), **fields}))

    def digest(self) -> Any:
        return body_of(self.looks("digest", f"week={self.week}", "application/json"))

    def _asks(self, name: str, event: Any) -> Any:
        event["requestContext"]["authorizer"] = {"lambda": {"manager": SUBJECT}}
        return self.live.call("manage_digest" if name == "digest" else "manage_words", event)


@pytest.fixture
def pages(live: Live) -> Pages:
    return Pages(live)


def test_the_digest_is_seen_held_and_edited_on_its_page(pages: Pages) -> None:
    page = pages.looks("digest", f"week={pages.week}")["body"]
    assert "She carried it upstairs." in page
    assert "Hold it back" in page
    assert "You hold this digest" in pages.sends("digest", act="hold")["body"]
    assert pages.live.ledger.editions.of(pages.week)[1].held
    mark = mark_of(pages.story)
    assert "Left out by you" in pages.sends("digest", act="drop", story=mark)["body"]
    assert pages.digest()["stories"] == []
    assert body_of(pages.tells("digest", act="pin", story=mark)) == {"outcome": "changed"}
    assert body_of(pages.tells("digest", act="pin", story=mark)) == {"outcome": "repeated"}
    pages.sends("digest", act="note", words="I read every one.", by="Ida Berg")
    assert "I read every one." in pages.digest()["text"]
    assert body_of(pages.tells("digest", act="release")) == {"outcome": "changed"}
    assert (pages.digest()["held"], pages.digest()["settled"]) == (False, False)


def test_looking_at_any_of_them_changes_nothing(pages: Pages) -> None:
    calls = pages.live.count(lambda: [pages.looks(name) for name in PATHS])
    assert {call.operation for _, call in calls} <= {"Query", "GetItem", "GetSecretValue"}


def test_reads_of_the_digest_page_do_not_grow_with_its_stories(pages: Pages) -> None:
    def reads() -> int:
        return len(pages.live.count(pages.digest))

    pages.digest()
    few = reads()
    for at in range(40):
        pages.live.ledger.items.thanks(replace(pages.story, line=f"F#more{at}")).save()
    assert reads() == few


def test_the_mantra_is_changed_and_stands_on_every_page(pages: Pages) -> None:
    assert "Noted" in pages.sends("mantra", text="Every home is ours.")["body"]
    assert "noted before" in pages.sends("mantra", text="Every home is ours.")["body"]
    assert "Every home is ours." in pages.looks("goals")["body"]
    assert pages.live.atlas.map_desk.current().mantra == "Every home is ours."  # type: ignore[union-attr]


def test_a_list_with_a_mistake_comes_back_as_it_was_typed(pages: Pages) -> None:
    wrong = LESSONS.replace("parcel", "parcle")
    given = pages.sends("lessons", text=wrong)
    assert given["statusCode"] == 400
    assert "row <bdi>2</bdi>, column <bdi>A touchpoint</bdi>" in given["body"]
    assert "Opening the parcle,Look,Together." in given["body"]
    assert body_of(pages.tells("lessons", text=wrong))["field"] == "text"
    assert pages.live.atlas.map_desk.current().lessons == ()  # type: ignore[union-attr]


def test_lessons_and_goals_are_put_in_force(pages: Pages) -> None:
    goals = "goal,department,measure,target,from,until\nNobody waits,IT,answered,9 of 10,2026-11-01,2026-12-31"
    for name, text, shown in (("lessons", LESSONS, "Together."), ("goals", goals, "Nobody waits")):
        assert shown in pages.sends(name, text=text)["body"]
        assert "noted before" in pages.sends(name, text=text)["body"]


def test_a_week_that_is_none_changes_nothing(pages: Pages) -> None:
    assert pages.looks("digest", "week=2026-W99")["statusCode"] == 400
    assert pages.sends("digest", act="hold", week="2026-W99")["statusCode"] == 400


@pytest.mark.parametrize("name", PATHS)
def test_without_a_door_nobody_is_let_in(pages: Pages, name: str) -> None:
    event = http("GET", f"/manage/{name}", accept="application/json", cookie="__Host-manager=x")
    function = "manage_digest" if name == "digest" else "manage_words"
    assert pages.live.call(function, event)["statusCode"] == 403
