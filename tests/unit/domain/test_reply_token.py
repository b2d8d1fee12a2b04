"""The addresses that mails of ours are answered to."""

from datetime import date

import pytest

from fakes.outside import ROOT
from throughline.domain.reply_token import Party, Reply, read_reply_token, reply_address, reply_among, reply_token
from throughline.domain.survey import Answer

DAY = date(2027, 3, 1)
KEY = "00112233445566778899aabbccddeeff"
EACH = [
    Reply(Party.DEPARTMENT, f"F#{KEY}", 1, DAY),
    Reply(Party.SUBMITTER, f"F#{KEY}", 0, DAY),
    Reply(Party.DEPARTMENT, f"S#{KEY}", 65_535, date(2199, 1, 1)),
]


@pytest.mark.parametrize("reply", EACH)
def test_a_token_tells_what_it_was_made_for_in_any_case(reply: Reply) -> None:
    token = reply_token(ROOT, reply)
    assert token == token.lower()
    assert [read_reply_token(ROOT, one) for one in (token, token.upper(), token.title())] == [reply] * 3


@pytest.mark.parametrize("reply", EACH)
def test_an_address_fits_a_local_part_of_64_octets(reply: Reply) -> None:
    local, _, domain = reply_address(ROOT, reply, "in.example").partition("@")
    assert (len(local) <= 64, domain) == (True, "in.example")


@pytest.mark.parametrize(
    "line", ["F#1", "F#", f"Q#{KEY}", f"F#{KEY.upper()}", f"F#{KEY}00", "S#own#r-1", f"F#{'z' * 32}"]
)
def test_a_line_of_another_make_has_no_token(line: str) -> None:
    assert reply_address(ROOT, Reply(Party.DEPARTMENT, line, 1, DAY), "in.example") == ""


@pytest.mark.parametrize(("number", "expires"), [(65_536, DAY), (-1, DAY), (1, date(2019, 12, 31)), (1, date.max)])
def test_what_does_not_fit_has_no_token(number: int, expires: date) -> None:
    assert reply_token(ROOT, Reply(Party.DEPARTMENT, f"F#{KEY}", number, expires)) == ""


def test_without_a_domain_nothing_can_be_answered() -> None:
    assert reply_address(ROOT, EACH[0], "") == ""


def test_every_line_of_a_survey_has_a_token() -> None:
    line = Answer("own", "after", "r" * 200, "recommend").line
    assert reply_token(ROOT, Reply(Party.DEPARTMENT, line, 1, DAY))


def test_a_token_holds_until_the_end_of_its_day() -> None:
    assert [EACH[0].expired(day) for day in (DAY, date(2027, 3, 2))] == [False, True]


def test_the_first_of_our_own_among_many_addresses_counts() -> None:
    ours = [reply_address(ROOT, one, "in.example") for one in EACH]
    foreign = reply_address(b"another root", EACH[0], "in.example")
    found = reply_among(ROOT, ["a@b.example", "r+x@in.example", "r+@in.example", foreign, ours[1].upper(), ours[0]])
    assert found == EACH[1]
    assert reply_among(ROOT, [foreign, "", "r+", "R+ß@in.example", "r+" + "a" * 50]) is None
