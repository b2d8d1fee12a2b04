"""Answers by mail to a note that was sent on: each reaches whoever the mail that it answers was from."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, known_reporter, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, Case, State
from throughline.domain.letter import LetterKind
from throughline.domain.reply_token import Party, Reply, reply_among
from throughline.domain.seal import nonce_of
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.find_thread import reply_to_letter
from throughline.usecases.may_send_on import sending_subject
from unit.usecases.mailroom import INBOUND, PACKING, MailRoom, from_ros, mail, said, token

CUT = "The head office cut the opening hours, and the lamp was scratched."
TRUST = "trust@shop.example"
PRIVATE = "I was there on Monday."


@pytest.fixture
def room() -> MailRoom:
    return MailRoom(map=small_map(confidential_contact=f"Ida Berg, {TRUST}", cx_manager="cx@shop.example"))


@pytest.fixture
def sent(room: MailRoom) -> Case:
    """What the contact has sent on to Packing."""
    case = room.case(room.routed(CUT, reporter=known_reporter()))
    line = room.line(case.line)
    act_on_case(
        act=Act(Action.SEND_ON, nonce_of(ROOT, sending_subject(case, line), case.version), to="Packing"),
        case=case,
        line=line,
        cases=room.ledger.cases,
        journey_map=room.map or small_map(),
        head=replace(HEAD, inbound=INBOUND),
        now=room.clock.now(),
    )
    return room.case(case.line)


@pytest.mark.parametrize("number", [0, 1])
def test_what_answers_the_contact_stays_with_the_contact(room: MailRoom, sent: Case, number: int) -> None:
    assert room.takes(from_ros(sent, PRIVATE, number=number)) == "submitter: comment"
    assert (said(room, sent), said(room, room.case(sent.line, 2))) == ([PRIVATE], [])
    assert [one.to for one in room.letters() if PRIVATE in str(one.fields)] == [TRUST]
    assert room.case(sent.line).state is State.HANDED_ON


def test_what_answers_the_mail_that_names_the_department_reaches_it(room: MailRoom, sent: Case) -> None:
    _, heard = room.answers_of(LetterKind.HEARD)
    answers = reply_among(ROOT, (heard.reply_to,))
    assert answers
    assert (answers.party, answers.number) == (Party.SUBMITTER, 2)
    assert reply_to_letter(heard.line, heard.name) == Reply(Party.SUBMITTER, heard.line, 2)
    assert room.takes(from_ros(sent, "The foot was loose too.", number=2)) == "submitter: reply"
    assert [one.to for one in room.answers_of(LetterKind.REPLIED)] == [PACKING]


def test_no_mail_sends_anything_on(room: MailRoom) -> None:
    case = room.case(room.routed(CUT, reporter=known_reporter()))
    for words in ("send it on to Packing", "not ours, it's Packing", "send_on"):
        room.takes(mail(words, to=token(case), address=TRUST))
    assert [one.department for one in room.line(case.line).cases] == ["Confidential contact"]
