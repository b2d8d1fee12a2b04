"""The hourly function as the clock calls it: a note that waits becomes a list, then somebody hears."""

from dataclasses import replace

import pytest

from fakes.values import SCRATCHED, small_map
from handlers.events import json_post
from handlers.live import Live, forget
from throughline.domain.recalling import SINGLE_MAILS

EARLY, LATE = "2099-01-05T10:00:00Z", "2099-01-06T10:00:00Z"  # a Monday and a Tuesday, long after any promise
EVENING = "2099-01-05T18:00:00Z"


def report(live: Live, number: int) -> None:
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": f"device-{number:04}", "text": SCRATCHED}))


def subjects(live: Live) -> list[str]:
    return [line for mail in live.mails() for line in mail.splitlines() if line.startswith("Subject: ")]


def test_what_waits_is_listed_once_a_day_and_then_somebody_hears(live: Live) -> None:
    live.atlas.maps.replace(replace(small_map(cx_manager="cx@shop.example"), version="with a manager"))
    report(live, 1)
    live.flows()
    assert live.call("keep_promises", {"time": EVENING}) == {}
    assert live.call("keep_promises", {"time": EARLY}) == {"mine": 1}
    assert live.call("keep_promises", {"time": EARLY}) == {}
    assert live.call("keep_promises", {"time": LATE}) == {"mine": 1, "contact": 1}
    live.flows()
    assert subjects(live)[1:] == [f"Subject: [Packing] {words}" for words in ["1 note waits for Packing"] * 3]


def test_before_the_first_map_nothing_is_promised(live: Live) -> None:
    live.atlas.maps.replace(replace(small_map(), parts=(), departments=(), version="empty"))
    assert live.call("keep_promises", {"time": EARLY}) == {}


def test_what_goes_beyond_the_share_of_a_day_is_held(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASE_MAILS_A_DAY", str(SINGLE_MAILS))
    forget()
    for number in range(SINGLE_MAILS + 2):
        report(live, number)
    live.flows()
    assert (len(live.mails()), len(list(live.ledger.promises.held("Packing")))) == (SINGLE_MAILS, 2)
    assert live.call("keep_promises", {"time": EARLY}) == {"mine": 1}
    live.flows()
    assert (len(live.mails()), list(live.ledger.promises.held("Packing"))) == (SINGLE_MAILS + 1, [])
