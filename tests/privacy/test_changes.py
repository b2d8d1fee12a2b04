"""What a department changed is read by everybody: it names nobody who works here, whichever way it was said."""

from datetime import UTC, datetime, timedelta

import pytest

from fakes.outside import ROOT
from handlers.devices import known_to
from handlers.events import json_post
from handlers.live import body_of
from privacy.story import NAME, Story
from throughline.domain.case import Case
from throughline.domain.recognition import Change
from throughline.domain.seal import Link, line_of, nonce_of, sign_link
from throughline.domain.week import Week

KIM = f"Kim {NAME.capitalize()}"
NOTE = {"id": "device-change-1", "text": f"{KIM} opened the box, and Kim left.", "touchpoint": "Opening the parcel"}
DONE = f"{KIM} wraps the foot now, and Kim's team checks."


@pytest.fixture
def case(story: Story) -> Case:
    """A note that names somebody, with whoever has it."""
    told = story.live.call("feedback_form", json_post(f"/f/{story.small.id}", NOTE))
    story.known = str(body_of(told)["receipt"])
    story.live.flows()
    return story.live.ledger.facts.line(line_of(ROOT, story.known)).cases[0]


def told_of(story: Story) -> Change:
    story.live.flows()
    (change,) = story.live.ledger.weeks.changes(Week.of(story.live.ledger.clock.now()))
    return change


def names_nobody(change: Change) -> bool:
    told = (change.said, change.change)
    return told == ("[…] opened the box, and […] left.", "[…] wraps the foot now, and […]'s team checks.")


def test_fixed_on_its_own_page(story: Story, case: Case) -> None:
    assert story.acts("resolve", DONE, number=case.number)["statusCode"] == 200
    assert names_nobody(told_of(story))


def test_fixed_at_the_inbox(story: Story, case: Case) -> None:
    picked = {f"pick-{case.code}": f"{case.subject} {nonce_of(ROOT, case.subject, case.version)}"}
    link = sign_link(ROOT, Link("desk", case.department, datetime.now(UTC) + timedelta(days=1)))
    said = json_post(f"/d/{link}", {"action": "resolve", "text": DONE, **picked}, cookie=known_to(case.department))
    assert body_of(story.live.call("desk_page", said))["done"] == 1
    assert names_nobody(told_of(story))
