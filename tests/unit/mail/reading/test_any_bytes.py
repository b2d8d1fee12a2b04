"""Any bytes are some mail: one answer, fit for what follows, in time and memory that grow with the bytes only."""

import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hostile.mails import HUGE, REAL, mutated
from throughline.domain.address import is_address
from throughline.domain.mail.incoming import MailKind, ReadMail
from throughline.domain.mail.opening.attachments import attachment_bytes
from throughline.domain.mail.reading import read_mail
from unit.mail.reading.raw import HEAD, WROTE, read

NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(1_500))
HEADERS = st.sampled_from(["From", "Subject", "Content-Type", "Content-Transfer-Encoding", "Message-ID", "Return-Path"])
VALUES = st.sampled_from(
    "text/html multipart/mixed;boundary=b multipart/report base64 quoted-printable =?x?q?=?= charset=utf-16 "
    "filename*0*=utf-8''%zz message/rfc822 x-uuencode text/plain;charset=utf-7".split()
)
ENDLESS = b"From: a@b.example\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=n%d\n\n--n%d\n%s" % (at, at, b"" if at else b"\nFirst words.\n--n0\n")
    for at in range(50_000)
)
NASTY = {
    "endless": (ENDLESS, "First words."),
    "long subject": (b"Subject: " + b"a" * 209_000 + b"\n\nWords.", "Words."),
    "long subject in pieces": (b"Subject: a" + b"\n =?utf-8?q?=C3=A4?=" * 11_000 + b"\n\nWords.", "Words."),
    "long address": (b"From: " + b"(" * 135_000 + b" <a@b.example>\nTo: " + b'"' * 90_000 + b"\n\nWords.", "Words."),
    "no line end": (b"Subject: " + b"a" * 3_000_000, ""),
    "many headers": (b"X: y\n" * 300_000 + b"\nWords.", "Words."),
    "many bounds": (HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--xy\n" * 5_000, None),
    "many files begun": (HEAD + b"\n" + b"begin 644 x\n#0V%T\n" * 3_000, None),
    "many seals begun": (HEAD + b"\n" + b"-----BEGIN PGP MESSAGE-----\n" * 5_000, ""),
    "many heads": (b"Subject: Fwd: x\n\n" + b"From: a@b.example\n" * 5_000, None),
    "many forwards": (b"Subject: Fwd: x\n\n" + b"---- Forwarded message ----\nFrom: a@b.example\n\n" * 2_000, None),
    "zeros": (HEAD + b"\n" + b"\0" * 1_000_000, ""),
}


def fit(mail: ReadMail) -> None:
    """What follows relies on it."""
    told = (mail.identity, mail.name, mail.subject, mail.address, mail.reason, mail.forwarded_from)
    split = (mail.split.new, mail.split.quoted, mail.split.signature)
    for text in (*told, *split, *(one.name for one in mail.attachments)):
        text.encode()
    assert not mail.address or is_address(mail.address)
    assert not any("\n" in text or "\0" in text for text in told)
    assert mail.kind in MailKind


@given(st.binary(max_size=2_000))
@example(NESTED)
@example(b"Content-Type: message/rfc822\n\n" * 1_500)
@example(b"From: " + b"(" * 1_900 + b"\n\nhi")
@example(b"Subject: " + b"=?a?q?" * 20_000 + b"\n\nhi")
@example(b"")
@example(b"\n")
def test_any_bytes_are_read_as_some_mail(content: bytes) -> None:
    fit(read_mail(content))
    fit(read(content))


@given(
    st.lists(st.tuples(HEADERS, VALUES | st.text(max_size=40)), max_size=6),
    st.text(max_size=200) | st.just("--b\n\n--b--"),
)
def test_any_headers_are_read_as_some_mail(headers: list[tuple[str, str]], body: str) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in headers)
    fit(read(f"{head}\n{body}".encode("utf-8", "surrogatepass")))


@given(mutated())
def test_real_mails_changed_are_read_and_their_files_fetched(raw: bytes) -> None:
    mail = read(raw)
    fit(mail)
    for one in mail.attachments:
        attachment_bytes(raw, one.part)


@pytest.mark.parametrize("raw", REAL)
def test_the_end_may_be_cut_anywhere(raw: bytes) -> None:
    for end in range(0, len(raw), 3):
        fit(read(raw[:end]))


@pytest.mark.parametrize("at", range(len(HUGE)))
def test_huge_mails_are_read(at: int) -> None:
    fit(read(HUGE[at]))


@pytest.mark.parametrize("name", NASTY)
def test_nasty_mails_keep_their_words_and_need_little(name: str) -> None:
    raw, words = NASTY[name]
    tracemalloc.start()
    try:
        mail = read(raw)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    fit(mail)
    assert words is None or mail.split.new == words
    assert most < 64_000_000


def test_large_files_are_not_decoded_to_be_listed() -> None:
    head = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n" + WROTE.encode()
    file = b"\n--x\nContent-Type: a/b; name=b.bin\nContent-Transfer-Encoding: base64\n\n" + b"QUFB\n" * 4_000_000
    raw = head + file + b"--x--\n"
    tracemalloc.start()
    try:
        mail = read(raw)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (mail.split.new, [(one.name, one.size) for one in mail.attachments]) == (WROTE, [("b.bin", 12_000_000)])
    assert most < 1_000_000
