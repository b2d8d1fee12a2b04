"""People write much that looks like a quote or a signature; all of it is theirs."""

import pytest

from throughline.domain.mail.splitting.reply import split_mail

QUOTE = "\n\nOn Fri, 20 Nov 2026 at 09:12, Rosa <rosa@oak.example> wrote:\n\n> Is it fixed?\n> Tell us.\n"
OWN = (
    "The photo was\nsent from my desk\nlast week.",
    "The box was sent from my desk to Leith.\n\nSent from my desk, not hers.",
    "On Monday I wrote:\nthe ramp is broken.\nNobody came.",
    "Am 3. Mai schrieb ich: bitte kommen.",
    "Am 3. Mai 2026 schrieb ich:\nbitte kommen.\nNiemand kam.",
    "He wrote on 3 May 2026 at 10:00:\nthe box was crushed.\nWe replaced it.",
    "On 3 May 2026 at 10:00 the customer wrote:\nthe box fell.",
    "At 10:00 on 3 May 2026 the following happened:\nthe box fell.",
    "My colleague Anna (anna@oak.example) wrote:\n\nthe box fell.",
    "The customer wrote:\n\nthe box was crushed.\n\nWe have replaced it.",
    "From: the back door\nTo: the till\nthat is the way the boxes take.",
    "From: the back door, as always.\n\nIt is fixed.",
    "The order:\n\nFrom: Leith\nTo: Fife\nDate: Friday\nSubject: sofa\n\nplease confirm",
    "Subject: the lamp\nIt is fixed.",
    "Date: 3 May 2026\nTime: 10:00\nPlace: the ramp\n\nPlease come.",
    "See this:\n\n```\n> SELECT 1\n> FROM shelf\n```\n\nIt works now.",
    "It is well--known that--well.\n\n--force is the flag.",
    "Part one is done.\n\n-----\n\nPart two needs a day.",
    "Part one is done.\n--\nPart two needs a day, since the part is late.",
    "Part one is done.\n\n=====\n\nPart two.",
    "- one\n- two\n- three",
    "1. Who?\n2. Where?\n3. When?",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nThat is the table.",
    "Please take me off the mailing list.",
    "I would like to unsubscribe, the button does nothing.",
    "This message is confidential, please do not disclose my name to the sender of the parcel.",
    "Call the customer:\n\nAnna Berg\n+49 170 1234567",
    "Unser Kunde:\nName: Anna Berg\nTel: +49 170 1234567\nBitte anrufen.",
    "Please reply above this line if you can.",
    ">From the back door they came.\nReally.",
    "Best thing that ever happened at the till.",
    "2024 was better: 12/03/2024 10:00 nobody waited:\nnow they do.",
    "Anna Berg <anna@oak.example> says the box came at 10:00 on 3 May 2026:\ncrushed.",
    "Original message was lost, sorry.",
    "P.S. only: the key is with Goran.",
)


@pytest.mark.parametrize("below", ["", QUOTE])
@pytest.mark.parametrize("said", OWN)
def test_own_words_stay(said: str, below: str) -> None:
    assert split_mail(said + below, "").new == said


def test_marks_that_the_writer_set_above_a_reply_stay() -> None:
    said = "The label says:\n> This side up\nbut nobody reads it."
    assert split_mail(said + QUOTE, "").new == said


def test_marked_lines_that_the_quote_below_has_are_quoted() -> None:
    assert split_mail("To your question:\n> Is it fixed?\nNot yet." + QUOTE, "").new == "To your question:\n\nNot yet."
