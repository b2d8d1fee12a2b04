"""A week's digest as a manager sees it before it goes, and what they wish of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fakes.chunks import MemoryChunks, MemorySending
from fakes.ledger import MemoryLedger
from fakes.recognitions import MemoryRecognitions
from fakes.values import part
from throughline.adapters.digest_paper import JinjaDigestPaper
from throughline.domain.digest_preview import coming_week
from throughline.domain.digest_time import Rhythm
from throughline.domain.edition import mark_of
from throughline.domain.person import BY_NAME
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.usecases.settle_digest import settle_digest
from throughline.usecases.show_digest import DigestOffice, digest_view
from unit.digest.rooms import MAP, MONDAY_NINE, WEEK, MemoryWeeks, change, thanks
from unit.digest.test_editor import Desk

LONDON = "Europe/London"
PARTS = (part("Delivery at home", "Delivery"), part("Unpacking", "Packing"))
NAMING = change(7, said="Mrs Eleanor Rigby waited.")
FOR_ADA = thanks(2, words="She stayed until it worked.", to="id-ada")


@dataclass
class Office(Desk):
    """The editor's desk with the page before it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.maps.held = replace(MAP, parts=PARTS)
        self.sending, self.chunks = MemorySending(), MemoryChunks()

    def office(self, **told: Any) -> DigestOffice:
        rooms = MemoryRecognitions(MemoryLedger(self.clock)), JinjaDigestPaper()
        return DigestOffice(
            self.editor(settles=False, **told), *rooms, Rhythm("MON", 9), LONDON, "https://line.example"
        )

    def sees(self, week: Week = WEEK, department: str = "", **told: Any) -> dict[str, Any]:
        office = self.office(**told)
        return digest_view(week=week, department=department, language="en", office=office, now=self.clock.now())

    def marks(self, name: str, **told: Any) -> list[str]:
        return [one["story"] for one in self.sees(**told)[name]]

    def does(self, act: str, **fields: str) -> str:
        rooms: dict[str, Any] = {"sending": self.sending, "chunks": self.chunks}
        return settle_digest(week=WEEK, act=act, fields=fields, weeks=self.weeks, editions=self.editions, **rooms)


@pytest.fixture
def desk() -> Office:
    return Office(MemoryWeeks((thanks(), FOR_ADA), (change(), NAMING)))


def test_the_coming_digest_is_that_of_the_day_it_goes_until_the_day_is_over() -> None:
    rhythm = Rhythm("MON", 9)
    days = {day: coming_week(rhythm, LONDON, datetime(2026, 11, day, 23, tzinfo=UTC)) for day in (22, 23, 24, 29, 30)}
    assert days == {22: WEEK, 23: WEEK, 24: Week(2026, 48), 29: Week(2026, 48), 30: Week(2026, 48)}
    assert coming_week(Rhythm("SUN", 9), LONDON, MONDAY_NINE) == Week(2026, 47)


def test_it_shows_each_story_with_who_is_behind_it_and_the_mail_itself(desk: Office) -> None:
    desk.atlas.directory.choose_naming("id-ada", BY_NAME)
    seen = desk.sees()
    assert {tuple(one["behind"]) for one in seen["stories"]} == {("Delivery", "Planning"), ("Packing",)}
    assert [one["thanked"] for one in seen["stories"] if one["story"] == mark_of(FOR_ADA)] == ["Ada Moss"]
    assert [(one["story"], one["why"]) for one in seen["waiting"]] == [(mark_of(NAMING), "name")]
    assert seen["stories"][0]["words"] in seen["text"]
    assert (seen["shown"], seen["settled"], seen["day"], seen["hour"]) == (3, False, "2026-11-23", "09:00")


def test_whoever_may_not_be_named_is_not_named_to_the_manager_either(desk: Office) -> None:
    assert {one["thanked"] for one in desk.sees()["stories"]} == {""}
    assert "Ada Moss" not in str(desk.sees())


def test_a_team_sees_its_own_first_and_an_unknown_one_is_everyone(desk: Office) -> None:
    own = desk.sees(department="Packing")
    assert own["department"] == "Packing"
    assert desk.sees(department="<b>")["department"] == ""


