"""Whoever a mail is for and whatever its subject: its headers are those we wrote, each once."""

from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile.payloads import WORDS
from hostile.strings import HOSTILE
from hostile.tries import note, tried
from throughline.adapters.paper_words import one_line
from throughline.adapters.ses import raw_mail
from throughline.domain.address import is_address
from throughline.domain.letter import Mail
from throughline.usecases.send_letter import AUTOMATIC

SENDER = "Throughline <line@shop.example>"
LISTED = {
    **AUTOMATIC,
    "List-Unsubscribe": "<https://line.example/u/AbC>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": "The good news of the week <digest.shop.example>",
}
OURS = ["From", "To", "Subject", "Reply-To", *LISTED, "MIME-Version", "Content-Type"]
SMUGGLED = (
    "=?utf-8?q?=0D=0ABcc=3Aall?=@evil.example",
    "=?utf-8?b?DQpCY2M6IHhAZXZpbC5leGFtcGxl?=@evil.example",
    "a=?utf-8?q?=0D=0A?=@evil.example",
    "a\r\nBcc:b@evil.example",
    "a\nb@evil.example",
    "a\0b@evil.example",
    "a\u202eb@evil.example",
    "a\u200bb@evil.example",
    "\ud800@evil.example",
    "a@evil.example,b@evil.example",
    "a@evil.example\u2028b@evil.example",
    '"a b"@evil.example',
    "<a@evil.example>",
)
LOCALS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20) | st.sampled_from(SMUGGLED).map(
    lambda address: address.rpartition("@")[0]
)


def names(mail: Mail) -> list[str]:
    return [name for name, _ in message_from_bytes(raw_mail(mail, SENDER)).items()]


@pytest.mark.parametrize("address", SMUGGLED)
def test_an_address_that_smuggles_is_none(address: str) -> None:
    assert not is_address(address)


@tried(2)
@given(LOCALS)
def test_any_address_that_is_one_makes_one_header(local: str) -> None:
    note("addresses")
    address = f"{local}@shop.example"
    if is_address(address):
        assert names(Mail(address, "calm", "calm\n", "calm\n", LISTED, reply_to=address)) == OURS


def test_a_hostile_subject_stays_one_header() -> None:
    for name, words in HOSTILE.items():
        subject = one_line(words)[:500]
        raw = raw_mail(Mail("a@shop.example", subject, "calm\n", "calm\n", LISTED, reply_to="b@shop.example"), SENDER)
        assert [header for header, _ in message_from_bytes(raw).items()] == OURS, name
        assert all(len(line) <= 998 for line in raw.split(b"\r\n")), name


@tried(2)
@given(WORDS.map(lambda text: one_line(text)[:500]))
def test_any_subject_stays_one_header(subject: str) -> None:
    note("subjects")
    mail = Mail("a@shop.example", subject, "calm\n", "calm\n", LISTED, reply_to="b@shop.example")
    assert names(mail) == OURS
