"""A mail of ours is answered: the whole way through the functions, by the headers that really went out."""

from email.message import Message

import pytest

from fakes.values import CARRIED, SCRATCHED, small_map
from handlers.events import json_post, queued
from handlers.live import Live
from handlers.mails import DEE, PACKING, comes, line_of_mail, raw, sent
from throughline.domain.case import Case, State
from throughline.domain.letter import Posted

BOSS = "boss@shop.example"
FROM_PACKING = {"sender": f"Packing <{PACKING}>", "subject": "Re: a lamp"}


@pytest.fixture
def opened(live: Live) -> Case:
    """A case that somebody raised by mail, with the mails about it gone out."""
    comes(live, raw(SCRATCHED, subject="A lamp", name="first"))
    live.flows()
    (case,) = live.ledger.facts.line(line_of_mail("first")).cases
    return case


def case_of(live: Live, case: Case) -> Case:
    return next(one for one in live.ledger.facts.line(case.line).cases if one.number == case.number)


def plain(message: Message) -> str:
    part = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    words = part.get_payload(decode=True)
    assert isinstance(words, bytes)
    return " ".join(words.decode().split())


def test_what_was_heard_says_where_it_went_why_and_how_to_correct_it(live: Live, opened: Case) -> None:
    (heard,) = sent(live, DEE)
    text = plain(heard)
    assert "Your note went to Packing, because the map names Packing for “scratched”" in text
    assert "Answer this mail in your own words" in text
    assert "As if it were ours." in text
    assert heard["Auto-Submitted"] == "auto-generated"
    assert heard["Reply-To"].startswith("r+")
    assert heard["Reply-To"].endswith("@in.example")
    assert opened.state is State.ROUTED


@pytest.mark.parametrize("written", [str, str.upper])
def test_the_whole_conversation_by_mail(live: Live, opened: Case, written: type[str]) -> None:
    (mail,) = sent(live, PACKING)
    to = written(mail["Reply-To"])
    comes(live, raw("Got it.", to=to, **FROM_PACKING))
    comes(live, raw("fixed: the foot is wrapped now", to=f"Someone <{to}>, other@shop.example", **FROM_PACKING))
    live.flows()
    assert case_of(live, opened).state is State.RESOLVED
    changed = sent(live, DEE)[-1]
    assert "the foot is wrapped now" in plain(changed)
    assert "Was it solved?" in plain(changed)
    comes(live, raw("No, still broken.", to=changed["Reply-To"], subject="Re: changed"))
    live.flows()
    assert case_of(live, opened).state is State.REOPENED
    assert "says it is not solved yet" in plain(sent(live, PACKING)[-1])
    assert [one["Auto-Submitted"] for one in (*sent(live, DEE), *sent(live, PACKING))] == ["auto-generated"] * 5


def test_an_answer_without_the_token_is_found_by_the_mail_services_id(live: Live, opened: Case) -> None:
    tags = {"line": [opened.line.encode().hex()], "letter": [b"letter#case#1".hex()]}
    report = {"eventType": "Send", "mail": {"messageId": "0102018f-77", "tags": tags}}
    live.call("mail_outcome", queued([report]))
    answers = "References: <x@y.example>\r\n <0102018f-77@eu-west-1.amazonses.com>\r\n"
    comes(live, raw("Got it.", more=answers, **FROM_PACKING))
    assert case_of(live, opened).state is State.ACKNOWLEDGED


def test_the_same_reply_delivered_three_times_is_one_step_and_one_confirmation(live: Live, opened: Case) -> None:
    (mail,) = sent(live, PACKING)
    reply = raw("Got it.", to=mail["Reply-To"], name="same", **FROM_PACKING)
    for _ in range(3):
        comes(live, reply)
        live.flows()
    assert case_of(live, opened).version == 2
    assert [one["Subject"] for one in sent(live, PACKING)[1:]] == [
        f"Noted: you have it ({opened.code}: Opening the parcel)"
    ]


