"""Changed links by the thousand: none opens anything."""

import os
from itertools import islice

import pytest

from fakes.outside import ROOT
from fakes.values import NOW
from hostile.tries import note
from links.forged_replies import genuine_replies, mutated_replies
from links.forgery import PURPOSES, SUBJECTS, genuine, mutated
from links.routes import answer
from links.sent import GoodWeek
from throughline.domain.reply_token import read_reply_token
from throughline.domain.seal import read_link

USUAL, AT_DOORS = 20_000, 300
HEADS = {"case": "/c/", "desk": "/d/", "digest": "/u/", "map": "/map/"}


def test_no_changed_link_is_read() -> None:
    wanted = int(os.environ.get("THROUGHLINE_TOKENS", USUAL))
    tried, accepted = 0, []
    for purpose, token in mutated(wanted):
        tried += 1
        if read_link(ROOT, token, purpose=purpose, now=NOW) is not None:
            accepted.append(token)
    note("changed links", tried)
    note("changed links accepted", len(accepted))
    assert tried == wanted
    assert accepted == []


def test_no_changed_address_to_answer_to_is_read() -> None:
    wanted = int(os.environ.get("THROUGHLINE_TOKENS", USUAL))
    assert all(read_reply_token(ROOT, token) for token in genuine_replies())
    accepted = [token for token in mutated_replies(wanted) if read_reply_token(ROOT, token) is not None]
    note("changed addresses", wanted)
    note("changed addresses accepted", len(accepted))
    assert accepted == []


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_unchanged_link_is_read_for_its_own_purpose_only(purpose: str) -> None:
    opened = [one for one in PURPOSES if read_link(ROOT, genuine(purpose), purpose=one, now=NOW)]
    assert opened == [purpose]
    link = read_link(ROOT, genuine(purpose), purpose=purpose, now=NOW)
    assert link
    assert link.subject == SUBJECTS[purpose]


def test_no_changed_link_opens_a_door_or_changes_anything(any_week: GoodWeek) -> None:
    before = any_week.state()
    for purpose, token in islice(mutated(AT_DOORS), AT_DOORS):
        for method in ("GET", "POST"):
            assert answer(method, HEADS[purpose] + token)["statusCode"] in (403, 404)
    assert any_week.state() == before
