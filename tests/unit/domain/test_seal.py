"""Receipts that nobody guesses, links that nobody bends."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.seal import (
    Link,
    derived,
    line_of,
    mac,
    nonce_of,
    read_link,
    receipt_of,
    sign_link,
    spaced,
    version_of_nonce,
)

ROOT, OTHER = b"one root", b"another root"
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LINK = Link("case", "F#0123456789abcdef/1", NOW + timedelta(days=60))
TOKEN = sign_link(ROOT, LINK)


@given(st.text())
def test_a_receipt_is_sixteen_digits_and_always_the_same(identity: str) -> None:
    receipt = receipt_of(ROOT, identity)
    assert len(receipt) == 16
    assert receipt.isdecimal()
    assert receipt == receipt_of(ROOT, identity)


def test_another_sending_or_another_root_gets_another_receipt() -> None:
    receipts = {receipt_of(ROOT, "device-1"), receipt_of(ROOT, "device-2"), receipt_of(OTHER, "device-1")}
    assert len(receipts) == 3


def test_receipts_are_spread_over_all_digits() -> None:
    firsts = {receipt_of(ROOT, f"device-{number}")[0] for number in range(200)}
    assert firsts == set("0123456789")


def test_a_line_does_not_tell_its_receipt_nor_a_receipt_its_identity() -> None:
    receipt = receipt_of(ROOT, "device-1")
    line = line_of(ROOT, receipt)
    assert line.startswith("F#")
    assert receipt not in line
    assert line != line_of(OTHER, receipt)


def test_each_purpose_has_a_key_of_its_own() -> None:
    assert derived(ROOT, "link") != derived(ROOT, "nonce") != derived(OTHER, "nonce")
    assert mac(ROOT, "line", "x") != mac(ROOT, "receipt", "x")


def test_a_receipt_is_shown_in_fours() -> None:
    assert spaced("1234567890123456") == "1234 5678 9012 3456"


def test_a_link_opens_what_it_was_made_for_until_it_expires() -> None:
    assert read_link(ROOT, TOKEN, purpose="case", now=NOW) == LINK
    assert read_link(ROOT, TOKEN, purpose="case", now=LINK.expires - timedelta(seconds=1)) == LINK
    assert read_link(ROOT, TOKEN, purpose="case", now=LINK.expires) is None


@pytest.mark.parametrize("purpose", ["desk", "map", "digest", "", "case\n"])
def test_a_link_opens_nothing_else(purpose: str) -> None:
    assert read_link(ROOT, TOKEN, purpose=purpose, now=NOW) is None


def test_a_link_of_another_stack_opens_nothing() -> None:
    assert read_link(OTHER, TOKEN, purpose="case", now=NOW) is None


@given(at=st.integers(0, len(TOKEN) - 1), sign=st.characters())
def test_a_link_with_one_sign_changed_opens_nothing(at: int, sign: str) -> None:
    bent = TOKEN[:at] + sign + TOKEN[at + 1 :]
    assert read_link(ROOT, bent, purpose="case", now=NOW) == (LINK if bent == TOKEN else None)


@given(at=st.integers(0, len(TOKEN)), more=st.text(min_size=1, max_size=3))
def test_a_link_with_something_added_opens_nothing(at: int, more: str) -> None:
    assert read_link(ROOT, TOKEN[:at] + more + TOKEN[at:], purpose="case", now=NOW) is None


@given(st.text() | st.text(alphabet="ABCabc019-_.="))
def test_what_is_no_link_opens_nothing(token: str) -> None:
    assert read_link(ROOT, token, purpose="case", now=NOW) is None


def test_a_form_tells_which_version_its_reader_saw() -> None:
    nonce = nonce_of(ROOT, LINK.subject, 7)
    assert version_of_nonce(ROOT, LINK.subject, nonce) == 7
    assert version_of_nonce(ROOT, "F#other/1", nonce) is None
    assert version_of_nonce(OTHER, LINK.subject, nonce) is None
    assert version_of_nonce(ROOT, LINK.subject, nonce.replace("7.", "8.", 1)) is None


@given(st.text() | st.from_regex(r"[0-9]{1,30}\.[0-9a-f]{0,40}"))
def test_what_is_no_nonce_tells_no_version(nonce: str) -> None:
    assert version_of_nonce(ROOT, LINK.subject, nonce) is None
