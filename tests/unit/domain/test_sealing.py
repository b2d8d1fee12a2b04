"""Words are read again only as they were sealed, where they were sealed, by who sealed them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.outside import ROOT
from throughline.domain.contact import Contact, opened_contact
from throughline.domain.sealing import opened, sealed

KIM = Contact("Kim Wren", "kim@home.example", "+44 20 7946 0000")


@given(words=st.text(max_size=300))
def test_words_come_back_and_the_same_are_sealed_the_same(words: str) -> None:
    kept = sealed(ROOT, "here", words)
    assert opened(ROOT, "here", kept) == words
    assert sealed(ROOT, "here", words) == kept


def test_nothing_of_the_words_shows() -> None:
    kept = KIM.sealed(ROOT, "S#1")
    raw = urlsafe_b64decode(kept)
    assert not any(word in kept or word.encode() in raw for word in ("Kim", "Wren", "home", "7946", "email"))
    assert "Kim" not in repr(KIM)


def test_two_places_share_nothing() -> None:
    one, other = (urlsafe_b64decode(KIM.sealed(ROOT, line)) for line in ("S#1", "S#2"))
    assert one[:16] != other[:16]
    assert one[16:] != other[16:]


@pytest.mark.parametrize(("root", "line"), [(b"another root" * 3, "S#1"), (ROOT, "S#2"), (ROOT, "")])
def test_nobody_else_opens_them_and_nowhere_else(root: bytes, line: str) -> None:
    assert opened_contact(root, line, KIM.sealed(ROOT, "S#1")) is None
    assert opened_contact(ROOT, "S#1", KIM.sealed(ROOT, "S#1")) == KIM


def test_not_a_bit_can_be_changed() -> None:
    raw = urlsafe_b64decode(sealed(ROOT, "here", "call me"))
    changed = [raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :] for at in range(len(raw)) for bit in range(8)]
    changed += [raw[:-1], raw[:16], raw[:5], b"", raw + b"x"]
    assert [opened(ROOT, "here", urlsafe_b64encode(one).decode()) for one in changed] == [None] * len(changed)
    assert opened(ROOT, "here", "not base64!") is None
