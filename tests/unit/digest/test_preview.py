"""The CX manager sees the digest on the working day before, once, with all that they may want to change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from fakes.ledger import MemoryLedger
from fakes.recognitions import MemoryRecognitions
from fakes.values import part
from throughline.adapters.preview_paper import JinjaPreviewPaper
from throughline.domain.digest_preview import preview_due
from throughline.domain.digest_time import Rhythm
from throughline.domain.edition import Edition, Turns, mark_of
from throughline.domain.person import person_id
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases.preview_digest import PreviewDesk, plan_preview, preview_digest, preview_of
from unit.digest.rooms import (
    MAP,
    MONDAY_NINE,
    WEEK,
    HandClock,
    MemoryDigests,
    MemoryMaps,
    MemoryPostbox,
    MemoryQueue,
    MemoryWeeks,
    Root,
    change,
    person,
    thanks,
)
from unit.digest.test_editor import Desk

FRIDAY_NINE = datetime(2026, 11, 20, 9, tzinfo=UTC)
LONDON = "Europe/London"
CX = "cx@shop.example"
HELD = change(7, said="Mrs Eleanor Rigby waited.")


class Office(Desk):
    """The editor's desk with a mailbox beside it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.maps.held = replace(MAP, cx_manager=CX)
        self.digests, self.postbox = MemoryDigests(), MemoryPostbox()

    def looks(self) -> PreviewDesk:
        ledger = MemoryLedger(self.clock)
        paper = JinjaPreviewPaper()
        editor, recognitions = self.editor(settles=False), MemoryRecognitions(ledger)
        return PreviewDesk(editor, recognitions, self.atlas.directory, paper, Root(), "https://line.example", LONDON)

    def sends(self) -> str:
        digests, postbox = self.digests, self.postbox
        return str(preview_digest(week=WEEK, desk=self.looks(), digests=digests, postbox=postbox, now=FRIDAY_NINE))


@pytest.fixture
def office() -> Office:
    return Office(MemoryWeeks((thanks(),), (change(), HELD)))


@pytest.mark.parametrize(
    ("rhythm", "holidays", "day"),
    [
        (Rhythm("MON", 9), (), date(2026, 11, 20)),
        (Rhythm("MON", 9), (date(2026, 11, 20),), date(2026, 11, 19)),
        (Rhythm("WED", 7), (), date(2026, 11, 24)),
        (Rhythm("SUN", 18), (), date(2026, 11, 27)),
    ],
)
def test_it_comes_on_the_working_day_before(rhythm: Rhythm, holidays: tuple[date, ...], day: date) -> None:
    found = {(moment.date(), week) for moment, week in due(rhythm, holidays) if week == WEEK}
    assert found == {(day, WEEK)}


def due(rhythm: Rhythm, holidays: tuple[date, ...]) -> Iterator[tuple[datetime, Week | None]]:
    hours = (datetime(2026, 11, 13, tzinfo=UTC) + timedelta(hours=at) for at in range(24 * 21))
    return ((hour, preview_due(rhythm, LONDON, holidays, hour)) for hour in hours)


def test_it_is_queued_at_its_hour_and_a_missed_hour_is_caught_up() -> None:
    queue, maps = MemoryQueue(), MemoryMaps()
    for hour in (8, 9, 14, 15):
        plan_preview(now=FRIDAY_NINE.replace(hour=hour), rhythm=Rhythm(), zone=LONDON, maps=maps, queue=queue)
    assert [(one["id"], one["person"]) for one in queue.messages] == [(f"preview:{WEEK}", "preview")] * 2


def test_it_is_the_digest_with_what_is_told_what_waits_and_what_to_type(office: Office) -> None:
    assert office.sends() == "sent"
    (mail,) = office.postbox.sent
    assert (mail.to, mail.subject) == (CX, "Look first: the digest of week 47")
    for words in (mail.text, mail.html):
        for said in (
            *(
                mark_of(thanks()),
                mark_of(HELD),
                "it may name somebody",
                "He did not have to",
                "The foot is now wrapped",
            ),
            *(f"throughline digest hold --week {WEEK}", "Named this week", "If you do nothing, it goes out."),
        ):
            assert said in words


def test_it_goes_once_and_settles_nothing(office: Office) -> None:
    assert [office.sends(), office.sends()] == ["sent", "taken: it is sent, or somebody is sending it"]
    assert len(office.postbox.sent) == 1
    assert office.editions.of(WEEK)[0] is None


def test_what_the_mail_service_did_not_take_is_tried_again(office: Office) -> None:
    office.postbox.fails = Unavailable("away")
    assert office.sends() == "later: away"
    office.postbox.fails = None
    assert office.sends() == "sent"


def test_a_manager_on_the_staff_list_reads_their_own_departments_digest(office: Office) -> None:
    known = person("cleo", id="ignored", email=CX, department="Packing", language="de")
    office.atlas.directory.replace([replace(known, id=person_id(email=CX, name="", department=""))])
    office.sends()
    assert "So steht die Wochenmail." in office.postbox.sent[0].text
    assert "North · Woche 47" in office.postbox.sent[0].text


def test_without_anything_to_tell_nobody_is_asked_to_look(office: Office) -> None:
    office.weeks.given, office.weeks.made = (), ()
    assert office.sends() == "skipped: nothing to celebrate"
    office.maps.held = MAP
    assert office.sends() == "skipped: the map names no CX manager"


def test_what_is_there_to_tell_an_hour_later_is_shown_then_and_once(office: Office) -> None:
    told, office.weeks.given, office.weeks.made = office.weeks.given, (), ()
    assert office.sends() == "skipped: nothing to celebrate"
    office.weeks.given = told
    assert [office.sends(), office.sends()] == ["sent", "taken: it is sent, or somebody is sending it"]
    assert len(office.postbox.sent) == 1


def test_only_the_manager_hears_whom_nobody_thanked_in_eight_weeks(office: Office) -> None:
    parts = (part("Delivery at home", "Delivery"), part("Paying", "Tills"), part("Unpacking", "Accounts"))
    office.maps.held = replace(MAP, cx_manager=CX, parts=parts)
    week = WEEK
    for _ in range(7):
        week = week.previous()
    office.editions.settle(Edition(str(week), departments=Turns(("Accounts",))))
    preview = preview_of(WEEK, office.editor(settles=False), MemoryRecognitions(MemoryLedger(HandClock(MONDAY_NINE))))
    assert preview.quiet == ("Tills",)
    office.sends()
    assert "Nobody thanked these in eight weeks: Tills." in office.postbox.sent[0].text
    digest = office.digest()
    assert digest
    assert "Tills" not in repr(digest)


def test_it_leads_to_the_page_where_it_is_held_and_edited(office: Office) -> None:
    office.sends()
    (mail,) = office.postbox.sent
    assert f"https://line.example/manage/digest?week={WEEK}" in mail.text
    assert f"https://line.example/manage/digest?week={WEEK}" in mail.html
