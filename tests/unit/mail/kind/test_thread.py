"""What ties a mail to an earlier one: every recipient that it names, and the ids that it answers."""

import pytest

from throughline.domain.mail.incoming import Threading
from throughline.domain.mail.opening.parts import take_apart
from throughline.domain.mail.sorting.thread import thread_of

TOKEN = "r+aebagbafaydqqcik@in.shop.example"


def read(head: str) -> Threading:
    return thread_of(take_apart(f"{head}\n\nhello\n".encode()).message)


@pytest.mark.parametrize(
    "head",
    [
        f"To: The Line <{TOKEN}>",
        f"To: a@b.example, {TOKEN.upper()}",
        f'To: "{TOKEN}" <{TOKEN}>',
        f"To: 'Line' <line@in.shop.example>\nCc: <{TOKEN}>;",
        f"Delivered-To: {TOKEN}",
        f"X-Original-To: {TOKEN}",
        f"Envelope-To: {TOKEN}",
        f"X-Forwarded-To: {TOKEN}",
        f"Resent-To: {TOKEN}",
        f"Received: from a by inbound-smtp.eu-west-1.amazonaws.com\n with SMTP id x\n for <{TOKEN}>; Tue",
        f"Received: from a by b with SMTP id x for {TOKEN}; Tue",
        f"To: Gr\udcfc\udcdfe <{TOKEN}>",
    ],
)
def test_an_address_of_ours_is_found_wherever_it_was_written(head: str) -> None:
    raw = f"From: dee@shop.example\n{head}\n\nhello\n".encode("utf-8", "surrogateescape")
    assert TOKEN in thread_of(take_apart(raw).message).recipients


def test_recipients_are_named_once_in_their_order() -> None:
    found = read("From: me@x.example\nTo: B@x.example, a@x.example\nCc: a@X.example\nTo: c@x.example")
    assert found.recipients == ("b@x.example", "a@x.example", "c@x.example")


def test_an_address_elsewhere_in_the_mail_is_no_recipient() -> None:
    found = read(f"From: {TOKEN}\nSubject: {TOKEN}\nReply-To: {TOKEN}\nReceived: from {TOKEN} by b; now")
    assert found == Threading()


def test_the_nearest_mail_answered_comes_first() -> None:
    found = read("In-Reply-To: <c@ses>\nReferences: <a@ses> <b@ses>\n <c@ses>")
    assert found.answers == ("c@ses", "b@ses", "a@ses")


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("<a@ses> from Dee at Tue", ("a@ses",)),
        ("a@ses", ("a@ses",)),
        ("a@ses, b@ses", ("a@ses", "b@ses")),
        ("<a@\n ses>", ("a@ses",)),
        ("<A.b+c=d@Ses>", ("A.b+c=d@Ses",)),
        ("<a@ses><b@ses>", ("a@ses", "b@ses")),
        ("<<a@ses>>", ("a@ses",)),
        ("<>", ()),
        ("your mail of Tuesday", ()),
    ],
)
def test_damaged_ids_are_read_as_far_as_they_can_be(written: str, answers: tuple[str, ...]) -> None:
    assert read(f"In-Reply-To: {written}").answers == answers


def test_lists_without_end_are_cut() -> None:
    many = ", ".join(f"a{at}@x.example" for at in range(900))
    ids = " ".join(f"<{at}@ses>" for at in range(900))
    found = read(f"To: {many}\nReferences: {ids}")
    assert len(found.recipients) == 200
    assert found.answers == tuple(f"{at}@ses" for at in range(899, 849, -1))
