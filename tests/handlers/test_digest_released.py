"""A digest that was held and is let go on its page, however late: whoever's hour has passed gets it, once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

import plan_digests.handler
import send_digest.handler
from handlers.digest_stack import GIVEN, DigestStack, digest_stack, queued
from handlers.test_digest_functions import forget
from queues import taken_from
from throughline.adapters.clock import WallClock
from throughline.domain.bundle import Answered, Answers, Bundle, Copy, Fate
from throughline.usecases.settle_digest import settle_digest
from unit.digest.rooms import MAP, MONDAY_NINE, WEEK, MemoryPostbox, person, thanks

READERS = ("ada", "ben", "cy")
EVERYBODY = [f"id-{one}" for one in READERS]


@dataclass
class Both(MemoryPostbox):
    """Takes single mails, and those that go together."""

    together: list[Copy] = field(default_factory=list)

    def post_all(self, bundle: Bundle) -> Answers:
        self.together += bundle.copies
        return [Answered(Fate.SENT) for _ in bundle.copies]

    def reached(self) -> list[str]:
        """Who had the week's digest, as often as they had it."""
        tags = [*(mail.tags for mail in self.sent), *(copy.tags for copy in self.together)]
        return sorted(one["person"] for one in tags if one["digest"] == str(WEEK))


@dataclass
class Monday:
    """The digest's functions, hour by hour."""

    stack: DigestStack
    box: Both
    now: datetime = MONDAY_NINE

    def goes_on(self, hours: int, step: int = 1) -> None:
        """So many hours go by: every few of them plan, and all that was planned is taken."""
        for _ in range(0, hours, step):
            plan_digests.handler.handle({"time": self.now.isoformat()}, None)
            while messages := self.taken():
                send_digest.handler.handle(queued(*messages), None)
            self.now += timedelta(hours=step)

    def taken(self) -> list[Any]:
        return list(map(json.loads, taken_from(self.stack.sqs, self.stack.queue)))

    def wishes(self, act: str) -> str:
        room = self.stack.ledger
        rooms: dict[str, Any] = {"weeks": room.weeks, "editions": room.editions}
        rooms |= {"sending": room.sending, "chunks": room.chunks}
        return settle_digest(week=WEEK, act=act, fields={}, **rooms)


@pytest.fixture(params=["2000", "2"], ids=["alone", "together"])
def monday(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Monday]:
    for name, value in {**GIVEN, "DIGEST_SINGLES": request.param}.items():
        monkeypatch.setenv(name, value)
    with digest_stack() as here:
        monkeypatch.setenv("DIGEST_QUEUE", here.queue)
        forget()
        send_digest.handler.press.cache_clear()
        here.atlas.maps.replace(MAP)
        here.atlas.directory.replace([person(one) for one in READERS])
        here.ledger.items.thanks(thanks()).save()
        found = Monday(here, Both())
        monkeypatch.setattr(WallClock, "now", lambda _: found.now)
        for way in ("postbox", "bulk"):
            monkeypatch.setattr(send_digest.handler, way, lambda: found.box)
        yield found
    forget()


@pytest.mark.parametrize(("held", "step"), [(3, 1), (25, 5), (24 * 6, 24)])
def test_what_was_held_goes_in_the_hour_after_its_release_and_once(monday: Monday, held: int, step: int) -> None:
    monday.wishes("hold")
    monday.goes_on(held, step)
    assert monday.box.reached() == []
    monday.wishes("release")
    monday.goes_on(1)
    assert monday.box.reached() == EVERYBODY
    monday.goes_on(30, 10)
    assert monday.box.reached() == EVERYBODY


def test_what_was_not_held_is_not_planned_again_by_a_release(monday: Monday) -> None:
    monday.goes_on(28, 7)
    monday.wishes("release")
    monday.goes_on(3)
    assert monday.box.reached() == EVERYBODY
