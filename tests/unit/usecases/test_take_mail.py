"""What a stored mail becomes: a note, a row for a person, or nothing at all."""

from dataclasses import replace
from typing import Any

import pytest

from fakes.case_figures import but_counting
from throughline.domain.feedback import Channel
from throughline.domain.mail.incoming import Attachment, MailKind, ReadMail, Shape, Split, Threading, Verdicts
from unit.usecases.mailroom import PASSED, MailRoom, line_for, mail

FROZE = "The card reader froze."
STAFF = "anybody@shop.example"


@pytest.fixture
def room() -> MailRoom:
    return MailRoom()


def asides(room: MailRoom) -> list[tuple[str, bool]]:
    return [(one.reason, one.held) for one in room.ledger.facts.asides()]


def test_a_persons_mail_becomes_a_report_with_its_subject(room: MailRoom) -> None:
    came = mail(FROZE)
    assert room.takes(came) == "recorded"
    feedback = room.line(line_for(came)).feedback
    assert feedback
    assert (feedback.report.text, feedback.report.channel) == (f"Till 3\n\n{FROZE}", Channel.MAIL)
    assert (feedback.report.reporter.email, feedback.report.reporter.verified) == ("dee@shop.example", True)
    assert feedback.stored == f"inbound/{came.identity}"


def test_a_sender_whom_the_mail_service_cannot_vouch_for_is_claimed_only(room: MailRoom) -> None:
    came = mail(FROZE, verdicts=replace(PASSED, dmarc="NONE"))
    room.takes(came)
    feedback = room.line(line_for(came)).feedback
    assert feedback
    assert not feedback.report.reporter.verified


def test_a_subject_that_the_words_repeat_is_left_out(room: MailRoom) -> None:
    room.takes(mail(FROZE, subject="the card READER froze"))
    assert room.feedbacks() == [FROZE]


OURS = Threading(answers=("0107019-abc@eu-west-1.amazonses.com",))


@pytest.mark.parametrize(
    "told",
    [
        {"subject": "Re: 12 thanks and “The driver carried it”"},
        {"subject": "AW: 12 Mal Dank"},
        {"subject": "[EXT] Antwort: 12 Mal Dank"},
        {"subject": "رد: شكرًا"},
        {"subject": "12 thanks and “The driver carried it”", "threading": OURS},
    ],
)
def test_the_subject_of_an_answer_is_not_the_writers(room: MailRoom, told: dict[str, Any]) -> None:
    room.takes(mail(FROZE, **told))
    assert room.feedbacks() == [FROZE]
    nothing = mail("", identity="<empty@shop.example>", **told)
    assert room.takes(nothing) == "set aside: there are no words in it"


@pytest.mark.parametrize("subject", ["Ref: order 1234", "Betr.: Kasse 3", "Fwd: Till 3", "Returns: the desk"])
def test_a_subject_that_only_looks_like_an_answers_is_the_writers(room: MailRoom, subject: str) -> None:
    room.takes(mail(FROZE, subject=subject))
    assert room.feedbacks() == [f"{subject}\n\n{FROZE}"]


def test_a_mail_that_is_delivered_three_times_is_one_report(room: MailRoom) -> None:
    came = mail(FROZE)
    less_sure = replace(came, verdicts=replace(PASSED, dmarc="TEMPERROR"))
    outcomes = [room.takes(one, stored=f"inbound/{at}") for at, one in enumerate((came, came, less_sure))]
    assert outcomes == ["recorded", "repeated", "repeated"]
    assert len(but_counting(room.ledger.pending.waiting())) == 1
    assert room.ledger.facts.copies[line_for(came)] == {"inbound/1", "inbound/2"}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"kind": MailKind.AUTO}, "an automatic mail: nobody wrote it"),
        ({"kind": MailKind.BOUNCE}, "a mail that came back"),
        ({"kind": MailKind.COMPLAINT}, "a complaint about a mail of ours"),
        ({"kind": MailKind.LIST}, "sent to a mailing list"),
        ({"split": Split(), "subject": ""}, "there are no words in it"),
        ({"split": Split(), "shape": Shape.ENCRYPTED}, "it is encrypted: nobody here can read it"),
    ],
)
def test_what_no_person_wrote_or_can_read_is_set_aside_with_the_reason(
    room: MailRoom, told: dict[str, Any], reason: str
) -> None:
    came = mail(FROZE, **told)
    assert [room.takes(came), room.takes(came)] == [f"set aside: {reason}"] * 2
    assert asides(room) == [(reason, False)]
    assert but_counting(room.ledger.pending.waiting()) == []


def test_our_own_mail_that_comes_back_is_dropped(room: MailRoom) -> None:
    assert room.takes(mail(FROZE, kind=MailKind.SELF)) == "dropped: our own mail came back to us"
    assert (asides(room), room.feedbacks()) == ([], [])


