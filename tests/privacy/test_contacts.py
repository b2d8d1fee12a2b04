"""A customer who asked to be called back: how to reach them is shown to whoever opens it, and stands nowhere else."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from aws import ATLAS, LEDGER
from fakes.outside import ROOT
from handlers.events import http, json_post, queued
from handlers.live import body_of
from handlers.test_survey_delivered import LINE, MAPPED, SOURCE, add, form, send
from operate.commands import case_contact
from operate.stack import Stack
from privacy.conftest import Command
from privacy.story import Story, found_in, items_of, logged, raw_items
from throughline.adapters.dynamo.deliveries import raw_of
from throughline.domain.case import Case
from throughline.domain.contact import Contacting
from throughline.domain.seal import nonce_of
from throughline.domain.survey_mapping import Question

NAME, ADDRESS, PHONE = "Zqcaller Zqlastname", "zqcaller@customers.example", "+44 20 7946 0958"
CONTACT = ("Zqcaller", "zqcaller", "7946 0958", "79460958")
TOLD, SAID = "zqtold: a new lamp is on its way", "The box was crushed."
ASKING = replace(
    MAPPED,
    questions=(
        *MAPPED.questions,
        Question("q-wish", contact="wish", yes=("True",)),
        Question("q-name", contact="name"),
        Question("q-mail", contact="email"),
    ),
    contact_from=(("phone", "hidden.tel"),),
)


def asks(*, wish: bool = True, minutes_ago: int = 60) -> Any:
    """A customer's form with everything that says who they are."""
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    document = form(2, SAID, at=at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    said = document["form_response"]
    said["answers"] = [one for one in said["answers"] if one["type"] != "email"]
    said["answers"] += [
        {"type": "boolean", "boolean": wish, "field": {"id": "q-wish"}},
        {"type": "text", "text": NAME, "field": {"id": "q-name"}},
        {"type": "email", "email": ADDRESS, "field": {"id": "q-mail"}},
    ]
    said["hidden"] = {"tel": PHONE}
    return document


@pytest.fixture
def told(story: Story) -> Story:
    add(SOURCE)
    story.live.atlas.mappings.put(ASKING)
    assert send(story.live, asks())["statusCode"] == 200
    story.live.flows()
    return story


def case_of(story: Story) -> Case:
    return story.live.ledger.facts.line(LINE).cases[0]


def posts(story: Story, action: str, **said: str) -> Any:
    case = case_of(story)
    fields = {"nonce": nonce_of(ROOT, case.subject, case.version), "action": action, **said}
    return story.live.call("case_page", json_post(f"/c/{story.link(case.subject)}", fields))


def ends(story: Story) -> None:
    done = posts(story, "resolve", text="A second box.", told=TOLD, reached="reached")
    assert body_of(done)["outcome"] == "changed"
    story.live.flows()


def everywhere(story: Story) -> dict[str, str]:
    """All that can be read again, and the bodies of vendors as the ledger can give them back."""
    items = [item for item in raw_items(LEDGER) if "delivery#" in item["sk"]["S"] and "body" in item]
    bodies = {f"raw {item['sk']['S']}": raw_of(json.loads(item["body"]["S"])).decode() for item in items}
    outside = {"mails": "\n".join(story.live.mails()), "events": "\n".join(story.public())}
    return {**items_of(LEDGER), **items_of(ATLAS), **story.waiting(), **bodies, **outside, "queued": str(story.queued)}


def test_it_stands_nowhere_but_sealed(told: Story, capsys: pytest.CaptureFixture[str]) -> None:
    with logged() as rows:
        assert body_of(posts(told, "contact"))["contact"] == {"name": NAME, "email": ADDRESS, "phone": PHONE}
        send(told.live, asks(minutes_ago=30))
        told.live.flows()
        assert body_of(posts(told, "contact"))["outcome"] == "shown"
    seen = {"logs": "\n".join(rows), "printed": str(capsys.readouterr())}
    assert found_in({**everywhere(told), **seen}, *CONTACT) == []
    assert case_of(told).call_back
    assert any("asked to be called back" in mail for mail in told.live.mails())


def test_only_whoever_presses_the_button_sees_it(told: Story) -> None:
    path = f"/c/{told.link(case_of(told).subject)}"
    for method, accept in (("GET", "text/html"), ("GET", "application/json"), ("HEAD", "text/html")):
        answer = told.live.call("case_page", http(method, path, accept=accept))
        assert found_in({"page": str(answer)}, *CONTACT) == []
    assert told.live.ledger.facts.line(LINE).looks == ()
    shown = posts(told, "contact")
    assert shown["headers"]["Cache-Control"] == "no-store"
    (look,) = told.live.ledger.facts.line(LINE).looks
    assert (look.by, look.number) == ("Packing", 1)
    page = told.live.call("case_page", http("GET", path, accept="text/html"))
    assert found_in({"page": str(page)}, *CONTACT) == []
    assert "opened the contact" in page["body"]


def test_without_the_wish_it_is_dropped_unread(story: Story) -> None:
    add(SOURCE)
    story.live.atlas.mappings.put(ASKING)
    send(story.live, asks(wish=False))
    story.live.flows()
    assert story.live.ledger.facts.line(LINE).contact is None
    assert {hit.partition(" in ")[2][:4] for hit in found_in(everywhere(story), *CONTACT)} == {"raw "}


def test_when_the_call_back_is_done_it_is_gone_and_stays_gone(told: Story) -> None:
    ends(told)
    item = next(one for one in raw_items(LEDGER) if one["sk"]["S"] == "contact")
    assert (json.loads(item["body"]["S"]), "subject" in item) == ({}, False)
    assert body_of(posts(told, "contact"))["outcome"] == "late"
    send(told.live, asks())
    send(told.live, asks(minutes_ago=30))
    told.live.flows()
    assert told.live.ledger.facts.line(LINE).contact is Contacting.GONE
    assert [hit for hit in found_in(everywhere(told), *CONTACT) if "raw " not in hit] == []


def test_what_the_customer_was_told_stands_in_the_history_of_the_case_alone(told: Story) -> None:
    ends(told)
    hits = found_in({**everywhere(told), "page": str(told.live.call("case_page", _page(told)))}, "zqtold")
    assert {hit.rpartition(" ")[2] for hit in hits} == {"said#1#0002", "page"}


def _page(story: Story) -> Any:
    return http("GET", f"/c/{story.link(case_of(story).subject)}", accept="text/html")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("reference", [ADDRESS, ADDRESS.upper(), "r-1"])
def test_whoever_asks_what_is_kept_about_them_is_shown_it(run: Command, reference: str) -> None:
    shown = run("export", "--subject", reference)
    assert shown.exit_code == 0
    assert all(said in shown.stdout for said in (NAME, ADDRESS, PHONE, SAID))
    assert "sealed" not in shown.stdout


@pytest.mark.parametrize("reference", [ADDRESS, "r-1"])
def test_erasing_takes_it_with_the_answers_and_neither_comes_back(told: Story, run: Command, reference: str) -> None:
    assert run("erase", "--subject", reference, "--yes").exit_code == 0
    send(told.live, asks(minutes_ago=30))
    told.live.flows()
    line = told.live.ledger.facts.line(LINE)
    assert (line.erased, line.contact, line.answers) == (True, None, ())
    assert "sealed" not in str([one for one in raw_items(LEDGER) if one["pk"]["S"] == LINE])
    assert body_of(posts(told, "contact"))["outcome"] == "late"


def test_a_wish_that_comes_to_an_erased_line_leaves_no_contact(told: Story, run: Command) -> None:
    room = told.live.ledger
    for one in room.record.query(LINE):
        if one.sk in ("fact#q-wish", "contact"):
            one.delete()
    room.erasing.mark(LINE)
    room.erasing.erase_line(LINE)
    send(told.live, asks(minutes_ago=30))
    told.live.flows()
    assert "sealed" not in str([one for one in raw_items(LEDGER) if one["pk"]["S"] == LINE])
    assert run("erase", "--list").exit_code == 0


def test_our_own_systems_may_send_it_and_it_is_sealed_the_same(
    story: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    contact = {"wanted": True, "name": NAME, "email": ADDRESS, "phone": PHONE}
    with logged() as rows:
        story.survey(touchpoint_hint="Opening the parcel", contact=contact)
        refused = story.survey(score="two", contact=contact)
        story.live.flows()
    assert refused["statusCode"] == 400
    seen = {"logs": "\n".join(rows), "printed": str(capsys.readouterr())}
    assert found_in({**everywhere(story), **seen}, *CONTACT) == []
    assert any(item["sk"]["S"] == "contact" for item in raw_items(LEDGER))


def test_over_the_bus_the_wish_alone_is_taken(story: Story) -> None:
    row = {"survey_id": "a", "response_id": "r", "question_key": "q", "touchpoint_hint": "Opening the parcel"}
    detail = {**row, "contact": {"wanted": True, "email": ADDRESS}}
    event = {"id": "e-9", "detail-type": "SurveyResponse", "source": "shop.tills", "detail": detail}
    story.live.call("event_arrived", queued([event]))
    story.live.flows()
    assert found_in(everywhere(story), *CONTACT) == []
    assert any("asked to be called back" in mail for mail in story.live.mails())


@pytest.mark.usefixtures("told")
def test_whoever_answers_for_it_opens_it_by_command_and_that_is_audited(
    run: Command, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_contact, "find_stack", lambda *_options: stack)
    shown = CliRunner().invoke(case_contact.contact, [f"{LINE}/1", "--reason", "the carrier may not see it"])
    assert json.loads(shown.stdout) == {"name": NAME, "email": ADDRESS, "phone": PHONE}
    audit = run("mail", "audit").stdout
    assert (f"contact of {LINE}" in audit, "the carrier may not see it" in audit, ADDRESS in audit) == (
        True,
        True,
        False,
    )
