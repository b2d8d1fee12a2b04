"""A reader who answers a digest with nothing but “stop” leaves; everybody and everything else is a note."""

from dataclasses import replace
from typing import Any

import pytest

from fakes.values import SCRATCHED
from throughline.domain.mail.incoming import Attachment, ReadMail, Split, Threading
from throughline.domain.mail.saying.leaving import leaves
from throughline.usecases.leave_digest import LEFT
from unit.usecases.mailroom import PASSED, PAT, MailRoom, from_packing, mail

FILE = Attachment("lamp.jpg", "image/jpeg", 1000, 1)


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


def answer(text: str, **told: Any) -> ReadMail:
    """Of a reader, to a digest."""
    return mail(text, **{"address": "pat@home.example", "subject": "Re: 12 thanks", **told})


def wanted(room: MailRoom) -> str:
    reader = room.atlas.directory.person(PAT)
    assert reader
    return reader.digest


@pytest.mark.parametrize(
    "text",
    [
        *("unsubscribe", "Unsubscribe me, please.", "STOP!", "Bitte abmelden.", "keine Mails mehr"),
        *("Darme de baja", "cancelar suscripción", "Cancelar inscrição", "descadastrar"),
        *("Se désabonner", "Désabonnement.", "stop s’il vous plaît", "إلغاء الاشتراك", "توقّفوا"),
    ],
)
def test_a_bare_wish_to_leave_is_read_in_each_language(text: str) -> None:
    assert leaves(text)


@pytest.mark.parametrize(
    "text", ["", "Stop the night shift", "Please do not stop", "unsubscribe? No!", "sair " * 40, "Can I unsubscribe?"]
)
def test_whatever_more_is_said_is_no_such_wish(text: str) -> None:
    assert not leaves(text)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"subject": "12 thanks", "threading": Threading(answers=("0107019-abc@eu-west-1.amazonses.com",))},
        {"split": Split(signature="Unsubscribe")},
    ],
)
def test_a_reader_who_answers_stop_gets_no_more_and_makes_no_case(room: MailRoom, told: dict[str, Any]) -> None:
    came = answer("stop", **told)
    assert room.takes(came) == f"set aside: {LEFT}"
    assert (wanted(room), room.feedbacks(), room.letters()) == ("off", [], [])
    assert [(one.reason, one.held) for one in room.ledger.facts.asides()] == [(LEFT, False)]


def test_what_they_choose_afterwards_stands_when_the_mail_comes_again(room: MailRoom) -> None:
    came = answer("stop")
    room.takes(came)
    room.atlas.directory.choose(PAT, "monthly")
    room.takes(came)
    assert wanted(room) == "monthly"


@pytest.mark.parametrize(
    "told",
    [
        {"verdicts": replace(PASSED, dmarc="NONE")},
        {"address": "somebody@else.example"},
        {"subject": "Till 3"},
        {"split": Split(new="Stop the night shift.")},
        {"attachments": (FILE,)},
    ],
)
def test_of_anybody_else_or_with_more_to_say_it_is_a_note(room: MailRoom, told: dict[str, Any]) -> None:
    assert room.takes(answer("stop", **told)) == "recorded"
    assert (wanted(room), len(room.feedbacks())) == ("weekly", 1)


def test_an_answer_about_a_case_is_no_wish_to_leave(room: MailRoom) -> None:
    case = room.case(room.routed(SCRATCHED))
    room.takes(from_packing(case, "stop", address="pat@home.example"))
    assert wanted(room) == "weekly"


def test_what_a_person_let_in_chooses_nothing(room: MailRoom) -> None:
    assert room.takes(answer("stop"), released=True) == "recorded"
    assert wanted(room) == "weekly"
