"""What customers speak of in a week: told to its department on the Monday after it, once."""

from collections import Counter

import pytest

from e2e.line import Line
from e2e.monday import SPOKEN, Told, about_themes, strike
from operate.demo.doors import flowing


def test_each_department_has_one_mail_and_nobody_two(told: Told) -> None:
    got = Counter(address for mail in told.themes for address in mail["to"])

    assert set(got.values()) == {1}
    assert got["packing@oakandlantern.example"] == 1


def test_it_counts_and_quotes_what_many_spoke_of(told: Told) -> None:
    [mail] = [mail for mail in told.themes if "packing@oakandlantern.example" in mail["to"]]
    text = flowing(mail["text"])

    assert mail["subject"].startswith(f"[Packing] Week {told.week.number}: customers speak of “")
    assert "soaked cardboard" in mail["subject"]
    assert "6 customers." in text
    assert any(words in text for words in SPOKEN)
    assert "The week before hardly anybody spoke of it." in text


@pytest.mark.usefixtures("told")
def test_the_words_of_low_scores_had_no_mail_of_their_own(line: Line) -> None:
    assert {mail["tags"]["kind"] for mail in line.mails("soaked")} == {"themes"}


def test_the_same_monday_again_brings_none(told: Told, line: Line) -> None:
    strike(line, told.week)
    line.quiet()

    assert len(about_themes(line)) == len(told.themes)
