import pytest

from simulation.two_years import ZONES, Years, results
from throughline.domain.digest_time import Rhythm
from throughline.domain.week import Week

SOME = ZONES[3::6]


@pytest.mark.parametrize("rhythm", [Rhythm("MON", 9), Rhythm("SUN", 2)], ids=str)
def test_everybody_has_each_weeks_digest_once_on_their_own_morning(rhythm: Rhythm) -> None:
    for name, (count, broken) in results([rhythm], zones=SOME).items():
        assert not broken, f"{name}: {broken[:3]}"
        assert count > 80 * len(SOME)


def test_the_years_hold_a_week_53_and_weeks_without_anything_to_celebrate() -> None:
    years = Years(zones=SOME)
    assert Week(2026, 53) in years.due_weeks()
    assert len(years.quiet_weeks()) > 5
    assert len(ZONES) == 40
