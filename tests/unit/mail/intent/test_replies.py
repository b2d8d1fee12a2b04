"""Some two thousand replies in eleven languages, half of them traps: none is taken for "fixed" that does not say it."""

import pytest

from throughline.domain.mail.incoming import Intent
from unit.mail.intent.replies import meant, replies

ROOMS = ("plain", "traps", "unseen")
ACTING = (Intent.RESOLVE, Intent.ACKNOWLEDGE)


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_taken_for_fixed_or_got_it_that_does_not_say_so(room: str) -> None:
    read = [(reply, meant(reply.text).intent) for reply in replies(room)]
    assert [reply for reply, intent in read if intent in ACTING and intent != reply.intent] == []


@pytest.mark.parametrize(("room", "least"), [("plain", 0.98), ("traps", 0.98), ("unseen", 0.97)])
def test_nearly_all_are_read_as_meant(room: str, least: float) -> None:
    right = [meant(reply.text).intent == reply.intent for reply in replies(room)]
    assert sum(right) / len(right) >= least


@pytest.mark.parametrize("room", ROOMS)
def test_departments_and_days_are_named_as_said(room: str) -> None:
    for reply in replies(room):
        read = meant(reply.text)
        if read.intent == reply.intent and reply.to and reply.language != "polish":  # where names change their ending
            assert read.to.casefold() == reply.to.casefold(), reply.text
        if read.intent == reply.intent and reply.until:
            assert read.until is not None
            assert read.until.isoformat() == reply.until, reply.text


def test_there_are_replies_enough_to_say_so() -> None:
    plain, traps, unseen = (replies(room) for room in ROOMS)
    assert len(plain) + len(traps) >= 1_000
    assert len(unseen) >= 300
    assert len(traps) > (len(plain) + len(traps)) / 3
    assert len({reply.language for reply in unseen}) >= 11
