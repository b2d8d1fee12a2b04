"""Intervals hold the truth as often as they promise, counted over all outcomes and drawn."""

from random import Random

import pytest

from operate.bench.figures_of_surveys import comments, nps_missed, share_missed, steady_years, theme_figures
from throughline.domain.score import Tally, nps
from throughline.domain.themes import themes_of


@pytest.mark.parametrize("count", [10, 30, 100])
def test_the_interval_of_a_net_promoter_score_misses_the_truth_in_seven_of_a_hundred_at_most(count: int) -> None:
    missed = nps_missed(count)
    assert 0.03 < sum(missed) / len(missed) < max(missed) < 0.07


@pytest.mark.parametrize("count", [10, 30, 100])
def test_the_interval_of_a_share_misses_the_truth_in_one_of_twenty_on_average(count: int) -> None:
    missed = share_missed(count)
    assert 0.03 < sum(missed) / len(missed) < 0.05
    assert max(missed) < 0.09


@pytest.mark.parametrize(("rise", "fall"), [(0.5, 0.2), (0.65, 0.05), (0.3, 0.3)])
def test_drawn_samples_agree_with_what_is_counted(rise: float, fall: float) -> None:
    random, runs, hits = Random(7), 2000, 0  # noqa: S311 - the same samples each time
    for _ in range(runs):
        drawn = random.choices((0, 1, 2), cum_weights=(rise, 1 - fall, 1), k=30)
        scored = nps(Tally(drawn.count(0), drawn.count(1), drawn.count(2)))
        hits += scored.low <= 100 * (rise - fall) + 1e-9 and 100 * (rise - fall) - 1e-9 <= scored.high
    assert 0.93 <= hits / runs <= 0.98


def test_while_nothing_changes_hardly_any_rise_is_told() -> None:
    told, asked = steady_years(2, 20)
    assert asked > 100
    assert told <= 2


def test_the_topics_of_made_up_comments_are_found() -> None:
    themes = [theme for theme in themes_of(comments(3000, 0.3), {}) if not theme.other]
    assert 60 <= len(themes) <= 120


def test_the_figures_of_themes_are_told() -> None:
    assert [figure.unit for figure in theme_figures(300)] == ["s", "", "MB"]
