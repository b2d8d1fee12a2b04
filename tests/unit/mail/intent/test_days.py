"""Days as people write them, counted from a Wednesday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.domain.mail.intents.days import day_in
from unit.mail.intent.replies import TODAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-03", "2026-12-03"),
        ("3.12.", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("03.12.2026", "2026-12-03"),
        ("3. 12. 26", "2026-12-03"),
        ("3/12", "2026-12-03"),
        ("12/15", "2026-12-15"),
        ("3-12-2026", "2026-12-03"),
        ("3 December", "2026-12-03"),
        ("December 3rd", "2026-12-03"),
        ("3 December 2027", "2027-12-03"),
        ("1er décembre", "2026-12-01"),
        ("3 de diciembre de 2026", "2026-12-03"),
        ("3 grudnia", "2026-12-03"),
        ("den 3 december", "2026-12-03"),
        ("2 January", "2027-01-02"),
        ("end of December", "2026-12-31"),
        ("Mitte Dezember", "2026-12-15"),
        ("12月3日", "2026-12-03"),
        ("2027年1月5号", "2027-01-05"),
        ("12/3まで", "2026-12-03"),
        ("来週金曜日", "2026-12-04"),
        ("下周五", "2026-12-04"),
        ("周五", "2026-11-27"),
        ("今月末", "2026-11-30"),
        ("下个月底", "2026-12-31"),
        ("年底", "2026-12-31"),
        ("今週中", "2026-11-27"),
        ("两周", "2026-12-09"),
        ("3日間", "2026-11-28"),
        ("2か月", "2027-01-25"),
        ("明后天", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("Wednesday", "2026-12-02"),
        ("next Tuesday", "2026-12-01"),
        ("nächsten Freitag", "2026-12-04"),
        ("el próximo viernes", "2026-11-27"),
        ("piątku", "2026-11-27"),
        ("tomorrow", "2026-11-26"),
        ("day after tomorrow", "2026-11-27"),
        ("pasado mañana", "2026-11-27"),
        ("heute Abend", "2026-11-25"),
        ("two more weeks", "2026-12-09"),
        ("another two weeks", "2026-12-09"),
        ("another week", "2026-12-02"),
        ("3 working days", "2026-11-30"),
        ("noch einen Monat", "2026-12-25"),
        ("dos semanas más", "2026-12-09"),
        ("end of next week", "2026-12-04"),
        ("beginning of next week", "2026-11-30"),
        ("this week", "2026-11-27"),
        ("fin du mois", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of the year", "2026-12-31"),
        ("fino all'11 dicembre", "2026-12-11"),
    ],
)
def test_a_day_is_told_by_its_words(words: str, day: str) -> None:
    assert day_in(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words", ["", "soon", "31.2.", "99.99.", "room 12", "3.11.", "12月45日", "400 days", "0 weeks", "2026-13-01"]
)
def test_what_names_no_day_names_none(words: str) -> None:
    assert day_in(words, TODAY) is None


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 1, 1)))
def test_a_span_holds_at_each_end_of_month_and_year(today: date) -> None:
    assert day_in("two weeks", today) == today + timedelta(days=14)
    found = day_in("one month", today)
    assert found is not None
    assert timedelta(days=27) < found - today < timedelta(days=32)


@given(st.text(max_size=60), st.dates())
def test_any_words_on_any_day_have_an_answer(words: str, today: date) -> None:
    day_in(words, today)
