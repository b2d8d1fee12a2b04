"""Any text in, three parts out: never an exception, nothing lost, and work that grows with the length only."""

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.mail.splitting.reply import split_mail

PIECES = st.sampled_from(
    [
        "On Fri, 20 Nov 2026 at 09:12, Rosa <rosa@oak.example> wrote:",
        "From: Rosa <rosa@oak.example>",
        "Sent: Friday, November 20, 2026 9:12 AM",
        "-----Original Message-----",
        "________________________________",
        "> quoted",
        ">> deeper",
        "| barred",
        "-- ",
        "Kind regards,",
        "Rosa Lindqvist",
        "+44 20 7946 0812",
        "Sent from my iPhone",
        "P.S. the key",
        "This e-mail is confidential and intended solely for the addressee.",
        "```",
        "",
        "We have replaced the lamp.",
    ]
)


@given(st.text(), st.text())
def test_any_text(plain: str, html: str) -> None:
    split_mail(plain, html)


@given(st.lists(PIECES | st.text(max_size=30)))
def test_nothing_is_lost(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    split = split_mail(text, "")
    assert Counter(f"{split.new}\n{split.quoted}\n{split.signature}".split()) == Counter(text.split())


@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<blockquote>",
                "</blockquote>",
                '<div class="gmail_quote">',
                "<p>",
                "</p>",
                "<br>",
                "<li>",
            ]
        )
        | st.sampled_from(["one ", "two", "&amp;", "\u00a0"])
    )
)
def test_no_word_of_a_page_is_lost(pieces: list[str]) -> None:
    split = split_mail("", "".join(pieces))
    said = "".join(f"{split.new}{split.quoted}{split.signature}".split())
    for word in ("one", "two"):
        assert said.count(word) == pieces.count(word) + pieces.count(f"{word} ")


PLAIN = {
    "spaces": " ",
    "marks": ">",
    "marked lines": "> a\n",
    "short lines": "a b\n",
    "openers": "On ",
    "opening lines": "On 3\n",
    "dated lines": "On 3 May 2026 10:00\n",
    "wrote": "x wrote:\n",
    "fields": "From: a@b.c\n",
    "dashes": "-",
    "lines of dashes": "--\n",
    "drawn lines": "-----\nAnna Berg\n",
    "phones": "Sent from my iPhone\n",
    "farewells": "Regards,\nAnna\n",
    "notices": "This e-mail is confidential and intended for you\n",
    "answers": "> a\n\nb\n\n",
    "addresses": "a@",
    "postscripts": "P.S. a\n",
}
PAGE = {
    "brackets": "<",
    "open tags": "<a ",
    "containers": "<div>",
    "ends": "</div>",
    "quotes": '<div class="gmail_quote"><blockquote>x</blockquote>',
    "values": '<a b="',
    "styles": "<style>",
    "comments": "<!--",
    "breaks": "x<br>",
    "items": "<ul><li>x",
}
LENGTH = 30_000


def steps(plain: str, html: str) -> int:
    """How many calls a split takes."""
    count = 0

    def seen(_frame: FrameType, _event: str, _argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        split_mail(plain, html)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("piece", "is_page"), [(one, False) for one in PLAIN.values()] + [(one, True) for one in PAGE.values()]
)
def test_twice_the_text_is_no_more_than_twice_the_work(piece: str, is_page: bool) -> None:
    once, twice = (piece * (size // len(piece)) for size in (LENGTH, 2 * LENGTH))
    one, two = (steps("", text) if is_page else steps(text, "") for text in (once, twice))
    assert two <= 2.3 * one + 500


@pytest.mark.parametrize("piece", [PLAIN[name] for name in ("short lines", "dated lines", "marked lines", "answers")])
def test_a_whole_large_mail_takes_bounded_work(piece: str) -> None:
    assert steps(piece * (400_000 // len(piece)), "") < 1_000_000
