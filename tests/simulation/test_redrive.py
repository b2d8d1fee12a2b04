"""Everything that came in, was queued or announced, once more: nothing changes, and nobody is mailed."""

from pathlib import Path

import pytest

from handlers.live import FUNCTIONS
from operate.local.template_file import read_template
from simulation.kept import Kept
from throughline.contracts.outgoing import _EVENTS

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
READING = {"desk_page", "map_page", "receipt_page", "digest_choice", "week_page"}
ELSEWHERE = {"fetch_responses"}  # asks a vendor
WRITING = {*FUNCTIONS, "tell_themes", "plan_digests", "send_digest"} - READING - ELSEWHERE


@pytest.mark.parametrize("seed", [1, 2])
def test_a_week_replayed_twice_leaves_the_same_state_and_sends_nothing(kept: Kept, seed: int) -> None:
    kept.week()
    before, sent = kept.state(), kept.mails()
    for again in (seed, seed + 10):
        kept.replay(again)
        assert kept.state() == before
        assert kept.mails() == sent


def test_the_week_has_all_that_can_happen(kept: Kept) -> None:
    kept.week()
    assert {function for function, _ in kept.given} >= WRITING
    assert list(kept.ledger.cases.parked())
    doors = {one.door for one in kept.ledger.facts.asides()}
    assert doors >= {"form", "mail", "survey", "event"}
    mails = kept.mails()
    assert sum("List-Unsubscribe" in mail for mail in mails) == 1
    assert len(mails) > 6
    assert {name for name in FUNCTIONS if name.startswith("manage_")} <= kept.managed.keys()
    done = [answer for function, some in kept.managed.items() if function.startswith("manage_") for answer in some]
    assert set(done) == {200, 303, True}  # each form was taken, and somebody signed in


def test_public_events_that_are_told_again_reach_nobody_of_ours() -> None:
    rules = [one for one in read_template(TEMPLATE)["Resources"].values() if one["Type"] == "AWS::Events::Rule"]
    assert rules
    told = {event.detail_type for event in _EVENTS.values()}
    for rule in rules:
        assert not told & set(rule["Properties"]["EventPattern"]["detail-type"])
