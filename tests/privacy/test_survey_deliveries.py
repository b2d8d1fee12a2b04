"""A survey tool tells more of a customer than anybody here needs: it stays in the body as it came, and goes with it."""

import json

import pytest

from aws import ATLAS, LEDGER
from handlers.test_survey_delivered import LINE, MAPPED, SOURCE, add, form, send
from privacy.conftest import Command
from privacy.story import Story, found_in, items_of, logged, raw_items
from throughline.adapters.dynamo.deliveries import raw_of

CONTACT, RESPONDENT = "canary@customers.example", "Zqrespondent Zqlastname"
SAID = "The box was crushed."


@pytest.fixture
def told(story: Story) -> Story:
    add(SOURCE)
    story.live.atlas.mappings.put(MAPPED)
    document = form(2, SAID)
    document["form_response"]["answers"].append({"type": "text", "text": RESPONDENT, "field": {"id": "your-name"}})
    assert send(story.live, document)["statusCode"] == 200
    story.live.flows()
    return story


def bodies() -> dict[str, str]:
    """What vendors sent, as the ledger can give it back."""
    found = {
        f"{item['pk']['S']} {item['sk']['S']}": json.loads(item["body"]["S"])
        for item in raw_items(LEDGER)
        if "body" in item
    }
    return {name: raw_of(body).decode() for name, body in found.items() if "delivery#" in name}


def test_a_customers_contact_stands_in_the_body_as_it_came_and_nowhere_else(
    told: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    with logged() as rows:
        send(told.live, form(1, f"{SAID} Again.", at="2026-11-20T11:00:00Z"))
        told.live.flows()
    words = (CONTACT, "Zqrespondent")
    assert {hit.partition(" ")[0] for hit in found_in(bodies(), *words)} == set(words)
    seen = {"logs": "\n".join(rows), "printed": str(capsys.readouterr()), "queued": str(told.queued)}
    seen |= {"mails": "\n".join(told.live.mails()), "events": "\n".join(told.public())}
    assert found_in({**items_of(LEDGER), **items_of(ATLAS), **told.waiting(), **seen}, *words) == []
    assert any(SAID in one.words for one in told.live.ledger.facts.line(LINE).gathered)


def test_a_contact_leads_to_what_is_kept_and_shows_all_of_it(told: Story, run: Command) -> None:
    shown = run("export", "--subject", CONTACT)
    assert shown.exit_code == 0
    assert told.live.ledger.facts.line(LINE).gathered
    assert RESPONDENT in shown.stdout
    assert SAID in shown.stdout


@pytest.mark.parametrize("reference", [CONTACT, "r-1"])
def test_erasing_takes_the_body_with_the_answers_and_neither_comes_back(
    told: Story, run: Command, reference: str
) -> None:
    assert run("erase", "--subject", reference, "--yes").exit_code == 0
    send(told.live, form(2, SAID))
    send(told.live, form(2, f"{SAID} And again."))
    told.live.flows()
    assert found_in(bodies(), CONTACT, SAID) == []
    assert found_in(items_of(LEDGER), CONTACT, SAID) == []