def test_a_mail_that_is_only_a_file_is_told_by_its_subject_or_by_the_files_name(room: MailRoom) -> None:
    files = (Attachment("lamp.jpg", "image/jpeg", 9, 1), Attachment("box.jpg", "image/jpeg", 9, 2))
    room.takes(mail("", attachments=files))
    room.takes(mail("", attachments=files, subject=""))
    assert room.feedbacks() == ["Till 3", "lamp.jpg, box.jpg"]


def test_another_mail_under_the_same_message_id_is_set_aside_not_lost(room: MailRoom) -> None:
    came = mail(FROZE)
    room.takes(came)
    assert room.takes(replace(came, split=Split("Quite other words.")), stored="inbound/2").startswith("set aside")
    assert [one.what for one in room.ledger.facts.asides()] == ["inbound/2"]


@pytest.mark.parametrize(
    ("verdicts", "address", "outcome"),
    [
        (Verdicts("FAIL", "PASS", "PASS"), "dee@else.example", "set aside: the mail service found a virus in it"),
        (Verdicts("GRAY", "PASS", "PASS"), "dee@else.example", "held: the mail service can't tell"),
        (Verdicts("PASS", "FAIL", "PASS"), "dee@else.example", "held: the mail service takes it for spam"),
        (Verdicts("PASS", "PASS", "FAIL"), STAFF, "held: it says that it comes from one of us"),
        (Verdicts("PASS", "PASS", "FAIL"), "x@sub.shop.example", "held: it says that it comes from one of us"),
        (Verdicts("PASS", "PASS", "FAIL"), "x@in.example", "held: it says that it comes from one of us"),
        (Verdicts("PASS", "PASS", "FAIL"), "pat@home.example", "held: it says that it comes from one of us"),
        (Verdicts("PASS", "PASS", "FAIL"), "other@home.example", "recorded"),
        (Verdicts("PASS", "GRAY", "NONE"), STAFF, "recorded"),
        (Verdicts(), STAFF, "recorded"),
    ],
)
def test_what_the_mail_service_doubts_waits_for_a_person(
    room: MailRoom, verdicts: Verdicts, address: str, outcome: str
) -> None:
    assert room.takes(mail(FROZE, verdicts=verdicts, address=address)).startswith(outcome)
    assert bool(room.feedbacks()) == (outcome == "recorded")


def test_what_was_held_becomes_a_note_when_a_person_lets_it_in(room: MailRoom) -> None:
    came = mail(FROZE, verdicts=Verdicts("PASS", "FAIL", "PASS"))
    room.takes(came)
    assert [held for _, held in asides(room)] == [True]
    assert [room.takes(came, released=True), room.takes(came, released=True)] == ["recorded", "repeated"]
    assert (asides(room), len(room.feedbacks())) == ([], 1)


def test_a_virus_is_never_let_in(room: MailRoom) -> None:
    came = mail(FROZE, verdicts=Verdicts("FAIL", "PASS", "PASS"))
    assert room.takes(came, released=True).startswith("set aside: the mail service found a virus")
    assert room.feedbacks() == []


def heard_after(room: MailRoom, *mails: ReadMail) -> list[str]:
    """The lines whose writer was told that they were heard."""
    for one in mails:
        room.takes(one)
        room.routes(line_for(one))
    return [one.line for one in room.letters() if one.name == "letter#heard"]


def test_a_sender_gets_one_confirmation_a_day_and_conversation(room: MailRoom) -> None:
    first, again, other = mail(FROZE), mail(f"{FROZE} Again.", subject="RE: AW: till  3"), mail(FROZE, subject="A door")
    assert heard_after(room, first, again, other) == [line_for(first), line_for(other)]
    room.clock.passes(days=1)
    tomorrow = mail(f"{FROZE} Still.")
    assert heard_after(room, tomorrow) == [line_for(first), line_for(other), line_for(tomorrow)]


def test_what_is_heard_says_how_to_correct_it(room: MailRoom) -> None:
    came = mail(FROZE)
    room.takes(came)
    room.routes(line_for(came))
    (heard,) = [one for one in room.letters() if one.name == "letter#heard"]
    assert not heard.reply_to  # this head has no domain
    assert heard.fields["outcomes"]


@pytest.mark.parametrize(("address", "hears"), [("jo@möbel.example", True), ("jörg@home.example", False)])
def test_a_name_beyond_ascii_can_not_be_written_to_but_is_heard(room: MailRoom, address: str, *, hears: bool) -> None:
    came = mail(FROZE, address=address)
    assert len(heard_after(room, came)) == hears
    assert len(room.line(line_for(came)).cases) == 1
