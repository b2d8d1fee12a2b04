"""What is confided stands in no mail, event, queue, log or page but its contact's, whichever door it came in by."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fakes.outside import ROOT
from fakes.values import small_map
from handlers.devices import known_to
from handlers.events import http, json_post
from handlers.live import body_of
from handlers.mails import DEE, comes, raw, sent
from privacy.story import Story, found_in, logged
from throughline.domain.journey import CONFIDANT
from throughline.domain.seal import Link, line_of, nonce_of, sign_link
from throughline.domain.week import Week

TRUST, PACKING, MANAGER = "trust@shop.example", "packing@shop.example", "cx@shop.example"
HURT = "A colleague was groped at the packing table, where the box was crushed and scratched"
AFAR = datetime(2099, 1, 1, tzinfo=UTC)
NOTE = {"id": "device-hurt-1", "text": f"{HURT}, zqform."}
TICKED = {"id": "device-hurt-2", "text": "The box was crushed and scratched again, zqticked.", "confide": "yes"}
SAID = ("zqform", "zqticked", "zqmailed", "zqsurvey", "zqremedy")


@pytest.fixture
def confiding(story: Story) -> Story:
    trusted = replace(small_map(), confidential_contact=f"Ida Berg, {TRUST}", cx_manager=MANAGER, version="trusting")
    story.live.atlas.maps.replace(trusted)
    return story


def tells(story: Story) -> list[str]:
    """It comes in by every door, and the contact resolves what came by the form."""
    posts = [json_post(f"/f/{story.small.id}", note) for note in (NOTE, TICKED)]
    receipts = [str(body_of(story.live.call("feedback_form", post))["receipt"]) for post in posts]
    comes(story.live, raw(f"{HURT}, zqmailed.", name="hurt"), "inbound/hurt")
    story.survey(verbatim=f"{HURT}, zqsurvey.")
    story.live.flows()
    case = story.live.ledger.facts.line(line_of(ROOT, receipts[0])).cases[0]
    said = {"nonce": nonce_of(ROOT, case.subject, case.version), "action": "resolve", "text": "Dealt with, zqremedy."}
    story.live.call("case_page", json_post(f"/c/{story.link(case.subject)}", said))
    story.live.flows()
    return receipts


def test_its_words_reach_the_contact_and_nobody_else(confiding: Story, capsys: pytest.CaptureFixture[str]) -> None:
    with logged() as rows:
        tells(confiding)
    contact = [str(mail) for mail in sent(confiding.live, TRUST)]
    assert len(contact) == 4
    assert sent(confiding.live, PACKING) == []
    others = [mail for mail in confiding.live.mails() if not any(f"To: {one}" in mail for one in (TRUST, DEE))]
    queues = [str(message) for message in confiding.queued]
    for seen in (rows, confiding.public(), [*capsys.readouterr()], queues, others):
        assert found_in({str(at): text for at, text in enumerate(seen)}, *SAID, CONFIDANT) == []


def test_no_week_no_theme_and_no_model_keeps_it(confiding: Story) -> None:
    tells(confiding)
    ledger, week = confiding.live.ledger, Week.of(datetime.now(UTC))
    kept = [*ledger.weeks.thanks(week), *ledger.weeks.changes(week), *ledger.themes.gathered(week)]
    kept += [*ledger.precedents.all()]
    assert found_in({"kept": repr(kept)}, *SAID) == []
    assert list(ledger.cases.parked()) == []


def test_the_departments_inbox_does_not_list_it(confiding: Story) -> None:
    tells(confiding)
    token = sign_link(ROOT, Link("desk", "Packing", AFAR))
    page = confiding.live.call("desk_page", http("GET", f"/d/{token}", accept="text/html", cookie=known_to("Packing")))
    assert (page["statusCode"], found_in({"page": page["body"]}, *SAID)) == (200, [])


def test_its_writer_reads_who_alone_has_it_and_what_came_of_it(confiding: Story) -> None:
    first, _ = tells(confiding)
    page = confiding.live.call("receipt_page", http("GET", "/r", query=f"receipt={first}", accept="text/html"))["body"]
    assert "Ida Berg" in page
    assert "zqremedy" in page
