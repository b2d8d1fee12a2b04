"""What kind of mail it is: machines are seen as machines, and no person is taken for one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_with_its_length
from operate.bench.figures import all_hold
from operate.bench.kinds import kind_figures
from throughline.domain.mail.incoming import MailKind, Own
from throughline.domain.mail.opening.parts import take_apart
from throughline.domain.mail.sorting.bounce import bounced
from throughline.domain.mail.sorting.kind import kind_of
from throughline.domain.mail.sorting.thread import thread_of
from throughline.domain.mail.sorting.verdicts import verdicts_of

OWN = Own("The Line <line@in.shop.example>", "in.shop.example")
SAMPLES = sorted((Path(__file__).parent / "samples").glob("*/*.eml"))
DEE = "From: Dee <dee@shop.example>\n"


def told(raw: bytes | str, own: Own = OWN) -> tuple[MailKind, str]:
    return kind_of(take_apart(raw.encode() if isinstance(raw, str) else raw).message, own)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_mail_is_of_its_kind_whatever_ends_its_lines(file: Path) -> None:
    raw = file.read_bytes()
    for line_end in (b"\n", b"\r\n", b"\r"):
        assert told(raw.replace(b"\n", line_end))[0] == file.parent.name


def test_the_samples_are_many_and_of_every_kind() -> None:
    assert {file.parent.name for file in SAMPLES} == set(MailKind)
    assert len(SAMPLES) > 200


def test_the_figures_hold() -> None:
    figures = list(kind_figures())
    assert all_hold(figures)
    assert sum(one.value for one in figures if one.unit == "mails" and one.limit is None) == len(SAMPLES)


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("Auto-Submitted: auto-replied\n", MailKind.AUTO),
        ("Auto-Submitted: Auto-Generated (rejected)\n", MailKind.AUTO),
        ("Auto-Submitted: no\n", MailKind.HUMAN),
        ("X-Autoreply: yes\n", MailKind.AUTO),
        ("X-Auto-Response-Suppress: All\n", MailKind.HUMAN),
        ("Precedence: bulk\n", MailKind.AUTO),
        ("Precedence: bulk\nSender: owner-tills@lists.example\n", MailKind.LIST),
        ("Precedence: bulk\nList-Id: <all.shop.example>\n", MailKind.LIST),
        ("Return-Path: <>\n", MailKind.AUTO),
        ("Return-Path: <>\nSubject: Automatic reply: lamp\n", MailKind.AUTO),
        ("Return-Path: <>\nSubject: Undeliverable: lamp\n", MailKind.BOUNCE),
        ("Return-Path: <dee@shop.example>\n", MailKind.HUMAN),
        ("X-Loop: LINE@in.shop.example\n", MailKind.SELF),
        ('Content-Type: multipart/report; boundary="b"; report-type=delivery-status\n', MailKind.BOUNCE),
        ('Content-Type: multipart/report; boundary="b"; report-type=disposition-notification\n', MailKind.AUTO),
        ('Content-Type: multipart/report; boundary="b"; report-type=feedback-report\n', MailKind.COMPLAINT),
    ],
)
def test_headers_tell_what_no_person_wrote(more: str, kind: MailKind) -> None:
    assert told(f"{DEE}{more}\nThe card reader froze.")[0] is kind


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@mx.example", "postmaster@localhost", "MAILER-DAEMON (Mail System)", "MAILER-DAEMON <>"]
)
def test_a_mail_of_the_mail_system_is_a_bounce(sender: str) -> None:
    assert told(f"From: {sender}\n\n")[0] is MailKind.BOUNCE


def test_a_report_that_all_arrived_is_no_bounce() -> None:
    report = (Path(__file__).parent / "samples/bounce/postfix-report.eml").read_text(encoding="utf-8")
    assert told(report.replace("Action: failed", "Action: relayed"))[0] is MailKind.AUTO


@pytest.mark.parametrize(
    ("senders", "reason"),
    [
        (DEE, "nothing says that a machine sent it"),
        ("", "it names no sender"),
        ("From: line@in.shop.example\nFrom: dee@shop.example\n", "it names two senders"),
    ],
)
def test_a_doubtful_sender_is_never_ourselves(senders: str, reason: str) -> None:
    assert told(f"{senders}\nThe card reader froze.") == (MailKind.HUMAN, reason)


def test_nobody_is_ourselves_while_we_have_no_address() -> None:
    assert told("From: line@in.shop.example\n\nhello", Own())[0] is MailKind.HUMAN
    assert told("X-Loop: x\n\nhello", Own())[0] is MailKind.HUMAN


def test_damaged_bodies_are_read_as_far_as_they_can_be() -> None:
    blank = "Content-Type: message/delivery-status\n\nContent-Transfer-Encoding: quoted-printable\nAction: failed"
    assert told(f"{DEE}Content-Type: multipart/mixed; boundary=b\n\n--b\n{blank}\n--b--\n")[0] is MailKind.BOUNCE
    wide = b"Content-Type: text/plain; charset=utf-7\nFrom: a@b.example\n\n+2AA- \xfc +2CI-"
    assert told(wide)[0] is MailKind.HUMAN
    assert told(b"Content-Type: text/plain; charset*=x'y'z\n\n\xfc")[0] is MailKind.HUMAN


@given(st.binary(max_size=600), st.sampled_from(SAMPLES), st.integers(min_value=0), st.integers(0, 40))
def test_any_bytes_have_one_kind(noise: bytes, file: Path, place: int, lost: int) -> None:
    raw = file.read_bytes()
    at = place % len(raw)
    for damaged in (noise, raw[:at] + noise + raw[at + lost :]):
        message = take_apart(damaged).message
        kind, reason = kind_of(message, OWN)
        assert kind in MailKind
        assert reason
        assert len(bounced(message).addresses) <= 50
        assert len(thread_of(message).recipients) <= 200
        verdicts_of(message)


HOSTILE = {
    "a subject without end": (DEE + "Subject: ", "Re: [", "\n\nhello"),
    "a sender in brackets": ("From: ", "(", "\n\nhello"),
    "tags that never close": (DEE + "Content-Type: text/html\n\n", "<a ", ""),
    "dashes": (DEE + "X-Failed-Recipients: x\n\n", "-" * 20_000 + "\n", ""),
    "one line of dashes": (DEE + "X-Failed-Recipients: x\n\n", "-", ""),
    "addresses": ("From: mailer-daemon@x\n\n", "a@b.example ", ""),
    "almost addresses": ("From: mailer-daemon@x\n\n", "a", ""),
    "blank lines": ("Content-Type: message/delivery-status\n\n", "\n \t", ""),
    "headers": ("Received: for <" * 5 + "\n", "References: <a\n", "\nhello"),
}
LONG = {"a subject without end": 200_000, "a sender in brackets": 135_000, "headers": 75_000}


@pytest.mark.parametrize("of", HOSTILE)
def test_no_mail_takes_longer_than_its_length(of: str) -> None:
    head, piece, end = HOSTILE[of]

    def read(length: int) -> None:
        message = take_apart((head + piece * (length // len(piece)) + end).encode()).message
        kind_of(message, OWN)
        bounced(message)
        thread_of(message)
        verdicts_of(message)

    assert grows_with_its_length(read, LONG.get(of, 900_000))
