"""How often the page of a week's digest was read to its end."""

from fakes.rooms import Ledger
from fakes.values import TODAY
from throughline.domain.week import Week

WEEK = Week.of(TODAY)


def test_each_reading_counts_once_in_its_own_week(ledger: Ledger) -> None:
    for at in (*range(20), *range(20)):
        ledger.readings.note(WEEK, f"{at:016x}")
    ledger.readings.note(WEEK.previous(), f"{7:016x}")
    assert (ledger.readings.count(WEEK), ledger.readings.count(WEEK.previous())) == (20, 1)
    assert ledger.readings.count(WEEK.previous().previous()) == 0
