"""Mails that come in, mails that go out, and what the mail service says of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from fakes import MemoryAtlas, PlainPaper
from fakes.outside import ROOT
from fakes.values import NOW, TODAY, person
from throughline.domain.feedback import Channel
from throughline.domain.letter import Letter
from throughline.domain.mail.reading import MailKind, ReadMail
from throughline.domain.week import Week
from throughline.errors import Refused, Unavailable
from throughline.usecases.note_outcome import note_outcome
from throughline.usecases.record_mail import record_mail
from throughline.usecases.send_letter import IN_DOUBT, mail_of
from throughline.usecases.set_aside import set_aside
from unit.usecases.desk import Desk

FROZE = "The card reader froze."
MAIL = ReadMail(MailKind.HUMAN, "<1@shop.example>", "Dee", "dee@shop.example", "Till 3", FROZE)


def take(desk: Desk, mail: ReadMail = MAIL, stored: str = "inbound/1") -> str:
    facts = desk.ledger.facts
    return record_mail(mail=mail, stored=stored, mailbox="in.example", now=NOW, root=ROOT, facts=facts)


def asides(desk: Desk) -> list[tuple[str, str]]:
    return [(one.reason, one.what) for one in desk.ledger.facts.asides()]


def changed(**told: Any) -> ReadMail:
    return replace(MAIL, **told)


def test_a_persons_mail_becomes_a_report_with_its_subject(desk: Desk) -> None:
    assert take(desk) == "recorded"
    (waits,) = desk.ledger.pending.waiting()
    feedback = desk.ledger.facts.feedback(waits.pk)
    assert feedback
    assert (feedback.report.text, feedback.report.channel) == (f"Till 3\n\n{FROZE}", Channel.MAIL)
    assert feedback.report.reporter.email == "dee@shop.example"


def test_a_subject_that_the_words_repeat_is_left_out(desk: Desk) -> None:
    take(desk, changed(subject="the card READER froze"))
    (waits,) = desk.ledger.pending.waiting()
    feedback = desk.ledger.facts.feedback(waits.pk)
    assert feedback
    assert feedback.report.text == FROZE


def test_a_mail_that_is_delivered_twice_is_one_report(desk: Desk) -> None:
    assert [take(desk), take(desk, stored="inbound/2")] == ["recorded", "repeated"]
    assert len(list(desk.ledger.pending.waiting())) == 1


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"kind": MailKind.AUTO}, "an automatic mail: nobody wrote it"),
        ({"kind": MailKind.BOUNCE}, "a mail that came back"),
        ({"kind": MailKind.LIST}, "sent to a mailing list"),
        ({"kind": MailKind.SELF}, "our own mail came back to us"),
        ({"held": "the mail service found a virus in it"}, "the mail service found a virus in it"),
        ({"words": "", "subject": ""}, "there are no words in it"),
    ],
)
def test_what_no_person_wrote_is_set_aside_with_the_reason(desk: Desk, told: dict[str, Any], reason: str) -> None:
    assert take(desk, changed(**told)) == f"set aside: {reason}"
    take(desk, changed(**told))
    assert asides(desk) == [(reason, "inbound/1")]
    assert list(desk.ledger.pending.waiting()) == []


def test_another_mail_under_the_same_message_id_is_set_aside_not_lost(desk: Desk) -> None:
    take(desk)
    outcome = take(desk, changed(words="Quite other words."), stored="inbound/2")
    assert outcome.startswith("set aside: Something else")
    assert [what for _, what in asides(desk)] == ["inbound/2"]


def test_words_that_can_become_nothing_are_kept_once(desk: Desk) -> None:
    facts = desk.ledger.facts
    kept = [
        set_aside(words=words, reason="a closed link", seen="form", now=NOW, facts=facts)
        for words in (FROZE, FROZE, " \n", "\ud800")
    ]
    assert kept == [True, True, False, True]
    assert sorted(asides(desk)) == sorted([("a closed link", FROZE), ("a closed link", "\ud800")])


@pytest.fixture
def waiting(desk: Desk) -> Letter:
    desk.routed()
    return desk.letter_to("packing@shop.example")


def test_a_mail_goes_out_once_with_the_tags_that_lead_back(desk: Desk, waiting: Letter) -> None:
    assert [desk.sends(waiting), desk.sends(waiting)] == ["sent: case", "already sent or taken"]
    (mail,) = desk.postbox.sent
    assert mail.to == "packing@shop.example"
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert bytes.fromhex(mail.tags["line"]).decode() == waiting.line
    assert bytes.fromhex(mail.tags["letter"]).decode() == waiting.name
    assert list(desk.ledger.pending.waiting()) == []


def test_a_mail_that_the_service_never_takes_is_not_tried_again(desk: Desk, waiting: Letter) -> None:
    desk.postbox.fails = Refused("the mail service refuses it: MessageRejected")
    assert desk.sends(waiting) == "refused: the mail service refuses it: MessageRejected"
    desk.postbox.fails = None
    assert desk.sends(waiting) == "already sent or taken"
    assert desk.postbox.sent == []


def test_a_mail_that_the_service_does_not_take_just_now_is_given_back(desk: Desk, waiting: Letter) -> None:
    desk.postbox.fails = Unavailable("not now")
    for _ in range(4):
        with pytest.raises(Unavailable):
            desk.sends(waiting)
    desk.postbox.fails = None
    assert desk.sends(waiting) == "sent: case"


def test_a_mail_that_may_have_gone_out_is_kept_until_its_lease_ends(desk: Desk, waiting: Letter) -> None:
    desk.postbox.fails = TimeoutError()
    with pytest.raises(TimeoutError):
        desk.sends(waiting)
    desk.postbox.fails = None
    assert desk.sends(waiting) == "already sent or taken"
    desk.clock.passes(minutes=16)
    assert desk.sends(waiting) == "sent: case"


def test_a_mail_to_nobody_is_refused_without_asking_the_service(desk: Desk, waiting: Letter) -> None:
    desk.ledger.letters.written[waiting.line, waiting.name] = Letter(waiting.line, waiting.name, waiting.kind, "")
    assert desk.sends(waiting) == "refused: nobody's address"
    assert desk.postbox.sent == []


def test_a_mail_that_may_have_gone_out_is_tried_once_more_and_then_shown_to_a_person(
    desk: Desk, waiting: Letter
) -> None:
    desk.ledger.letters.claim(waiting.line, waiting.name, NOW)  # and then its sender died
    desk.clock.passes(minutes=16)
    desk.ledger.letters.claim(waiting.line, waiting.name, desk.clock.now())  # and died again
    desk.clock.passes(minutes=16)
    assert desk.sends(waiting) == IN_DOUBT
    assert [aside.reason for aside in desk.ledger.facts.asides()] == [f"a mail: {IN_DOUBT}"]
    assert desk.sends(waiting) == "already sent or taken"
    assert desk.postbox.sent == []


def test_a_mail_that_can_not_go_out_is_shown_to_a_person(desk: Desk, waiting: Letter) -> None:
    desk.ledger.letters.written[waiting.line, waiting.name] = Letter(waiting.line, waiting.name, waiting.kind, "")
    desk.sends(waiting)
    assert [aside.door for aside in desk.ledger.facts.asides()] == ["letter"]


def report(desk: Desk, event: str, tags: Mapping[str, str], atlas: MemoryAtlas | None = None) -> str:
    mail = {"messageId": "ses-1", "tags": {name: [value] for name, value in tags.items()}}
    ledger, directory = desk.ledger, (atlas or MemoryAtlas()).directory
    return note_outcome(
        report={"eventType": event, "mail": mail},
        letters=ledger.letters,
        digests=ledger.digests,
        directory=directory,
    )


@pytest.mark.parametrize("event", ["Send", "Delivery"])
def test_a_report_that_a_mail_went_settles_it(desk: Desk, waiting: Letter, event: str) -> None:
    desk.ledger.letters.claim(waiting.line, waiting.name, NOW)  # and then its sender died
    tags = mail_of(waiting, PlainPaper()).tags
    assert report(desk, event, tags) == f"noted: {event.lower()}"
    desk.clock.passes(minutes=16)
    assert desk.sends(waiting) == "already sent or taken"


def test_a_report_that_a_digest_went_settles_it(desk: Desk) -> None:
    week = Week.of(TODAY)
    assert report(desk, "Send", {"digest": str(week), "person": "id-ada"}) == "noted: send of a digest"
    assert list(desk.ledger.digests.report(week)) == [("id-ada", "sent")]


def test_whoever_complains_gets_no_more_digests(desk: Desk) -> None:
    atlas = MemoryAtlas()
    atlas.directory.replace([person("ada")])
    assert report(desk, "Complaint", {"person": "id-ada"}, atlas) == "noted: no more digests after a complaint"
    ada = atlas.directory.person("id-ada")
    assert ada
    assert ada.digest == "off"


@pytest.mark.parametrize("event", ["Open", "Bounce", ""])
def test_reports_of_anything_else_are_passed_over(desk: Desk, event: str) -> None:
    assert report(desk, event, {}).startswith("nothing to note")
