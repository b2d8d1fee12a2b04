"""A flood ends where it comes from: nobody else feels it, nothing is lost, and what is confided is always taken."""

from dataclasses import replace
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED, known_reporter, report, small_map
from throughline.domain.feedback import Report
from throughline.domain.flood import Bounds
from throughline.domain.mail.incoming import Own, Verdicts
from throughline.domain.mail.reading import read_mail
from throughline.errors import TooMany
from throughline.usecases.limit_mail import TOO_MANY
from throughline.usecases.limit_notes import limits_on
from throughline.usecases.mail_desk import Got, MailDesk
from throughline.usecases.record_feedback import Recorded, record_feedback
from throughline.usecases.take_mail import take_mail
from unit.usecases.mailroom import INBOUND, PASSED, SENDER, MailRoom, from_packing, line_for, mail
from unit.usecases.test_keep_files import RAW

HELD = f"held: {TOO_MANY}"
HURT = "A colleague was groped at the packing table."
WISH = f"{SCRATCHED} Please keep my name off this."
BOUNDS = Bounds(link_an_hour=2, sender_a_day=2)


class Limited(MailRoom):
    """A shop that takes two notes of each."""

    def mail_desk(self) -> MailDesk:
        return replace(super().mail_desk(), bounds=BOUNDS)

    def sends_in(self, number: int, *, link: str = "North", text: str = SCRATCHED, **told: Any) -> Recorded:
        said: Report = report(text, identity=f"device-{number:04}", **told)
        now = self.clock.now()
        limits = limits_on(report=said, bounds=BOUNDS, root=ROOT, now=now, journey_map=small_map(), link=link)
        return record_feedback(report=said, now=now, root=ROOT, facts=self.ledger.facts, limits=limits)

    def asides(self) -> list[tuple[str, bool]]:
        return [(one.reason, one.held) for one in self.ledger.facts.asides()]


@pytest.fixture
def room() -> Limited:
    return Limited()


def test_one_note_too_many_is_told_when_to_come_again(room: Limited) -> None:
    room.clock.passes(minutes=40)
    for number in range(2):
        room.sends_in(number)
    with pytest.raises(TooMany) as refused:
        room.sends_in(2)
    assert (refused.value.status, refused.value.after, refused.value.field) == (429, 1200, "")
    assert "Nothing was sent" in refused.value.what
    room.clock.passes(minutes=20)
    assert not room.sends_in(2).repeated


def test_one_too_many_of_a_sender_is_told_to_leave_the_address_out(room: Limited) -> None:
    for number in range(2):
        room.sends_in(number, link=f"place {number}", reporter=known_reporter())
    with pytest.raises(TooMany) as refused:
        room.sends_in(2, link="place 2", reporter=known_reporter())
    assert (refused.value.field, refused.value.after) == ("email", 14 * 3600)
    assert "Leave the address out" in refused.value.do
    assert not room.sends_in(2, link="place 2").repeated


def test_what_was_sent_before_is_answered_as_before(room: Limited) -> None:
    receipts = [room.sends_in(number).receipt for number in range(2)]
    again = [room.sends_in(number) for number in range(2)]
    assert [(one.receipt, one.repeated) for one in again] == [(receipt, True) for receipt in receipts]


@pytest.mark.parametrize("told", [{"text": HURT}, {"confided": True}])
def test_what_is_said_in_confidence_is_always_taken_and_not_counted(room: Limited, told: dict[str, Any]) -> None:
    for number in range(9):
        assert not room.sends_in(number, **told).repeated
    assert not room.ledger.facts.counted
    assert not room.sends_in(9).repeated


def test_mails_beyond_wait_for_a_person_and_others_come_through(room: Limited) -> None:
    assert [room.takes(mail(SCRATCHED)) for _ in range(4)] == ["recorded", "recorded", HELD, HELD]
    assert room.takes(mail(SCRATCHED, address="pat@home.example")) == "recorded"
    assert room.asides() == [(TOO_MANY, True)] * 2
    assert len(room.feedbacks()) == 3


