"""From what customers say to a department's week and a case for what rises, in memory and in DynamoDB."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from fakes import FixedClock, MemoryPostbox, PlainPaper
from fakes.rooms import Ledger
from fakes.values import HEAD, answer, small_map
from throughline.domain.gathering import short
from throughline.domain.journey import Department, JourneyMap, versioned
from throughline.domain.letter import LetterKind
from throughline.domain.routing import Router
from throughline.domain.survey import Answer
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases.route_fact import route_fact
from throughline.usecases.send_letter import send_letter
from throughline.usecases.show_quotes import words_of_risen
from throughline.usecases.tell_themes import ThemeDesk, tell_themes

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
WEEK = Week.of(MONDAY)
NEXT = MONDAY + timedelta(days=7)
GNOMES = ("fell over", "faded at once", "cracked in two", "sank in the lawn", "hid in a bush", "lost its hat")
MAP = versioned(replace(small_map(), cx_manager="cx@shop.example"))
UNPACKING = "Opening the parcel"


def gnome(at: int) -> str:
    return f"The garden gnome {GNOMES[at % len(GNOMES)]} on day {'abcdefghijklmnopqrstuvwxyz'[at]}."


class Shop:
    """Customers answer, the week passes, departments are told."""

    def __init__(self, ledger: Ledger, clock: FixedClock, journey_map: JourneyMap = MAP) -> None:
        self.ledger, self.clock, self.map = ledger, clock, journey_map
        self.postbox, self._answers = MemoryPostbox(), 0
        clock.moment = MONDAY

    def hears(self, words: Sequence[str], touchpoint: str = UNPACKING) -> list[Answer]:
        given = []
        for one in words:
            self._answers += 1
            said = answer(2, one, response_id=f"r-{self._answers}", touchpoint_hint=touchpoint)
            self.ledger.facts.record_answer(said)
            self.route(said.line, "fact#recommend")
            given.append(said)
        return given

    def route(self, line: str, fact: str) -> None:
        room, router = self.ledger, Router(self.map)
        now = self.clock.now()
        route_fact(line=line, fact=fact, facts=room.facts, cases=room.cases, router=router, head=HEAD, now=now)

    def tells(self, now: datetime) -> dict[str, int]:
        self.clock.moment = now
        return tell_themes(now=now, desk=ThemeDesk(self.ledger.themes, self.map, HEAD))

    def mails(self) -> list[str]:
        room, now = self.ledger, self.clock.now()
        for key in [one for one in room.pending.waiting() if one.sk.startswith("letter#")]:
            send_letter(
                line=key.pk,
                name=key.sk,
                letters=room.letters,
                facts=room.facts,
                standings=room.standings,
                paper=PlainPaper(),
                postbox=self.postbox,
                now=now,
            )
        return [mail.text for mail in self.postbox.sent]


@pytest.fixture
def shop(ledger: Ledger, clock: FixedClock) -> Shop:
    return Shop(ledger, clock)


def test_a_department_is_told_once_of_the_week_that_is_over(shop: Shop) -> None:
    shop.hears([gnome(at) for at in range(6)])
    assert shop.tells(MONDAY + timedelta(hours=1)) == {"told": 0, "risen": 0}
    assert [shop.tells(NEXT + timedelta(hours=at))["told"] for at in range(3)] == [1, 0, 0]
    (mail,) = shop.mails()
    assert "'count': 6, 'earlier': 0, 'trend': 'up'" in mail
    assert "garden gnome" in mail
    assert [mail.to for mail in shop.postbox.sent] == ["packing@shop.example"]


def test_a_letter_about_themes_holds_no_customers_sentence(shop: Shop) -> None:
    shop.hears([gnome(at) for at in range(6)])
    shop.tells(NEXT)
    (key,) = shop.ledger.pending.waiting()
    letter = shop.ledger.letters.claim(key.pk, key.sk, NEXT)
    assert letter
    assert letter.kind is LetterKind.THEMES
    assert not [one for one in GNOMES if one in repr(letter)]
    (theme,) = letter.fields["themes"]
    assert len(theme["quotes"]) == 3


def test_what_was_erased_before_the_mail_went_is_in_it_no_more(shop: Shop) -> None:
    said = shop.hears([gnome(at) for at in range(6)])
    shop.tells(NEXT)
    for one in said[:-1]:
        shop.ledger.facts.forget(one.line, "fact#recommend")
    (mail,) = shop.mails()
    assert not [one for one in GNOMES[:-1] if one in mail]


def test_a_sentence_that_was_changed_since_is_left_out(shop: Shop) -> None:
    for one in shop.hears([gnome(at) for at in range(6)]):
        shop.ledger.facts.record_answer(replace(one, verbatim="Never mind.", revision=2))
    shop.tells(NEXT)
    (mail,) = shop.mails()
    assert "'quotes': []" in mail


def test_of_fewer_than_the_smallest_group_nobody_is_quoted(shop: Shop) -> None:
    shop.hears([gnome(at) for at in range(4)])
    shop.tells(NEXT)
    (mail,) = shop.mails()
    assert "'count': 4" in mail
    assert "'quotes': []" in mail


def test_what_belongs_to_no_touchpoint_is_told_to_the_cx_manager(shop: Shop) -> None:
    shop.hears([gnome(at) for at in range(5)], touchpoint="The old counter")
    assert shop.tells(NEXT)["told"] == 1
    shop.mails()
    assert [mail.to for mail in shop.postbox.sent] == ["cx@shop.example"]


def test_a_theme_goes_to_the_department_that_its_words_mean(shop: Shop) -> None:
    said = [f"The time slot was {word} and the window too." for word in ("wrong", "missed", "moved", "lost", "gone")]
    shop.hears(said, touchpoint="Delivery at the door")
    shop.tells(NEXT)
    shop.mails()
    assert [mail.to for mail in shop.postbox.sent] == ["planning@shop.example"]


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 11, 30, 8, tzinfo=UTC), 0),
        (datetime(2026, 11, 30, 9, tzinfo=UTC), 1),
        (datetime(2026, 12, 2, 16, tzinfo=UTC), 1),
        (datetime(2026, 12, 5, 12, tzinfo=UTC), 0),
    ],
)
def test_mails_come_in_working_hours_and_never_at_weekends(shop: Shop, moment: datetime, told: int) -> None:
    shop.hears([gnome(at) for at in range(5)])
    assert shop.tells(moment)["told"] == told


def test_a_holiday_is_no_working_day(ledger: Ledger, clock: FixedClock) -> None:
    shop = Shop(ledger, clock, replace(MAP, holidays=(NEXT.date(),)))
    shop.hears([gnome(at) for at in range(5)])
    assert [shop.tells(NEXT + timedelta(days=day))["told"] for day in (0, 1)] == [0, 1]


def test_a_department_without_a_mailbox_is_told_through_the_cx_manager(ledger: Ledger, clock: FixedClock) -> None:
    shop = Shop(ledger, clock, replace(MAP, departments=(Department("Packing", timezone="Europe/London"),)))
    shop.hears([gnome(at) for at in range(5)])
    shop.tells(NEXT)
    shop.mails()
    assert [mail.to for mail in shop.postbox.sent] == ["cx@shop.example"]


def risen(shop: Shop) -> str:
    """Two calm weeks, then a rise; the line of its case."""
    shop.hears([gnome(at) for at in range(3)])
    shop.clock.moment = NEXT
    shop.hears([gnome(at) for at in range(3)])
    shop.tells(NEXT)
    shop.clock.moment = NEXT + timedelta(days=7)
    shop.hears([gnome(at) for at in range(20)])
    assert shop.tells(NEXT + timedelta(days=7, hours=1))["risen"] == 1
    return next(key.pk for key in shop.ledger.pending.waiting() if key.sk == "letter#case#1")


def test_a_sudden_rise_becomes_one_case_of_its_department(shop: Shop) -> None:
    line = shop.ledger.facts.line(risen(shop))
    (case,) = line.cases
    assert (case.department, case.touchpoint, case.number) == ("Packing", UNPACKING, 1)
    assert case.why == "far more customers than in the weeks before speak of “garden gnome”"
    assert line.risen
    assert words_of_risen(line.risen, shop.ledger.facts).startswith("20 customers speak of “garden gnome”\n\n“The g")
    assert shop.tells(NEXT + timedelta(days=7, hours=2))["risen"] == 0
    mail = next(mail for mail in shop.mails() if "customers speak of" in mail)
    assert "“The garden gnome" in mail


def test_a_theme_that_stays_risen_opens_no_second_case(shop: Shop) -> None:
    risen(shop)
    shop.hears([gnome(at) for at in range(25)])
    shop.tells(NEXT + timedelta(days=7, hours=3))
    later = NEXT + timedelta(days=14)
    shop.clock.moment = later
    shop.hears([gnome(at % 26) for at in range(90)])
    assert shop.tells(later + timedelta(hours=1))["risen"] == 0
    assert shop.ledger.themes.week(Week.of(later)).risen


def test_what_rises_where_no_department_stands_opens_no_case(shop: Shop) -> None:
    for moment, count in ((MONDAY, 3), (NEXT, 20)):
        shop.clock.moment = moment
        shop.hears([gnome(at) for at in range(count)], touchpoint="The old counter")
        assert shop.tells(moment + timedelta(minutes=1))["risen"] == 0


def test_words_are_read_week_by_week_and_touchpoint_by_touchpoint(shop: Shop) -> None:
    shop.hears(["One.", "Two."], touchpoint="Getting money back")
    shop.hears(["Three."])
    shop.clock.moment = NEXT
    shop.hears(["Four."])
    found = list(shop.ledger.themes.gathered(WEEK))
    assert [one.touchpoint for one in found] == ["Getting money back", "Getting money back", UNPACKING]
    assert [one.words for one in shop.ledger.themes.gathered(Week.of(NEXT))] == ["Four."]


def test_a_week_is_remembered_by_its_counts(ledger: Ledger) -> None:
    assert ledger.themes.week(WEEK).kept is None
    ledger.themes.keep(WEEK, {"Paying\nqueue": 4, "Paying\nslow": 4, "\nrude": 3})
    assert ledger.themes.week(WEEK).kept == {"Paying\nqueue": 4, "Paying\nslow": 4, "\nrude": 3}
    ledger.themes.keep(WEEK.previous(), {})
    assert ledger.themes.week(WEEK.previous()).kept == {}


def test_a_department_with_nothing_to_hear_is_noted_without_a_mail(ledger: Ledger) -> None:
    assert [ledger.themes.tell(WEEK, "IT", None) for _ in range(2)] == [True, False]
    assert ledger.themes.week(WEEK).told == {short("IT")}
    assert list(ledger.pending.waiting()) == []


def test_whoever_changes_gathered_words_that_others_changed_comes_again(shop: Shop) -> None:
    (said,) = shop.hears(["One."])
    (one,) = shop.ledger.facts.line(said.line).gathered
    changed = replace(one, words="Two.")
    shop.ledger.cases.gather(changed, one)
    with pytest.raises(Unavailable):
        shop.ledger.cases.gather(changed, one)
    assert [again.words for again in shop.ledger.facts.line(said.line).gathered] == ["Two."]
