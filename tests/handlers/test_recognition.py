"""Thanks that name somebody, from the form to their own mail, and a new address that answers by one click."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from typing import Any

import pytest

from aws import messages_in
from fakes.outside import ROOT
from fakes.values import CARRIED, HEAD, SCRATCHED, person, small_map
from handlers.events import http, json_post, queued
from handlers.live import Live, body_of
from throughline.adapters.dynamo.stream import announced_in
from throughline.contracts.outgoing import public_event
from throughline.domain.seal import Link, sign_link
from throughline.usecases.ask_addresses import ask_addresses

ADA = replace(person("ada"), name="Ada Moss")


@pytest.fixture
def staffed(live: Live) -> Live:
    live.atlas.directory.replace([ADA])
    return live


def thanked(live: Live, identity: str = "praise-0001", **told: Any) -> Any:
    note = {"id": identity, "text": CARRIED, "to": "Ada Moss", **told}
    return live.call("feedback_form", json_post(f"/f/{live.place.id}", note))


def in_the_morning(live: Live) -> str:
    """The text of the one mail that goes out then."""
    before = len(live.mails())
    live.call("sweep", {"time": (datetime.now(UTC) + timedelta(days=2)).isoformat()})
    live.call("send_letter", queued(messages_in(live.queues["letters"])))
    (mail,) = live.mails()[before:]
    body = message_from_string(mail, policy=policy.default).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link(purpose: str, subject: str) -> str:
    return sign_link(ROOT, Link(purpose, subject, datetime.now(UTC) + timedelta(days=1)))


def test_whoever_is_thanked_hears_of_it_in_one_mail_on_the_next_morning(staffed: Live) -> None:
    thanked(staffed)
    thanked(staffed, "praise-0002", text="Ada Moss is the kindest driver.", to="")
    staffed.flows()
    mail = in_the_morning(staffed)
    assert "2 people thanked you" in mail
    assert "Ada Moss is the kindest driver." in mail


def test_nobody_else_reads_the_name(staffed: Live) -> None:
    thanked(staffed, text="Thank you, Ada Moss carried the sofa upstairs.", touchpoint="Delivery at the door")
    staffed.flows()
    (given,) = [one for one in _records(staffed) if one["announces"] == "recognition.given"]
    event = public_event("recognition.given", given["body"], stage="test", event_id="e")
    assert event
    assert "Ada" not in event["Detail"]
    assert "Ada" not in given["body"]["words"]
    assert ADA.id not in event["Detail"]


def test_what_is_held_is_announced_to_nobody(staffed: Live) -> None:
    thanked(staffed, text="Mrs Baker says thank you, she was delighted.")
    staffed.flows()
    assert [one for one in _records(staffed) if one["announces"] == "recognition.given"] == []
    assert [one.held_for for one in staffed.ledger.recognitions.held()] == ["name"]


def _records(live: Live) -> list[dict[str, Any]]:
    """All that the ledger's stream has announced."""
    told = announced_in({"Records": live.stream()})
    return [{"announces": one.announces, "body": one.document} for one in told]


def test_a_private_word_needs_somebody_to_read_it_and_has_to_be_thanks(staffed: Live) -> None:
    answer = thanked(staffed, to="", private=True)
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "to")
    answer = thanked(staffed, private=True, kind="issue")
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "private")


def test_until_a_new_address_answers_the_cx_manager_has_its_mail(live: Live) -> None:
    current = small_map(cx_manager="isla@shop.example")
    ask_addresses(before=None, after=current, addresses=live.ledger.addresses, head=HEAD, now=datetime.now(UTC))
    live.atlas.maps.replace(current)
    live.flows()
    asked = next(one for one in live.ledger.addresses.waiting() if one.address == "packing@shop.example")
    path = f"/a/{link('address', asked.subject)}"
    page = live.call("confirm_address", http("GET", path, accept="text/html"))
    assert "Packing" in page["body"]
    assert _told_of_a_note(live, "note-0001") == "isla@shop.example"
    confirmed = live.call("confirm_address", json_post(path, {}))
    assert body_of(confirmed) == {"outcome": "confirmed", "departments": ["Packing"]}
    assert body_of(live.call("confirm_address", json_post(path, {})))["outcome"] == "known"
    assert _told_of_a_note(live, "note-0002") == "packing@shop.example"


def _told_of_a_note(live: Live, identity: str) -> str:
    """Whom its mail went to."""
    note = {"id": identity, "text": SCRATCHED, "touchpoint": "Opening the parcel"}
    live.call("feedback_form", json_post(f"/f/{live.place.id}", note))
    live.flows()
    return str(message_from_string(live.mails()[-1], policy=policy.default)["To"])