def test_the_quote_below_a_reply_never_acts(live: Live, opened: Case) -> None:
    (mail,) = sent(live, PACKING)
    text = "Hm, let me see.\r\n\r\nOn Mon, 23 Nov 2026, Line wrote:\r\n> fixed: what you changed\r\n> got it\r\n"
    comes(live, raw(text, to=mail["Reply-To"], **FROM_PACKING))
    assert case_of(live, opened).state is State.ROUTED


def test_an_out_of_office_answer_changes_nothing_and_is_not_answered(live: Live, opened: Case) -> None:
    (mail,) = sent(live, PACKING)
    away = raw("I am away. Got it.", to=mail["Reply-To"], more="Auto-Submitted: auto-replied\r\n", **FROM_PACKING)
    comes(live, away)
    before = len(live.mails())
    live.flows()
    assert (case_of(live, opened), len(live.mails())) == (opened, before)


def test_praise_and_trouble_in_one_mail_become_a_case_and_a_recognition(live: Live) -> None:
    comes(live, raw(f"{SCRATCHED}\r\n{CARRIED}", subject="Two things", name="both"))
    live.flows()
    line = live.ledger.facts.line(line_of_mail("both"))
    assert [case.department for case in line.cases] == ["Packing"]
    assert [one.words for one in line.thanks] == [CARRIED]
    text = plain(sent(live, DEE)[-1])
    assert "Your note went to Packing" in text
    assert "Your thanks went to the people behind it" in text


def test_a_department_whose_mailbox_is_gone_is_told_by_whoever_stands_in(live: Live) -> None:
    live.atlas.maps.replace(small_map(cx_manager=BOSS))
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": "device-0001", "text": SCRATCHED}))
    live.flows()
    (mail,) = sent(live, PACKING)
    (letter,) = [one for one in live.ledger.record.scan() if one.sk == "letter#case#1"]
    tags = {
        "line": letter.pk.encode().hex(),
        "letter": letter.sk.encode().hex(),
        "kind": "case",
        "subject": letter.subject,
    }
    about = {"messageId": letter.message_id, "tags": {name: [value] for name, value in tags.items()}}
    bounce = {"eventType": "Bounce", "mail": about, "bounce": {"bounceType": "Permanent"}}
    live.call("mail_outcome", queued([bounce, bounce]))
    live.flows()
    (again,) = sent(live, BOSS)
    assert again["Reply-To"] == mail["Reply-To"]
    assert "can't reach Packing's mailbox" in plain(again)
    assert live.ledger.record.get(letter.pk, letter.sk).state == Posted.SENT.value
    comes(live, raw("Got it.", to=again["Reply-To"], sender=f"Boss <{BOSS}>"))
    (case,) = live.ledger.facts.line(letter.pk).cases
    assert case.state is State.ACKNOWLEDGED


def test_a_mail_in_another_name_waits_and_never_acts(live: Live, opened: Case) -> None:
    (mail,) = sent(live, PACKING)
    comes(live, raw("fixed: all of it", to=mail["Reply-To"], dmarc="fail", **FROM_PACKING))
    assert case_of(live, opened).state is State.ROUTED
    (held,) = live.ledger.facts.asides()
    assert (held.held, held.door) == (True, "mail")
    said = {"Records": [{"s3": {"object": {"key": held.what, "size": 9}}}], "released": True}
    live.call("feedback_mail", queued([said]))
    assert list(live.ledger.facts.asides()) == []
    assert case_of(live, opened).state is State.ROUTED
    assert len(list(live.ledger.pending.waiting())) == 1


@pytest.mark.usefixtures("opened")
def test_a_reply_costs_two_looks_and_one_write(live: Live) -> None:
    (mail,) = sent(live, PACKING)
    comes(live, raw("Hello there.", to=mail["Reply-To"], **FROM_PACKING))
    acts = raw("Got it.", to=mail["Reply-To"], **FROM_PACKING)
    counted = [str(call) for _, call in live.count(lambda: comes(live, acts))]
    assert sorted(counted) == ["dynamodb.Query", "dynamodb.Query", "dynamodb.TransactWriteItems", "s3.GetObject"]
