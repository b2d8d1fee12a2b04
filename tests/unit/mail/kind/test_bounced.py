"""Whom a returned mail did not reach, whether for good, and who complained."""

from pathlib import Path

import pytest

from throughline.domain.mail.incoming import Bounced
from throughline.domain.mail.opening.parts import take_apart
from throughline.domain.mail.sorting.bounce import bounced

SAMPLES = Path(__file__).parent / "samples"
ADA = "ada@customer.example"
# What does not say that it will never arrive: a delay, a full mailbox, no cause given.
NOT_FOR_GOOD = frozenset(
    "delayed-postfix delayed-sendmail-text full-mailbox-report kddi aol dutch italian polish portuguese swedish"
    " mimecast null-path-no-words".split()
)


def read(raw: str) -> Bounced:
    return bounced(take_apart(raw.encode()).message)


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("bounce/*.eml")), ids=lambda file: file.stem)
def test_a_bounce_names_whom_it_did_not_reach(file: Path) -> None:
    found = bounced(take_apart(file.read_bytes()).message)
    assert found == Bounced((ADA,), lasting=file.stem not in NOT_FOR_GOOD)


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("complaint/*.eml")), ids=lambda file: file.stem)
def test_a_complaint_names_who_complained_and_says_nothing_of_their_mailbox(file: Path) -> None:
    assert bounced(take_apart(file.read_bytes()).message) == Bounced((ADA,), lasting=False)


def report(*blocks: str) -> str:
    told = "\n\n".join(("Reporting-MTA: dns; mx.example", *blocks))
    return (
        'From: MAILER-DAEMON@mx.example\nTo: line@in.shop.example\nContent-Type: multipart/report; boundary="b"\n\n'
        f"--b\nContent-Type: message/delivery-status\n\n{told}\n--b--\n"
    )


def one(address: str, action: str, status: str) -> str:
    return f"Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}"


@pytest.mark.parametrize(
    ("action", "status", "lasting"),
    [
        ("failed", "5.1.1", True),
        ("Failed", "5.0.0 (undefined)", True),
        ("failed", "", True),
        ("failed", "4.4.7", False),
        ("failed", "5.2.2", False),
        ("delayed", "4.4.1", False),
        ("delayed", "5.1.1", False),
    ],
)
def test_only_what_failed_for_good_lasts(action: str, status: str, lasting: bool) -> None:
    assert read(report(one(ADA, action, status))) == Bounced((ADA,), lasting=lasting)


def test_of_many_recipients_those_count_that_failed_for_good() -> None:
    told = (
        one("bea@b.example", "delayed", "4.4.1"),
        one(ADA, "failed", "5.1.1"),
        one("c@c.example", "relayed", "2.0.0"),
    )
    assert read(report(*told)) == Bounced((ADA,), lasting=True)
    assert read(report(told[0], told[2])) == Bounced(("bea@b.example",), lasting=False)


def test_the_address_that_we_wrote_to_counts_not_the_one_it_was_passed_on_to() -> None:
    passed_on = f"Original-Recipient: rfc822;{ADA}\n" + one("ada@elsewhere.example", "failed", "5.1.1")
    assert read(report(passed_on)).addresses == (ADA,)


def test_addresses_in_the_returned_copy_have_not_failed() -> None:
    raw = (
        "From: MAILER-DAEMON@mx.example\nTo: line@in.shop.example\n\nThe following could not be reached:\n\n"
        f"{ADA}: 550 no such user\n\n--- Below this line is a copy of the message.\n\n"
        "From: line@in.shop.example\nReply-To: r+token@in.shop.example\nCc: bea@b.example\n"
    )
    assert read(raw) == Bounced((ADA,), lasting=True)


def test_whom_the_copy_was_for_counts_when_nobody_else_is_named() -> None:
    start = (
        "From: MAILER-DAEMON@mx.example\nTo: line@in.shop.example\n\nCan't send.\n----- Unsent message follows -----\n"
    )
    assert read(start + f"To: Ada <{ADA}>\n").addresses == (ADA,)
    assert read(start + f"To: Ada <{ADA}>, bea@b.example\n").addresses == ()


def test_a_bounce_that_names_nobody_says_nothing() -> None:
    assert read("From: MAILER-DAEMON@mx.example\nTo: line@in.shop.example\n\nSorry.\n") == Bounced()


def test_a_folded_line_of_a_report_is_read_whole() -> None:
    told = f"Feedback-Type: abuse\nUser-Agent: Loop/1.0\nOriginal-Rcpt-To:\n <{ADA}>"
    assert read(f"From: fbl@provider.example\n\nA report.\n\n{told}\n").addresses == (ADA,)
    assert read(report(f"Final-Recipient: rfc822;\n {ADA}\nAction: failed\nStatus: 5.1.1")) == Bounced(
        (ADA,), lasting=True
    )
