"""The words that are new in a mail, apart from what it quotes and how it is signed."""

from throughline.domain.mail.incoming import Split
from throughline.domain.mail.splitting.html_text import html_lines
from throughline.domain.mail.splitting.split_labels import labels_of
from throughline.domain.mail.splitting.split_lines import Label, joined, lines_of

_SHARE = 10  # plain text with fewer than one in so many of the HTML's words is no reading of it
_LEAST_TAGGED = 2  # no word takes fewer characters than that


def split_mail(plain: str, html: str) -> Split:
    """Both readings of a mail in, its words in three out; the plain one is preferred where it says enough."""
    words = len(plain.split())
    if words and words * _SHARE * _LEAST_TAGGED >= len(html):
        lines = lines_of(plain)
    else:
        lines = html_lines(html)
        if words and words * _SHARE >= sum(len(line.text.split()) for line in lines):
            lines = lines_of(plain)
    labels = labels_of(lines)
    return Split(*(joined(lines, labels, label) for label in (Label.NEW, Label.QUOTED, Label.SIGNATURE)))
