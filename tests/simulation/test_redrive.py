"""Everything that came in, was queued or announced, once more: nothing changes, and nobody is mailed."""

from pathlib import Path

import pytest

from handlers.live import FUNCTIONS
from operate.local.template_file import read_template
from simulation.kept import Kept
from throughline.contracts.outgoing import _EVENTS

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
READING = {"desk_page", "map_page", "receipt_page", "digest_choice", "week_page"}
ELSEWHERE = {"fetch_responses", "manage_session", "manage_door"}  # these ask a vendor, or the sign-in page
MANAGING = {
    "manage_page",
    "manage_triage",
    "manage_map",
    "manage_thanks",
    "manage_digest",
    "manage_words",
    "confirm_address",
}  # a form acts once
WRITING = {*FUNCTIONS, "tell_themes", "plan_digests", "send_digest"} - READING - ELSEWHERE - MANAGING


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


def test_public_events_that_are_told_again_reach_nobody_of_ours() -> None:
    rules = [one for one in read_template(TEMPLATE)["Resources"].values() if one["Type"] == "AWS::Events::Rule"]
    assert rules
    told = {event.detail_type for event in _EVENTS.values()}
    for rule in rules:
        assert not told & set(rule["Properties"]["EventPattern"]["detail-type"])
