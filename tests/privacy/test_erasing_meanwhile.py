"""What was begun before somebody was erased ends without a trace of them."""

import pytest

from aws import LEDGER
from fakes.outside import ROOT
from fakes.values import HEAD, small_map
from privacy.conftest import Command
from privacy.story import (
    LATER,
    PEOPLES,
    Story,
    found_in,
    items_of,
)
from throughline.domain.act import Act
from throughline.domain.case import Action
from throughline.domain.routing import Router
from throughline.domain.seal import nonce_of
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.hear_fact import said_in
from throughline.usecases.route_fact import consequences


def test_a_step_that_was_begun_before_the_erasure_is_not_taken(told: Story, run: Command) -> None:
    room = told.live.ledger
    before = room.facts.line(told.line)
    run("erase", "--subject", told.known, "--yes")
    case = before.cases[0]
    act = Act(Action.ANSWER, nonce_of(ROOT, case.subject, case.version), f"Answered late, {LATER}.")
    with pytest.raises(Refused, match="acted on this"):
        act_on_case(
            act=act, case=case, line=before, cases=room.cases, journey_map=small_map(), head=HEAD, now=room.clock.now()
        )
    assert found_in(items_of(LEDGER), LATER) == []


def test_a_decision_that_was_begun_before_the_erasure_is_not_written(story: Story, run: Command) -> None:
    story.known, *_ = story.notes()
    room = story.live.ledger
    before = room.facts.line(story.line)
    run("erase", "--subject", story.known, "--yes")
    said = said_in(before, "fact")
    assert said
    decisions = Router(small_map()).decide(said.words)
    outcome = consequences(said, decisions, before, small_map(), HEAD, room.clock.now())
    assert outcome.cases
    assert not room.cases.settle(outcome)
    assert [hit for hit in found_in(items_of(LEDGER), *PEOPLES) if story.line in hit] == []
