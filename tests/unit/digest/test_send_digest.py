"""Sending: claimed first, at most one mail, every end written down with its reason."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from fakes.ledger import MemoryLedger
from throughline.adapters.ses import raw_mail
from throughline.domain.place import Place
from throughline.domain.recognition import Change, Thanks
from throughline.domain.seal import read_link
from throughline.domain.subject import subject_of
from throughline.errors import Refused, Unavailable
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.send_digest import PURPOSE, DigestDesk, DigestEnd, send_digest
from unit.digest.rooms import (
    MONDAY_NINE,
    WEEK,
    HandClock,
    MemoryDigests,
    MemoryDirectory,
    MemoryFigures,
    MemoryMaps,
    MemoryPlaces,
    MemoryPostbox,
    MemoryWeeks,
    PlainPaper,
    Root,
    person,
    thanks,
)


class TornPaper(PlainPaper):
    def write(self, *_: Any) -> tuple[str, str, str]:
        raise RuntimeError("torn")


@dataclass
class House:
    """One reader, one week, and everything a digest needs."""

    given: tuple[Thanks, ...] = (thanks(),)
    made: tuple[Change, ...] = ()
    reader: dict[str, Any] = field(default_factory=dict)
    paper: PlainPaper = field(default_factory=PlainPaper)
    digests: MemoryDigests = field(default_factory=MemoryDigests)
    postbox: MemoryPostbox = field(default_factory=MemoryPostbox)
    places: MemoryPlaces = field(default_factory=MemoryPlaces)
    clock: HandClock = field(default_factory=HandClock)

    def __post_init__(self) -> None:
        self.weeks = MemoryWeeks(self.given, self.made)
        self.directory = MemoryDirectory({"id-ada": person(**self.reader)})
        editor = DigestEditor(self.weeks, MemoryFigures(), MemoryMaps(), self.places, self.clock, 5)
        self.desk = DigestDesk(editor, self.paper, Root(), "https://line.example", "Line <line@shop.example>")

    def send(self, person: str = "id-ada") -> DigestEnd:
        return send_digest(
            week=WEEK,
            person=person,
            desk=self.desk,
            digests=self.digests,
            directory=self.directory,
            postbox=self.postbox,
            now=MONDAY_NINE,
        )

    def state(self, person: str = "id-ada") -> str:
        return self.digests.states[WEEK, person]


def test_a_digest_is_sent_once_and_noted() -> None:
    house = House()
    assert house.send() == DigestEnd("sent", message_id="ses-1")
    assert house.send().state == "taken"
    assert (len(house.postbox.sent), house.state()) == (1, "sent")


def test_the_mail_can_be_left_at_one_click_and_says_that_it_is_a_list() -> None:
    house = House()
    house.send()
    mail = house.postbox.sent[0]
    assert mail.tags == {"digest": "2026-W47", "person": "id-ada", "subject": subject_of(Root().root(), mail.to)}
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.headers["List-Id"] == "The good news of the week <digest.shop.example>"
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    link = mail.headers["List-Unsubscribe"].removeprefix("<https://line.example/u/").removesuffix(">")
    later = MONDAY_NINE + timedelta(days=399)
    found = read_link(b"root", link, purpose=PURPOSE, now=later)
    assert found
    assert found.subject == "id-ada"
    assert read_link(b"root", link, purpose=PURPOSE, now=later + timedelta(days=1)) is None


def test_the_unsubscribe_header_stays_whole_on_the_wire() -> None:
    house = House()
    house.send()
    mail = house.postbox.sent[0]
    wire = raw_mail(mail, "line@shop.example").replace(b"\r\n ", b" ").decode()
    assert f"List-Unsubscribe: {mail.headers['List-Unsubscribe']}" in wire


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        ({"digest": "off"}, "skipped: asked for none"),
        ({"active": False}, "skipped: is no longer here"),
        ({"email": ""}, "skipped: has no mailbox"),
    ],
)
def test_a_reader_who_left_since_planning_gets_none(reader: dict[str, Any], reason: str) -> None:
    house = House(reader=reader)
    assert str(house.send()) == house.state() == reason
    assert not house.postbox.sent


def test_a_stranger_is_skipped() -> None:
    house = House()
    house.send("id-nobody")
    assert house.state("id-nobody") == "skipped: is no longer here"


def test_a_choice_after_sending_does_not_rewrite_what_happened() -> None:
    house = House()
    house.send()
    house.directory.choose("id-ada", "off")
    assert house.send().state == "taken"
    assert house.state() == "sent"


def test_nothing_to_celebrate_is_no_mail_and_says_so() -> None:
    house = House(given=())
    house.send()
    assert house.state() == "skipped: nothing to celebrate"
    assert not house.postbox.sent


def test_what_the_mail_service_refuses_is_noted_and_not_tried_again() -> None:
    house = House(postbox=MemoryPostbox(fails=Refused("the mail service refuses it")))
    house.send()
    assert house.state() == "refused: the mail service refuses it"
    assert house.send().state == "taken"


def test_what_is_unavailable_is_given_back_and_tried_again() -> None:
    house = House(postbox=MemoryPostbox(fails=Unavailable("away")))
    assert house.send() == DigestEnd("later", "away")
    assert house.state() == "waiting"
    house.postbox.fails = None
    assert house.send().state == "sent"


def test_one_that_somebody_has_taken_comes_again_until_it_is_known_how_it_ended() -> None:
    house = House(postbox=MemoryPostbox(fails=RuntimeError("it died")))
    with pytest.raises(RuntimeError):
        house.send()
    assert house.send() == DigestEnd("later", "somebody is sending it")
    house.digests.done(WEEK, "id-ada", "sent")
    assert house.send().state == "taken"


@pytest.mark.parametrize(("lasting", "outcome"), [(True, "skipped: mail to it came back"), (False, "sent")])
def test_nobody_is_written_to_whose_mail_came_back_for_good(outcome: str, *, lasting: bool) -> None:
    house = House()
    known = MemoryLedger(house.clock).standings
    known.bounced(subject_of(Root().root(), "ada@shop.example"), "m1", lasting=lasting, staff=False)
    house.desk = replace(house.desk, standings=known)
    assert str(house.send()) == house.state() == outcome


def test_whoever_has_another_address_now_is_written_to_again() -> None:
    house = House(reader={"email": "ada.moss@shop.example"})
    known = MemoryLedger(house.clock).standings
    known.bounced(subject_of(Root().root(), "ada@shop.example"), "m1", lasting=True, staff=False)
    house.desk = replace(house.desk, standings=known)
    assert house.send().state == "sent"


def test_what_fails_before_the_mail_service_is_given_back() -> None:
    house = House(paper=TornPaper())
    with pytest.raises(RuntimeError):
        house.send()
    assert house.state() == "waiting"


def test_a_crash_with_the_mail_service_keeps_the_claim_since_the_mail_may_be_out() -> None:
    house = House(postbox=MemoryPostbox(fails=RuntimeError("crash")))
    with pytest.raises(RuntimeError):
        house.send()
    assert house.state() == "claimed"


def test_readers_share_what_was_gathered_for_five_minutes() -> None:
    house = House()
    for name in ("bob", "cleo"):
        house.directory.known[f"id-{name}"] = person(name)
    for moment in (0, 299):
        house.clock.moment = MONDAY_NINE + timedelta(seconds=moment)
        house.send("id-bob" if moment else "id-ada")
    assert house.weeks.looked == 1
    house.clock.moment = MONDAY_NINE + timedelta(seconds=301)
    house.send("id-cleo")
    assert house.weeks.looked == 2


@pytest.mark.parametrize(
    ("place", "held", "url"),
    [
        ("Kiosk", MemoryPlaces().held, "/f/kiosk-link"),
        ("Elsewhere", MemoryPlaces().held, "/f/kiosk-link"),
        ("North", (Place("old", "North", 12, active=False),), "/r"),
    ],
)
def test_a_reader_speaks_up_at_their_own_place_else_at_any(place: str, held: tuple[Place, ...], url: str) -> None:
    house = House(places=MemoryPlaces(held), reader={"place": place})
    house.send()
    assert house.postbox.sent[0].html == f"<p>https://line.example{url}</p>"


def test_a_digest_that_may_have_gone_out_twice_over_is_left_to_a_person() -> None:
    house = House()
    house.digests.states[WEEK, "id-ada"] = "claimed"
    house.digests.doubts.add((WEEK, "id-ada"))
    assert house.send().state == "in doubt"
    assert (house.postbox.sent, house.state()[:8]) == ([], "in doubt")
