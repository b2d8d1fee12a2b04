"""Two hundred comments in four languages gather into the few things that they are about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.domain.score import Turn
from throughline.domain.survey import Band
from throughline.domain.themes import Comment, Theme, foremost, kept, rising, themes_of
from throughline.domain.week import Week

MONDAY = date(2026, 11, 23)
ROWS = [
    line.split("|")
    for line in Path(__file__).with_name("comments.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
MEANT = {f"{at:03}": about for at, (_, about, _) in enumerate(ROWS)}
SHOP = [
    Comment(touchpoint, f"{at:03}", words, MONDAY, Band.PROMOTER if about == "+" else Band.DETRACTOR)
    for at, (touchpoint, about, words) in enumerate(ROWS)
]
THEMES = themes_of(SHOP, {})


def low(words: str, key: str = "1", touchpoint: str = "Delivery", on: date = MONDAY) -> Comment:
    return Comment(touchpoint, key, words, on, Band.DETRACTOR)


def about(theme: Theme) -> Counter[str]:
    return Counter(MEANT[key] for key in theme.keys)


def test_there_are_two_hundred_comments() -> None:
    assert len(SHOP) == 200


@pytest.mark.parametrize(
    ("touchpoint", "meant"),
    [
        ("Unpacking", "scratched"),
        ("Unpacking", "missing"),
        ("Delivery", "late"),
        ("Delivery", "rude"),
        ("Delivery", "crushed"),
        ("Checkout", "wait"),
        ("Checkout", "card"),
    ],
)
@pytest.mark.parametrize("happy", [True, False], ids=["beside happy ones", "by themselves"])
def test_each_thing_that_people_speak_of_is_one_theme(touchpoint: str, meant: str, *, happy: bool) -> None:
    themes = THEMES if happy else themes_of([one for one in SHOP if one.band is Band.DETRACTOR], {})
    found = [theme for theme in themes if theme.touchpoint == touchpoint and about(theme)[meant] >= 5]
    assert len(found) == 1
    assert about(found[0])[meant] >= 0.9 * Counter(MEANT.values())[meant]
    assert about(found[0])[meant] >= 0.9 * found[0].count


def test_what_fits_no_theme_is_counted_as_other() -> None:
    others = {theme.touchpoint: theme for theme in THEMES if theme.other}
    assert all(about(theme)["-"] >= theme.count - 1 for theme in others.values())
    assert others.keys() == {"Unpacking", "Delivery", "Checkout"}


def test_a_theme_bears_the_customers_own_words() -> None:
    words = [comment.words.casefold() for comment in SHOP]
    assert all(any(theme.name.casefold() in one for one in words) for theme in THEMES if not theme.other)
    assert "screws missing" in {theme.name for theme in THEMES}


def test_quotes_are_whole_sentences_and_differ() -> None:
    for theme in THEMES:
        assert len(set(theme.quotes)) == len(theme.quotes) <= 3
        assert all(any(quote in one.words and one.key in theme.keys for one in SHOP) for quote in theme.quotes)
    assert all(len(theme.quotes) == 3 for theme in THEMES if not theme.other)


def test_what_nobody_has_a_sense_for_gathers_by_its_words() -> None:
    said = [low(f"The garden gnome {end}", str(at)) for at, end in enumerate(("fell", "faded", "froze", "sank", "hid"))]
    said += [low(f"{word} everywhere", word) for word in ("Dust", "Paint")]
    themes = themes_of(said, {})
    assert [(theme.count, theme.name) for theme in themes] == [(5, "garden gnome"), (2, "")]


def test_too_few_to_hide_among_are_counted_without_quotes() -> None:
    said = [low(f"The kitchen tap drips {end}", str(at)) for at, end in enumerate(("at night", "all day", "a lot"))]
    theme = themes_of(said, {})[0]
    assert (theme.count, theme.quotes) == (3, ())
    assert len(themes_of(said, {}, smallest_group=3)[0].quotes) >= 1


def test_only_the_weeks_low_scores_with_words_are_gathered() -> None:
    late = [low(f"Late by {hours} hours", hours) for hours in ("two", "six", "nine")]
    said = [*late, low("Late before", "0", on=date(2026, 11, 16)), low("  ", "5"), replace(low("late", "6"), band=None)]
    (theme,) = themes_of(said, {}, week=Week.of(MONDAY))
    assert theme.keys == ("nine", "six", "two")


def test_the_same_comment_twice_counts_once_in_its_latest_words() -> None:
    late = [low(f"Late by {hours} hours", hours) for hours in ("two", "six", "nine")]
    assert themes_of([*late, *late], {}) == themes_of(late, {})
    later = replace(late[0], words="Scratched after all", on=date(2026, 11, 24))
    assert themes_of([*late, later], {}) == themes_of([later, *late[1:]], {})


@given(st.randoms(use_true_random=False), st.integers(40, 200))
@settings(max_examples=15)
def test_the_order_of_comments_changes_nothing(random: Random, count: int) -> None:
    some = SHOP[:count]
    assert themes_of(random.sample(some, count), {}) == themes_of(some, {})


TEXTS = st.text(st.sampled_from("ab éß\n.!'’Mr09漢字かな"), max_size=40) | st.sampled_from([row[2] for row in ROWS])


@given(st.lists(st.builds(low, TEXTS, st.text("123", min_size=1, max_size=3), st.sampled_from("DC")), max_size=40))
def test_each_comment_with_words_is_counted_exactly_once(said: Sequence[Comment]) -> None:
    themes = themes_of(said, {})
    keys = [(theme.touchpoint, key) for theme in themes for key in theme.keys]
    latest = {(one.touchpoint, one.key) for one in said if one.words.strip()}
    assert sorted(keys) == sorted(latest)
    assert all(theme.count == len(theme.keys) for theme in themes)


def test_a_week_remembers_its_themes_by_their_marks() -> None:
    again = themes_of(SHOP, kept(THEMES))
    assert all(theme.earlier == theme.count and theme.trend is Turn.CHANCE for theme in again if not theme.other)
    fewer = dict.fromkeys(kept(THEMES), 1)
    assert {theme.trend for theme in themes_of(SHOP, fewer) if theme.count >= 11 and not theme.other} == {Turn.UP}


def test_a_theme_goes_by_another_mark_when_its_first_one_was_not_said() -> None:
    theme = next(one for one in THEMES if "scratch" in one.marks)
    before = {"Unpacking\nlamp scratch": 9, "Unpacking\nlamp": 2, "Delivery\nscratch": 50}
    assert next(one for one in themes_of(SHOP, before) if one.marks == theme.marks).earlier == 9


def test_a_department_is_told_the_five_largest_and_freshest() -> None:
    told = foremost(THEMES)
    assert len(told) == 5
    assert not any(theme.other for theme in told)
    assert [theme.weight for theme in told] == sorted((theme.weight for theme in told), reverse=True)
    old, fresh = Theme("D", "old", 12, 12, (), (), ("a",)), Theme("D", "fresh", 8, 0, (), (), ("b",))
    assert foremost([old, fresh]) == (fresh, old)


def test_a_theme_rises_above_what_its_weeks_remember() -> None:
    theme = Theme("Delivery", "late", 30, 0, (), (), ("late",))
    quiet, loud = {"Delivery\nlate": 4}, {"Delivery\nlate": 30}
    assert rising(theme, [quiet] * 8)
    assert not rising(theme, [loud] * 8)
    assert not rising(theme, [])
    assert not rising(replace(theme, marks=()), [quiet] * 8)


def test_what_was_too_small_to_be_kept_does_not_seem_to_rise() -> None:
    theme = Theme("Delivery", "late", 7, 0, (), (), ("late",))
    assert not rising(theme, [{}] * 8)
    assert rising(replace(theme, count=12), [{}] * 8)
