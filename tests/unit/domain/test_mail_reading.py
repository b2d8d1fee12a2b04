"""The words of HTML, and of a mail that quotes: what is new in it."""

import pytest

from growth import grows_with_its_length
from throughline.domain.mail.splitting.html_text import html_lines
from throughline.domain.mail.splitting.reply import split_mail

WROTE = "The card reader froze twice."


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<![if !mso]><p>hello</p><![endif]>", "hello"),
        ("<![foo[bar]]> hello", "hello"),
        ("1 < 2", "1 < 2"),
        ("<p>one</i><p>two", "one\n\ntwo"),
        ("<script>alert('x')</script>two", "two"),
        ("&lt;b&gt; &amp; &#x1F6CB;", "<b> & 🛋"),
        ("one<!-- never closed two", "one"),
        ("one<br/>two<img src=x>three", "one\ntwothree"),
        ("<blockquote><div>old</div></blockquote>new", "new"),
    ],
)
def test_words_of_html(html: str, words: str) -> None:
    assert split_mail("", html).new == words


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<div>", "<p>a</b>", "</b>", "<![", "<!", "<", ">", "&", "<blockquote>"]
)
def test_hostile_html_takes_no_longer_than_its_length(piece: str) -> None:
    assert grows_with_its_length(lambda times: html_lines(piece * times), 40_000)


@pytest.mark.parametrize(
    "rest",
    [
        "On Monday 23 November, Dee <dee@shop.example> wrote:\n> old",
        "Am Mo., 23. Nov. 2026 um 10:12 Uhr schrieb Dee <dee@shop.example>:\n> alt",
        "Op ma 23 nov 2026 om 10:12 schreef Dee Driver\n<dee@shop.example>:\n> oud",
        "On Monday 23 November 2026 at 10:12 in the morning,\nDee Driver <dee@shop.example> wrote:\n> old",
        "> old\n> older",
        "-----Original Message-----\nFrom: dee@shop.example",
        "________________________________\nFrom: Dee",
        "Von: Dee <dee@shop.example>\nGesendet: Montag",
        "-- \nDee Driver\nNorth depot",
        "--\nDee",
        "Sent from my phone",
        "Von meinem Telefon gesendet",
    ],
)
def test_quotes_and_signatures_are_no_new_words(rest: str) -> None:
    assert split_mail(f"{WROTE}\nAgain today.\n\n{rest}", "").new == f"{WROTE}\nAgain today."
