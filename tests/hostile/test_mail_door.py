"""The door for mails: any bytes become a note, or are set aside with the reason; nothing is tried again in vain."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile.house import House
from hostile.mails import HUGE, NASTY, REAL, mutated
from hostile.strings import HOSTILE
from hostile.tries import note, tried
from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.domain.address import is_address
from throughline.domain.mail.incoming import Own
from throughline.domain.mail.reading import read_mail

OWN = Own("line@shop.example", "in.shop.example")
SECONDS = 8.0  # of processor time for reading it twice, on a machine that others use too
KEPT = ("recorded", "repeated", "set aside: ", "held: ", "dropped: ")
NOTICE = {"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "inbound/x+%F0", "size": 5}}}]}


def comes_in(house: House, raw: bytes) -> str:
    """What became of it; its words, sender and subject have to be fit for what follows."""
    note("stored mails")
    mail = read_mail(raw, own=OWN, tools=MAIL_TOOLS)
    for text in (mail.identity, mail.name, mail.subject, mail.words, mail.address):
        text.encode()
    assert not mail.address or is_address(mail.address)
    assert "\n" not in mail.subject + mail.name
    house.mails.raw = raw
    return house.outcome("feedback_mail", NOTICE)


def test_any_bytes(house: House) -> None:
    @tried()
    @given(st.binary(max_size=300))
    def come(raw: bytes) -> None:
        assert comes_in(house, raw).startswith(KEPT)

    come()


def test_real_mails_changed(house: House) -> None:
    @tried(4)
    @given(mutated())
    def come(raw: bytes) -> None:
        assert comes_in(house, raw).startswith(KEPT)

    come()


@pytest.mark.parametrize("mail", range(len(REAL)))
def test_a_nasty_piece_in_the_head(house: House, mail: int) -> None:
    head, break_, rest = REAL[mail].partition(b"Content-Type: ")
    kind, semicolon, parameters = rest.partition(b";")
    for nasty in NASTY:
        for raw in (head + nasty + break_ + rest, head + break_ + kind + nasty + semicolon + parameters):
            assert comes_in(house, raw).startswith(KEPT), nasty
            assert house.deliver("feedback_mail", NOTICE) == [], nasty


@pytest.mark.parametrize("at", range(len(HUGE)))
def test_a_huge_mail_is_read_in_time(house: House, at: int) -> None:
    began = time.process_time()
    assert comes_in(house, HUGE[at]).startswith(KEPT)
    assert time.process_time() - began < SECONDS


def test_hostile_words_come_in_as_words(house: House) -> None:
    head = b"From: Ros <ros@shop.example>\r\nSubject: a note\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    for name, words in HOSTILE.items():
        assert comes_in(house, head + words.encode("utf-8", "surrogatepass")).startswith(KEPT), name