def test_looking_settles_nothing(desk: Office) -> None:
    desk.sees()
    assert desk.editions.of(WEEK)[0] is None


def test_a_story_is_dropped_once_and_can_come_back(desk: Office) -> None:
    mark = mark_of(thanks())
    assert [desk.does("drop", story=mark.upper()), desk.does("drop", story=mark)] == ["changed", "repeated"]
    assert mark not in desk.marks("stories")
    assert desk.marks("dropped") == [mark]
    assert [desk.does("pin", story=mark), desk.does("pin", story=mark)] == ["changed", "repeated"]
    first = desk.sees()["stories"][0]
    assert (first["story"], first["pinned"], first["behind"]) == (mark, True, ["Delivery", "Planning"])


def test_what_waits_is_told_once_somebody_has_let_it(desk: Office) -> None:
    desk.does("pin", story=mark_of(NAMING))
    assert desk.marks("waiting") == []
    assert mark_of(NAMING) in desk.marks("stories")


def test_it_is_held_and_let_go_and_each_twice_is_fine(desk: Office) -> None:
    assert [desk.does("hold"), desk.does("hold")] == ["changed", "repeated"]
    assert desk.sees()["held"]
    assert [desk.does("release"), desk.does("release")] == ["changed", "repeated"]
    assert not desk.sees()["held"]


def test_what_had_stopped_by_itself_goes_on_when_it_is_let_go(desk: Office) -> None:
    desk.does("release")
    desk.sending.stop("too many came back")
    desk.chunks.went(WEEK, 60)
    for at in range(9):
        desk.chunks.bad_news(WEEK, f"id-{at}", complaint=False)
    assert desk.does("release") == "changed"
    assert desk.sending.stopped == ""
    assert desk.chunks.bad_news(WEEK, "id-9", complaint=False).alarm == ""


def test_so_little_waits_for_the_next_week_until_it_is_let_go(desk: Office) -> None:
    few = desk.sees(fewest=9)
    assert few["put_off"]
    assert few["stories"] == []
    assert mark_of(thanks()) in [one["story"] for one in few["left"]]
    desk.does("release")
    assert desk.sees(fewest=9)["stories"]


def test_a_signed_line_stands_in_it_until_it_is_settled(desk: Office) -> None:
    line = {"words": " I read every one. ", "by": "Ida Berg, CEO"}
    assert [desk.does("note", **line), desk.does("note", **line)] == ["changed", "repeated"]
    assert "I read every one." in desk.sees()["text"]
    desk.digest()
    assert desk.sees()["settled"]
    assert desk.does("note", **line) == "repeated"
    with pytest.raises(Refused, match="too late"):
        desk.does("note", words="One more.", by="Ida")


@pytest.mark.parametrize(
    ("act", "fields"),
    [("", {}), ("explode", {}), ("drop", {}), ("pin", {"story": "none"}), ("note", {}), ("note", {"words": "x" * 999})],
)
def test_what_can_not_be_done_is_refused(desk: Office, act: str, fields: Mapping[str, str]) -> None:
    before = desk.editions.of(WEEK)
    with pytest.raises(Refused):
        desk.does(act, **fields)
    assert desk.editions.of(WEEK) == before


def test_an_empty_week_says_so(desk: Office) -> None:
    seen = desk.sees(WEEK.previous())
    assert (seen["stories"], seen["text"], seen["put_off"]) == ([], "", False)


def test_only_weeks_that_can_be_looked_at_are_found(desk: Office) -> None:
    office, now = desk.office(), desk.clock.now()
    assert [str(office.week(one, now)) for one in ("", "2026-W48", "2025-W50")] == ["2026-W47", "2026-W48", "2025-W50"]
    for wrong in ("2026-W49", "2025-W40", "2026-W99", "0001-W01", "9999-W52", "week", "2026-W48x"):
        with pytest.raises(Refused):
            office.week(wrong, now)


def test_the_ways_to_other_weeks_end_where_nothing_is_shown(desk: Office) -> None:
    assert [desk.sees()[name] for name in ("before", "after")] == ["2026-W46", "2026-W48"]
    assert desk.sees(Week(2026, 48))["after"] == ""
    eldest = Week.of(MONDAY_NINE - timedelta(days=371))
    assert desk.sees(eldest)["before"] == ""
