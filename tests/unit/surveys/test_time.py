"""Times as vendors write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from throughline.domain.survey_time import EARLIEST, LATEST, moment_of, revision_of, zone_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        *("2026-03-04T12:00:00Z", "2026-03-04T14:00:00+02:00", "2026-03-04T12:00:00.000+0000", "2026-03-04 12:00:00"),
        *("2026-03-04 12:00 UTC", "2026-03-04T12:00:00.000000000Z", "3/4/2026 12:00", "03/04/2026 12:00:00 PM"),
        *("3/4/26 12:00 p.m.", "04.03.2026 12:00", "1772625600", "1772625600000", " 2026-03-04T12:00:00Z "),
    ],
)
def test_a_time_is_brought_to_utc(written: object) -> None:
    assert moment_of(written) == NOON


def test_seconds_may_be_a_number() -> None:
    assert moment_of(1772625600) == moment_of(1772625600.0) == NOON


def test_a_time_without_a_zone_is_in_that_of_the_mapping() -> None:
    assert moment_of("2026-03-04 13:00:00", zone_of("Europe/Berlin")) == NOON
    assert moment_of("2026-03-04T12:00:00Z", zone_of("Europe/Berlin")) == NOON


def test_a_day_may_come_before_its_month() -> None:
    assert moment_of("04/03/2026 12:00", day_first=True) == NOON
    assert moment_of("12/31/2026") == datetime(2026, 12, 31, tzinfo=UTC)
    assert moment_of("3/4/2026 12:05 AM") == datetime(2026, 3, 4, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "13/13/2026",
        "2026-13-40",
        "1999-12-31T23:59:59Z",
        "2100-01-01",
        "12",
        "9" * 20,
        None,
        True,
        [],
        "x" * 99,
    ],
)
def test_what_is_no_time_is_none(written: object) -> None:
    assert moment_of(written) is None


@given(some.one_of(some.text(max_size=50), some.floats(), some.integers()))
def test_anything_is_a_time_of_this_century_or_none(written: object) -> None:
    found = moment_of(written)
    assert found is None or EARLIEST <= found < LATEST


def test_a_revision_grows_with_time_and_with_rank_at_the_same_time() -> None:
    later = datetime(2026, 3, 4, 12, 0, 0, 1000, tzinfo=UTC)
    assert revision_of(None) < revision_of(NOON) < revision_of(NOON, 1) < revision_of(NOON, 3) < revision_of(later)
