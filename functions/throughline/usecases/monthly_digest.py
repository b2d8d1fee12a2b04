"""Which week's digest is the one that those get who asked for one a month."""

from throughline.domain.digest_time import FIRST_WEEK_DAYS, Rhythm, due_day
from throughline.domain.week import Week
from throughline.ports import Editions


def is_months_one(week: Week, rhythm: Rhythm, editions: Editions | None) -> bool:
    """Whether it is the first of its month that tells anything: one that was held or put off, or was empty, is none.

    Without `editions` it is the month's first by the calendar.
    """
    day = due_day(week, rhythm)
    if editions is None:
        return day.day <= FIRST_WEEK_DAYS
    before = week.previous()
    while due_day(before, rhythm).month == day.month:
        edition, _ = editions.of(before)
        if edition and (edition.told or edition.whole):
            return False
        before = before.previous()
    return True
