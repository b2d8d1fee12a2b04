"""Who may answer for whom, and which case an answer belongs to: by token or our own ids, never by subject."""

from dataclasses import replace

import pytest

from fakes.values import CARRIED, RIDDLE, SCRATCHED, known_reporter, small_map
from throughline.domain.case import Case, State
from throughline.domain.letter import LetterKind
from throughline.domain.mail.incoming import Threading, Verdicts
from throughline.domain.reply_token import Party
from throughline.usecases.find_thread import reply_to_letter
from unit.usecases.mailroom import (
    PACKING,
    ROS,
    MailRoom,
    from_packing,
    from_ros,
    line_for,
    mail,
    mailboxes,
    said,
    token,
)

WRAPPED = "fixed: we wrap the foot now"


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


@pytest.fixture
def opened(room: MailRoom) -> Case:
    return room.opened()


@pytest.mark.parametrize(
    ("address", "joins"),
    [
        (PACKING, True),
        ("PACKING@Shop.example", True),
        ("someone.else@shop.example", True),
        ("pat@home.example", True),
        ("boss@cx.example", True),
        ("ada@shop.example", True),
        ("stranger@home.example", False),
        ("packing@shop.example.evil.example", False),
        ("", False),
    ],
)
def test_a_stranger_who_quotes_a_token_does_not_join(room: MailRoom, address: str, *, joins: bool) -> None:
    room.atlas.maps.replace(small_map(cx_manager="boss@cx.example"))
    opened = room.opened()
    outcome = room.takes(from_packing(opened, "Got it.", address=address))
    assert outcome == ("department: acknowledge" if joins else "recorded")
    assert (room.case(opened.line).state is State.ACKNOWLEDGED) == joins


def test_a_mailbox_at_a_provider_for_everybody_speaks_for_itself_only(room: MailRoom) -> None:
    room.map = mailboxes("packing.crew@gmail.com")
    room.atlas.maps.replace(room.map)
    opened = room.opened()
    assert room.takes(from_packing(opened, "Got it.", address="someone@gmail.com")) == "recorded"
    assert room.takes(from_packing(opened, "Got it.", address="packing.crew@gmail.com")) == "department: acknowledge"


def test_whoever_raised_it_speaks_from_their_own_address_only(room: MailRoom, opened: Case) -> None:
    assert room.takes(from_ros(opened, "More.", address="other@shop.example")) == "recorded"
    assert room.takes(from_ros(opened, "More.", address=ROS.upper())) == "submitter: reply"


def test_a_department_does_not_answer_for_whoever_raised_it(room: MailRoom, opened: Case) -> None:
    assert room.takes(mail("Yes.", to=token(opened, Party.SUBMITTER), address=PACKING)) == "recorded"


def test_a_sender_whom_the_mail_service_denies_never_acts(room: MailRoom) -> None:
    opened = room.case(room.routed(SCRATCHED, reporter=replace(known_reporter(), email="ros@else.example")))
    denied = Verdicts("PASS", "PASS", "FAIL")
    assert room.takes(from_ros(opened, "More.", address="ros@else.example", verdicts=denied)) == "recorded"
    assert room.takes(from_packing(opened, WRAPPED, verdicts=denied)).startswith("held")
    assert room.case(opened.line).state is State.ROUTED


def test_what_was_held_never_acts_when_it_is_let_in(room: MailRoom, opened: Case) -> None:
    came = from_packing(opened, WRAPPED, verdicts=Verdicts("PASS", "FAIL", "PASS"))
    assert room.takes(came).startswith("held")
    assert room.takes(came, released=True) == "recorded"
    assert room.case(opened.line).state is State.ROUTED


# ── where it belongs ──
def test_an_answer_is_found_by_the_mail_services_own_id(room: MailRoom, opened: Case) -> None:
    room.ledger.letters.reported(opened.line, "letter#case#1", "0102-abc")
    answers = ("unknown@else.example", "0102-abc@eu-west-1.amazonses.com")
    came = mail("Got it.", address=PACKING, threading=Threading(("feedback@in.example",), answers))
    assert room.takes(came) == "department: acknowledge"


def test_a_subject_alone_never_finds_a_case(room: MailRoom, opened: Case) -> None:
    came = mail("Got it.", address=PACKING, subject=f"Re: [Packing] A lamp ({opened.code})")
    assert room.takes(came) == "recorded"


@pytest.mark.parametrize(
    ("name", "party", "number"),
    [
        ("letter#case#2", Party.DEPARTMENT, 2),
        ("letter#asked#1", Party.DEPARTMENT, 1),
        ("letter#replied#3#7", Party.DEPARTMENT, 3),
        ("letter#heard", Party.SUBMITTER, 0),
        ("letter#answered#1#2", Party.SUBMITTER, 1),
        ("letter#question#1#2", Party.SUBMITTER, 1),
        ("letter#unnamed", None, 0),
    ],
)
def test_what_answering_a_letter_means(name: str, party: Party | None, number: int) -> None:
    reply = reply_to_letter("F#1", name)
    assert (reply and (reply.party, reply.number)) == (party and (party, number))


def test_an_expired_token_makes_a_new_note_that_refers_to_the_old(room: MailRoom, opened: Case) -> None:
    came = mail("Got it.", to=token(opened, days=1), address=PACKING)
    room.clock.passes(days=3)
    assert room.takes(came) == "recorded"
    feedback = room.line(line_for(came)).feedback
    assert feedback
    assert feedback.report.reference == opened.code
    room.routes(line_for(came))
    (heard,) = [one for one in room.letters() if one.line == line_for(came) and one.kind is LetterKind.HEARD]
    assert heard.fields["refers"] == opened.code


def test_a_closed_case_is_not_opened_again_but_referred_to(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, WRAPPED))
    confirmed = from_ros(opened, "Yes, thank you!")
    assert room.takes(confirmed) == "submitter: confirm"
    assert room.takes(confirmed) == "repeated"
    later = from_ros(opened, "It happened again.")
    assert room.takes(later) == "recorded"
    feedback = room.line(line_for(later)).feedback
    assert feedback
    assert feedback.report.reference == opened.code


def test_nothing_joins_an_erased_line(room: MailRoom, opened: Case) -> None:
    room.ledger.change(opened.line, erased=True, feedback=None)
    came = from_packing(opened, "Got it.")
    assert room.takes(came) == "recorded"


def test_an_answer_to_what_was_heard_reaches_the_first_open_case(room: MailRoom) -> None:
    line = room.routed(f"{SCRATCHED} And the card reader froze.", reporter=known_reporter())
    first, second = room.line(line).cases
    room.takes(from_packing(first, WRAPPED, address=f"{first.department.lower()}@shop.example"))
    assert room.takes(from_ros(first, "More about it.", number=0)) == "submitter: reply"
    assert said(room, second) == ["More about it."]


@pytest.mark.parametrize("text", [CARRIED, RIDDLE])
def test_new_words_about_a_line_without_a_case_are_a_new_note(room: MailRoom, text: str) -> None:
    line = room.routed(text, reporter=known_reporter())
    pretended = replace(MailRoom().opened(), line=line)
    assert room.takes(from_ros(pretended, "More about it.", number=0)) == "recorded"


def test_an_answer_follows_the_case_to_whom_it_was_handed_on(room: MailRoom, opened: Case) -> None:
    room.takes(from_packing(opened, "not ours, it's Delivery"))
    assert room.takes(from_ros(opened, "It was the brown one.")) == "submitter: reply"
    (replied,) = room.answers_of(LetterKind.REPLIED)
    assert replied.to == "delivery@shop.example"
