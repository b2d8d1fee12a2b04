"""What came back for good is told, and is written to no more; what a sender that died has left comes again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

import mail_outcome.handler
import plan_digests.handler
import send_digest.handler
from handlers.digest_stack import GIVEN, DigestStack, digest_stack, queued
from handlers.test_digest_functions import forget
from throughline.adapters.clock import WallClock
from throughline.domain.letter import LEASE
from throughline.domain.sending import BOUNCE
from throughline.domain.week import Week
from throughline.usecases.digest_messages import message_for
from unit.digest.rooms import MAP, MONDAY_NINE, WEEK, MemoryPostbox, person, thanks

SEVEN = timedelta(days=7)
Report = dict[str, Any]


@dataclass
class Mondays:
    """Two Mondays of one reader."""

    stack: DigestStack
    box: MemoryPostbox
    now: datetime = MONDAY_NINE

    def comes(self) -> None:
        """A Monday's nine o'clock."""
        plan_digests.handler.handle({"time": self.now.isoformat()}, None)
        self.sends(*self.stack.messages())

    def sends(self, *messages: Any) -> None:
        assert send_digest.handler.handle(queued(*messages), None) == {"batchItemFailures": []}

    def hears(self, **report: Any) -> None:
        """The mail service reports of the last mail."""
        tags = {name: [value] for name, value in self.box.sent[-1].tags.items()}
        mail_outcome.handler.handle(queued({**report, "mail": {"messageId": "m-1", "tags": tags}}), None)


@pytest.fixture
def mondays(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mondays]:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    with digest_stack() as here:
        monkeypatch.setenv("DIGEST_QUEUE", here.queue)
        forget_all()
        here.atlas.maps.replace(MAP)
        here.atlas.directory.replace([person("ada")])
        for at, day in enumerate((18, 25)):
            here.ledger.items.thanks(thanks(at, on=date(2026, 11, day))).save()
        found = Mondays(here, MemoryPostbox())
        monkeypatch.setattr(WallClock, "now", lambda _: found.now)
        monkeypatch.setattr(send_digest.handler, "postbox", lambda: found.box)
        yield found
    forget_all()


def forget_all() -> None:
    forget()
    for name in ("settings", "ledger", "atlas"):
        getattr(mail_outcome.handler, name).cache_clear()


LOST: Report = {"eventType": "Bounce", "bounce": {"bounceType": "Permanent", "bounceSubType": "General"}}
FULL: Report = {"eventType": "Bounce", "bounce": {"bounceType": "Transient", "bounceSubType": "MailboxFull"}}
UNWANTED: Report = {"eventType": "Complaint", "complaint": {}}


@pytest.mark.parametrize(
    ("report", "outcome"), [(LOST, ["skipped: mail to it came back"]), (FULL, ["sent"]), (UNWANTED, [])]
)
def test_what_came_back_for_good_or_is_unwanted_keeps_the_next_one_back(
    mondays: Mondays, report: Report, outcome: list[str]
) -> None:
    mondays.comes()
    mondays.hears(**report)
    mondays.now += SEVEN
    mondays.comes()
    told = dict(mondays.stack.ledger.digests.report(Week.of(MONDAY_NINE.date())))
    assert [said for one, said in told.items() if one == "id-ada"] == outcome
    assert len(mondays.box.sent) == 1 + (outcome == ["sent"])


def test_the_week_knows_whose_came_back_and_another_address_starts_clean(mondays: Mondays) -> None:
    mondays.comes()
    mondays.hears(**LOST)
    assert list(mondays.stack.ledger.chunks.bad_news_in(WEEK)) == [(BOUNCE, "id-ada")]
    mondays.stack.atlas.directory.replace([person("ada", id="id-new", email="ada.moss@shop.example")])
    mondays.now += SEVEN
    mondays.comes()
    assert [mail.to for mail in mondays.box.sent] == ["ada@shop.example", "ada.moss@shop.example"]


def test_what_a_sender_that_died_has_left_comes_again_after_its_own_day(mondays: Mondays) -> None:
    mondays.now += timedelta(hours=26)
    message = message_for("id-ada", WEEK, mondays.now)
    assert mondays.stack.ledger.digests.claim(WEEK, "id-ada", mondays.now)  # and then its worker died
    mondays.now += timedelta(minutes=12)  # its message is visible again
    mondays.sends(message)
    assert mondays.box.sent == []
    told = mondays.stack.sqs.get_queue_attributes(QueueUrl=mondays.stack.queue, AttributeNames=["All"])["Attributes"]
    assert told["ApproximateNumberOfMessagesDelayed"] == "1"
    mondays.now += LEASE
    mondays.sends(message)
    assert [mail.to for mail in mondays.box.sent] == ["ada@shop.example"]
