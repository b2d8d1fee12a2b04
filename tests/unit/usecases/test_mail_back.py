"""Mails that say that one of ours came back, or was not wanted: standings change, no case does."""

from dataclasses import replace

import pytest

from fakes.outside import ROOT
from throughline.domain.case import Case, State
from throughline.domain.mail.incoming import Bounced, MailKind, ReadMail, Threading
from throughline.domain.reach import Reach
from throughline.domain.subject import subject_of
from unit.usecases.mailroom import PACKING, ROS, MailRoom, from_packing, from_ros, mail

BOSS = "boss@shop.example"


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


def back(of: ReadMail, address: str, *, lasting: bool = True) -> ReadMail:
    return replace(of, kind=MailKind.BOUNCE, address="mailer-daemon@mx.example", bounced=Bounced((address,), lasting))


def reach(room: MailRoom, address: str) -> Reach:
    return room.ledger.standings.of(subject_of(ROOT, address))


def test_a_mail_that_came_back_from_a_department_is_sent_to_whoever_stands_in(room: MailRoom) -> None:
    assert room.map
    room.map = replace(room.map, cx_manager=BOSS)
    room.atlas.maps.replace(room.map)
    opened = room.opened()
    case_letter = room.letter_to(PACKING)
    room.sends(case_letter)
    came = back(from_packing(opened, "resolved"), PACKING)
    assert [room.takes(came), room.takes(came)] == ["set aside: a mail that came back"] * 2
    assert (reach(room, PACKING).lasting, reach(room, PACKING).bounces) == (True, 1)
    assert room.case(opened.line).state is State.ROUTED
    assert room.sends(case_letter) == "sent: case"
    assert [one.to for one in room.postbox.sent] == [PACKING, BOSS]


@pytest.mark.parametrize(("lasting", "said"), [(True, "unreachable since"), (False, "bounced 1 times")])
def test_whoever_raised_it_can_be_out_of_reach_too(room: MailRoom, *, lasting: bool, said: str) -> None:
    opened = room.opened()
    room.takes(back(from_ros(opened, ""), ROS, lasting=lasting))
    assert str(reach(room, ROS)).startswith(said)


def test_what_was_mended_stays_so_when_earlier_mails_come_again(room: MailRoom) -> None:
    opened = room.opened()
    earlier, later = (back(from_packing(opened, words), PACKING) for words in ("resolved", "closed"))
    for came in (earlier, later):
        room.takes(came)
    assert room.ledger.standings.mended(subject_of(ROOT, PACKING))
    for came in (earlier, later, earlier):
        room.takes(came)
    assert str(reach(room, PACKING)) == "reachable"


@pytest.mark.parametrize("address", [PACKING, "pat@home.example"])
def test_nobody_can_cut_a_colleague_off_by_a_mail_that_answers_nothing(room: MailRoom, address: str) -> None:
    room.opened()
    room.takes(back(mail(), address))
    assert (reach(room, address).lasting, reach(room, address).bounces) == (False, 1)


def test_a_bounce_of_a_stranger_leaves_no_trace_of_them(room: MailRoom) -> None:
    opened: Case = room.opened()
    room.takes(back(mail(), "who@else.example"))
    room.takes(back(from_packing(opened, ""), "who@else.example"))
    assert str(reach(room, "who@else.example")) == "reachable"


def test_a_bounce_is_found_by_the_id_that_it_answers(room: MailRoom) -> None:
    opened = room.opened()
    room.ledger.letters.reported(opened.line, "letter#heard", "0102-x")
    came = replace(mail(), threading=Threading((), ("0102-x@email.amazonses.com",)))
    room.takes(back(came, ROS))
    assert reach(room, ROS).lasting


def test_a_complaint_ends_the_digests_of_whoever_works_here(room: MailRoom) -> None:
    came = replace(mail(), kind=MailKind.COMPLAINT, bounced=Bounced(("pat@home.example", "who@else.example")))
    assert room.takes(came) == "set aside: a complaint about a mail of ours"
    assert {one.name: one.digest for one in room.atlas.directory.people()} == {"ada": "weekly", "pat": "off"}
    assert [reach(room, one).complained for one in ("pat@home.example", "who@else.example")] == [True, False]


def test_a_complaint_that_comes_again_leaves_what_its_reader_chose_since(room: MailRoom) -> None:
    came = replace(mail(), kind=MailKind.COMPLAINT, bounced=Bounced(("pat@home.example",)))
    room.takes(came)
    (pat,) = (one for one in room.atlas.directory.people() if one.digest == "off")
    room.atlas.directory.choose(pat.id, "monthly")
    room.takes(came)
    assert [one.digest for one in room.atlas.directory.people() if one.id == pat.id] == ["monthly"]
