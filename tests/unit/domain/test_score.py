"""Scores checked against figures worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.values import answer
from throughline.domain.score import Scored, Tally, differs, nps, rounded, share
from throughline.domain.survey import Band, Metric

TALLIES = st.builds(Tally, st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))


@pytest.mark.parametrize(
    ("counts", "scored"),
    [
        ((15, 10, 5), Scored(33, 5, 56, 30)),
        ((50, 30, 20), Scored(30, 14, 44, 100)),
        ((6, 2, 2), Scored(40, -13, 74, 10)),
        ((5, 0, 0), Scored(100, 17, 100, 5)),
        ((0, 0, 5), Scored(-100, -100, -17, 5)),
        ((2, 3, 1), Scored(17, -35, 57, 6)),
    ],
)
def test_nps_with_its_interval(counts: tuple[int, int, int], scored: Scored) -> None:
    assert nps(Tally(*counts)) == scored


@pytest.mark.parametrize(
    ("value", "whole"), [(0.5, 1), (-0.5, -1), (12.5, 13), (-12.5, -13), (12.49, 12), (0.0, 0), (1e-20, 0)]
)
def test_halves_are_rounded_away_from_zero(value: float, whole: int) -> None:
    assert rounded(value) == whole


@pytest.mark.parametrize(
    ("hits", "count", "scored"),
    [
        (8, 10, Scored(80, 49, 94, 10)),
        (0, 10, Scored(0, 0, 28, 10)),
        (10, 10, Scored(100, 72, 100, 10)),
        (1, 2, Scored(50, 9, 91, 2)),
    ],
)
def test_a_share_with_its_interval(hits: int, count: int, scored: Scored) -> None:
    assert share(hits, count) == scored


def test_nobody_answered_is_no_score() -> None:
    with pytest.raises(ValueError, match="no answers"):
        nps(Tally())
    with pytest.raises(ValueError, match="no answers"):
        share(0, 0)


def test_ten_answers_are_enough_to_speak_of_a_score() -> None:
    assert not nps(Tally(3, 3, 3)).enough
    assert nps(Tally(4, 3, 3)).enough


@given(TALLIES.filter(lambda tally: tally.answered > 0))
def test_a_score_lies_on_its_scale_and_near_its_interval(tally: Tally) -> None:
    scored = nps(tally)
    assert -100 <= scored.low <= scored.high <= 100
    assert -100 <= scored.value <= 100
    assert scored.answered == tally.answered


@given(TALLIES)
def test_turning_every_answer_round_turns_the_score_round(tally: Tally) -> None:
    turned = Tally(tally.detractors, tally.passives, tally.promoters)
    if tally.answered:
        assert nps(turned).value == -nps(tally).value


def test_few_answers_differ_by_chance_many_do_not() -> None:
    assert not differs(Tally(6, 2, 2), Tally(4, 2, 4))
    assert differs(Tally(600, 200, 200), Tally(400, 200, 400))
    assert not differs(Tally(), Tally(400, 200, 400))
    assert not differs(Tally(400, 200, 400), Tally())


@pytest.mark.parametrize(
    ("metric", "scale", "direction", "score", "band"),
    [
        (Metric.NPS, (0, 10), "higher", 10, Band.PROMOTER),
        (Metric.NPS, (0, 10), "higher", 9, Band.PROMOTER),
        (Metric.NPS, (0, 10), "higher", 8, Band.PASSIVE),
        (Metric.NPS, (0, 10), "higher", 7, Band.PASSIVE),
        (Metric.NPS, (0, 10), "higher", 6, Band.DETRACTOR),
        (Metric.NPS, (0, 10), "higher", 0, Band.DETRACTOR),
        (Metric.CSAT, (1, 5), "higher", 5, Band.PROMOTER),
        (Metric.CSAT, (1, 5), "higher", 4, Band.PROMOTER),
        (Metric.CSAT, (1, 5), "higher", 3, Band.DETRACTOR),
        (Metric.CES, (1, 7), "higher", 5, Band.PASSIVE),
        (Metric.CES, (1, 7), "higher", 4, Band.DETRACTOR),
        (Metric.CES, (1, 5), "lower", 1, Band.PROMOTER),
        (Metric.CES, (1, 5), "lower", 5, Band.DETRACTOR),
        (Metric.CSAT, (0, 100), "higher", 75, Band.PROMOTER),
        (Metric.CSAT, (None, None), "higher", 5, Band.PROMOTER),
    ],
)
def test_how_a_customer_felt(
    metric: Metric, scale: tuple[float | None, float | None], direction: str, score: float, band: Band
) -> None:
    low, high = scale
    given_answer = answer(score, metric=metric, scale_min=low, scale_max=high, direction=direction)
    assert given_answer.band() is band


@pytest.mark.parametrize("told", [{"score": None}, {"metric": None}, {"metric": Metric.OTHER}])
def test_without_a_score_on_a_known_scale_nobody_knows_how_they_felt(told: dict[str, object]) -> None:
    assert answer(**told).band() is None  # type: ignore[arg-type]


def test_a_line_is_short_enough_for_a_mails_tag_however_long_the_responses_id_is() -> None:
    assert len(answer(response_id="r-1").line) == len("S#") + 32
    lines = {answer(response_id=f"{'ä' * 199}{end}").line for end in "ab"}
    assert len(lines) == 2
    assert all(len(line.encode()) * 2 <= 256 for line in lines)
