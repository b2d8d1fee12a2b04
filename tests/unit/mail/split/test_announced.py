"""A quote is recognised by how it is announced, in any language, with or without marks."""

import pytest

from throughline.domain.mail.splitting.reply import split_mail
from unit.mail.split.announced import HEADS

SAID = "We have replaced the lamp.\nShe is happy."


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("quote", ["Is it fixed?\n\nTell us.", "> Is it fixed?\n> Tell us."])
def test_what_is_announced_is_quoted(head: str, quote: str) -> None:
    split = split_mail(f"{SAID}\n\n{head}\n\n{quote}", "")
    assert (split.new, split.quoted, split.signature) == (SAID, f"{head}\n\n{quote}", "")


@pytest.mark.parametrize("head", [one for one in HEADS if one.startswith(("On ", "Am ", "Le ", "El ", "Op ", "Den "))])
def test_words_below_a_marked_quote_are_new(head: str) -> None:
    split = split_mail(f"{head}\n> Is it fixed?\n> Tell us.\n\n{SAID}", "")
    assert (split.new, split.quoted) == (SAID, f"{head}\n> Is it fixed?\n> Tell us.")


def test_answers_between_quotes_are_new() -> None:
    split = split_mail("On 20/11/2026 09:12, Rosa wrote:\n> When?\n\nToday.\n\n> Who?\n> And where?\nMe, here.\n", "")
    assert (split.new, split.signature) == ("Today.\n\nMe, here.", "")


def test_the_end_of_a_quoted_line_that_lost_its_mark_is_quoted() -> None:
    wrapped = "> The lamp in the window of the shop by the station has been\nbroken since\n> Monday."
    assert split_mail(f"On 20/11/2026 09:12, Rosa wrote:\n{wrapped}\n\nFixed.", "").new == "Fixed."


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">>> ", "| ", "RL> "])
def test_marks_of_many_kinds(mark: str) -> None:
    quote = f"{mark}When will it be fixed?\n{mark}Tell us."
    assert split_mail(f"On 20/11/2026 09:12, Rosa wrote:\n{quote}\n\nToday.", "").new == "Today."
