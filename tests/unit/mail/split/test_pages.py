"""Replies in HTML: containers tell, words are kept as lines."""

import pytest

from throughline.domain.mail.incoming import Split
from throughline.domain.mail.splitting.html_text import html_lines
from throughline.domain.mail.splitting.reply import split_mail


def lines(html: str) -> str:
    return "\n".join(line.text for line in html_lines(html)).strip()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ('see <a href="https://oak.example/x">the shelf</a>.', "see the shelf."),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ('<p class="MsoNormal">a</p><p class="MsoNormal">b</p>', "a\nb"),
        ('<div style="display:none">peek</div>shown', "shown"),
        ('<a title="a > b">c</a>', "c"),
        ("<head><title>t</title><style>p{}</style></head><body>a", "a"),
        ("a\n  b&nbsp;c", "a b\u00a0c"),
    ],
)
def test_lines_of_a_page(html: str, text: str) -> None:
    assert lines(html) == text


def test_a_page_in_three() -> None:
    html = (
        '<div>Fixed.</div><div class="gmail_signature">Rosa</div>'
        '<div class="gmail_quote"><div class="gmail_attr">Ann wrote:</div><blockquote>When?</blockquote></div>'
    )
    assert split_mail("", html) == Split("Fixed.", "Ann wrote:\n\nWhen?", "Rosa")


def test_answers_between_quotes_of_one_container() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">Ann wrote:</div><blockquote>When?</blockquote>Today.'
        "<blockquote>Who?</blockquote>Me.</div>"
    )
    assert split_mail("", html).new == "Today.\n\nMe."


def test_an_indent_is_no_quote() -> None:
    html = '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">The foot is scratched.</blockquote>'
    assert split_mail("", html).new == "The foot is scratched."


@pytest.mark.parametrize(
    ("plain", "new"),
    [("", "Of the page."), ("  \n ", "Of the page."), ("Of the text.", "Of the text."), ("See page", "Of the page.")],
)
def test_plain_text_is_preferred_where_it_says_enough(plain: str, new: str) -> None:
    more = "It says much more, " * 20 if plain == "See page" else ""
    split = split_mail(plain, f"<p>Of the page.</p><blockquote>{more}</blockquote>")
    assert split.new == new


def test_outlook_draws_a_line_above_fields_of_any_language() -> None:
    border = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"
    html = f'<p class="MsoNormal">Fixed.</p><div style="{border}"><p><b>Από:</b> Ann</p></div><p>When?</p>'
    assert split_mail("", html) == Split("Fixed.", "Από: Ann\n\nWhen?", "")