def test_a_held_mail_is_let_in_by_a_person(room: Limited) -> None:
    late = [mail(SCRATCHED) for _ in range(3)][-1]
    for _ in range(2):
        room.takes(mail(SCRATCHED))
    assert room.takes(late) == HELD
    assert room.takes(late, released=True) == "recorded"
    assert room.takes(late, released=True) == "repeated"
    assert (room.asides(), len(room.feedbacks())) == ([], 3)


def test_the_next_day_the_sender_is_heard_again(room: Limited) -> None:
    for _ in range(3):
        room.takes(mail(SCRATCHED))
    room.clock.passes(hours=14)
    assert room.takes(mail(SCRATCHED)) == "recorded"


def test_the_same_mail_many_times_is_one_and_counts_as_one(room: Limited) -> None:
    one = mail(SCRATCHED)
    assert [room.takes(one) for _ in range(5)] == ["recorded", *["repeated"] * 4]
    assert room.takes(mail(SCRATCHED)) == "recorded"
    assert room.takes(one) == "repeated"


def test_whoever_forges_an_address_takes_nothing_from_its_owner(room: Limited) -> None:
    forged = Verdicts("PASS", "PASS", "GRAY")
    assert [room.takes(mail(SCRATCHED, verdicts=forged)) for _ in range(3)][-1] == HELD
    assert room.takes(mail(SCRATCHED, verdicts=PASSED)) == "recorded"


def test_harm_that_is_mailed_is_always_taken(room: Limited) -> None:
    for _ in range(3):
        room.takes(mail(SCRATCHED))
    assert room.takes(mail(HURT)) == "recorded"


def test_a_department_that_answers_much_is_no_flood(room: Limited) -> None:
    case = room.opened()
    acts = [room.takes(from_packing(case, "Got it.", identity=f"<{number}@packing>")) for number in range(4)]
    assert HELD not in acts


def test_a_wish_for_no_name_is_no_way_around(room: Limited) -> None:
    outcomes = [room.takes(mail(WISH), stored=f"inbound/{number}") for number in range(3)]
    assert outcomes == ["recorded without a name", "recorded without a name", HELD]
    assert sorted(room.mails.held) == ["inbound/2", "unnamed/0", "unnamed/1"]
    assert len(room.feedbacks()) == 2


def test_a_held_wish_is_let_in_without_a_name(room: Limited) -> None:
    for number in range(2):
        room.takes(mail(WISH), stored=f"inbound/{number}")
    late = mail(WISH)
    room.takes(late, stored="inbound/2")
    assert room.takes(late, stored="inbound/2", released=True) == "recorded without a name"
    assert (room.asides(), sorted(room.mails.held)) == ([], ["unnamed/0", "unnamed/1", "unnamed/2"])


def test_the_files_of_a_held_mail_stay_in_it_until_it_is_let_in(room: Limited) -> None:
    sender = "dee@home.example"
    for _ in range(2):
        room.takes(mail(SCRATCHED, address=sender, verdicts=Verdicts()))
    raw = RAW.format(text=SCRATCHED, name="three", to=f"f@{INBOUND}", sender=sender).encode()
    read = read_mail(raw, own=Own(SENDER, INBOUND))
    got = Got(read, "inbound/three", room.clock.now(), raw=raw)
    assert take_mail(got=got, desk=room.mail_desk()) == HELD
    assert not [key for key in room.mails.held if key.startswith("attachments/")]
    assert take_mail(got=replace(got, released=True), desk=room.mail_desk()) == "recorded"
    feedback = room.line(line_for(read)).feedback
    assert feedback
    assert [room.mails.held[key] for key in feedback.files] == [b"hello"]


def test_a_sender_is_free_again_on_the_day_after_however_late_it_is(room: Limited) -> None:
    room.clock.passes(hours=13, minutes=59)
    for number in range(2):
        room.sends_in(number, link="", reporter=known_reporter())
    with pytest.raises(TooMany) as refused:
        room.sends_in(2, link="", reporter=known_reporter())
    assert refused.value.after == 60
    room.clock.passes(minutes=1)
    assert not room.sends_in(2, link="", reporter=known_reporter()).repeated
