"""Mails that go out, and what the mail service says of them."""

import pytest

from fakes.case_figures import but_counting
from fakes.values import NOW
from throughline.domain.letter import Letter
from throughline.errors import Refused, Unavailable
from throughline.usecases.send_letter import IN_DOUBT
from throughline.usecases.set_aside import set_aside
from unit.usecases.desk import Desk

FROZE = "The card reader froze."


def asides(desk: Desk) -> list[tuple[str, str]]:
    return [(one.reason, one.what) for one in desk.ledger.facts.asides()]


def test_words_that_can_become_nothing_are_kept_once(desk: Desk) -> None:
    facts = desk.ledger.facts
    kept = [
        set_aside(words=words, reason="a closed link", seen="form", now=NOW, facts=facts)
        for words in (FROZE, FROZE, " \n", "\ud800")
    ]
    assert kept == [True, True, False, True]
    assert sorted(asides(desk)) == sorted([("a closed link", FROZE), ("a closed link", "\ud800")])


def test_a_mail_goes_out_once_with_the_tags_that_lead_back(desk: Desk, waiting: Letter) -> None:
    assert [desk.sends(waiting), desk.sends(waiting)] == ["sent: case", "already sent or taken"]
    (mail,) = desk.postbox.sent
    assert mail.to == "packing@shop.example"
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert bytes.fromhex(mail.tags["line"]).decode() == waiting.line
    assert bytes.fromhex(mail.tags["letter"]).decode() == waiting.name
    assert but_counting(desk.ledger.pending.waiting()) == []


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
