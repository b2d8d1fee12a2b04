"""The day that words name, counted from today."""

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from throughline.domain.mail.intents import day_names as names
from throughline.domain.mail.intents.folding import WORD, folded

_FRIDAY, _SATURDAY, _WEEK, _MONTHS = 4, 5, 7, 12
_MOST_DAYS_AHEAD = 300  # a day without a year that lies further off has just passed
_MOST_COUNTED = 365
_MOST_WORDS = 120
_TOKEN = re.compile(rf"{WORD}|\d+(?:st|nd|rd|th|er|º|ª|e)?(?![\w])|\d+")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMERIC = re.compile(
    r"(?<![\d.,/\-])(\d{1,2})(?:([./])\s?|-(?=\d{1,2}-))(\d{1,2})(?:[./\-]\s?(\d{4}|\d{2})\b|\.(?!\d)|(?![\d.,/:%\-]))"
)
_CENTURY = 2000


def day_in(words: str, today: date) -> date | None:
    """The first day named: a date, a day of the week, a span from now, the end of a week or month; else None."""
    shorter = words[: _MOST_WORDS * 12]
    tokens = [piece for found in _TOKEN.findall(shorter) for piece in folded(found)][:_MOST_WORDS]
    return (
        _iso(shorter)
        or _eastern(shorter, today)
        or _named(tokens, today)
        or _numeric(shorter, today)
        or _relative(tokens, today)
    )


def _eastern(words: str, today: date) -> date | None:
    if words.isascii():
        return None
    from throughline.domain.mail.intents.days_eastern import eastern_day  # few need its patterns

    return eastern_day(words, today)


def _iso(words: str) -> date | None:
    found = _ISO.search(words)
    return made(int(found[1]), int(found[2]), int(found[3])) if found else None


def made(year: int, month: int, day: int) -> date | None:
    """The date, None when the calendar has none such."""
    is_day = 1 <= month <= _MONTHS and 1 <= year < MAXYEAR and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_day else None


def coming(month: int, day: int, today: date) -> date | None:
    """The next such day, None when it is so far off that the one just passed was meant."""
    for year in (today.year, today.year + 1):
        one = made(year, month, day)
        if one and one >= today:
            return one if (one - today).days <= _MOST_DAYS_AHEAD else None
    return None


def _numeric(words: str, today: date) -> date | None:
    """3.12., 3/12, 3/12/2026, 12/15: the day first, unless only the other way makes a date."""
    found = _NUMERIC.search(words)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    day, month = (first, second) if second <= _MONTHS else (second, first)
    if found[4] is None:
        return coming(month, day, today)
    year = int(found[4])
    return made(year if year >= _CENTURY else _CENTURY + year % 100, month, day)


def _number(token: str) -> int | None:
    digits = re.match(r"\d{1,4}", token)
    return int(digits[0]) if digits else None


def _named(tokens: list[str], today: date) -> date | None:
    """3 December 2026, December 3rd, 3 de diciembre, end of December."""
    for at, token in enumerate(tokens):
        month = names.MONTHS.get(token)
        if month is None:
            continue
        around = [*reversed(tokens[max(0, at - 2) : at]), *tokens[at + 1 : at + 2]]
        day = next((_number(one) for one in around if _number(one) is not None), None)
        if day is not None and day <= 31:  # noqa: PLR2004 - days of a month
            year = _year(tokens[at + 1 : at + 4])
            return made(year, month, day) if year else coming(month, day, today)
        edge = next((names.EDGES[one] for one in around if one in names.EDGES), None)
        if edge is not None:
            year = today.year + (month < today.month)
            return made(year, month, edge or monthrange(year, month)[1])
    return None


def _year(tokens: list[str]) -> int | None:
    numbers = [_number(one) for one in tokens]
    return next((one for one in numbers if one is not None and one >= _CENTURY), None)


def _relative(tokens: list[str], today: date) -> date | None:
    for at in range(len(tokens)):
        found = _simple(tokens, at, today) or _span(tokens, at, today) or _unit(tokens, at, today)
        if found or (found := _weekday(tokens, at, today)):
            return found
    return None


def _simple(tokens: list[str], at: int, today: date) -> date | None:
    for length in (3, 2, 1):
        days = names.DAYS.get(" ".join(tokens[at : at + length]))
        if days is not None:
            return today + timedelta(days=days)
    return None


def _span(tokens: list[str], at: int, today: date) -> date | None:
    """Two more weeks, 10 working days, another month."""
    count = _number(tokens[at])
    count = names.NUMBERS.get(tokens[at]) if count is None else count
    if count == 1 and (tokens[at + 1 : at + 2] or [""])[0] in names.NUMBERS:  # another two weeks
        return None
    if count is None or not 0 < count <= _MOST_COUNTED:
        return None
    ahead = tokens[at + 1 : at + 4]
    unit = next((names.UNITS[one] for one in ahead if one in names.UNITS), "")
    is_working = any(one in names.WORKING for one in ahead)
    is_next = any(one in names.NEXT for one in [*tokens[max(0, at - 2) : at], *ahead[:2]])
    return later_by(count, "o" if unit == "d" and is_working else unit, today) if unit and not is_next else None


def later_by(count: int, unit: str, today: date) -> date | None:
    """So many days (d), office days (o), weeks (w) or months (m) from today."""
    if unit == "m":
        year, month = divmod(today.month - 1 + count, _MONTHS)
        last = monthrange(today.year + year, month + 1)[1]
        return date(today.year + year, month + 1, min(today.day, last))
    if unit != "o":
        return today + timedelta(days=count * (_WEEK if unit == "w" else 1))
    day = today
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _unit(tokens: list[str], at: int, today: date) -> date | None:
    """Next week, the end of the month, the beginning of next week."""
    unit = names.UNITS.get(tokens[at], "")
    around = [*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 3]]
    ahead = any(one in names.NEXT for one in around)
    edges = [names.EDGES[one] for one in around if one in names.EDGES]
    if unit not in ("w", "m", "y") or not (ahead or edges or any(one in names.THIS for one in around)):
        return None
    return end_of(unit, today, ahead=ahead, starting=bool(edges) and edges[0] == 1)


def end_of(unit: str, today: date, *, ahead: bool, starting: bool = False) -> date:
    """The last office day of this or the next week, the last day of a month or year; or where the next begins."""
    if unit == "w":
        return today + timedelta(days=(0 if starting else _FRIDAY) - today.weekday() + _WEEK * ahead)
    if unit == "y":
        return date(today.year + ahead, 12, 31)
    year, month = divmod(today.month - 1 + ahead, _MONTHS)
    last = monthrange(today.year + year, month + 1)[1]
    return date(today.year + year, month + 1, 1 if starting else last)


def _weekday(tokens: list[str], at: int, today: date) -> date | None:
    """The coming one; "next" before or after it means the one of next week, where a language says so."""
    weekday = names.WEEKDAYS.get(tokens[at])
    if weekday is None:
        return None
    beside = [*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2]]
    return weekday_after(weekday, today, in_next_week=any(one in names.NEXT_WEEK for one in beside))


def weekday_after(weekday: int, today: date, *, in_next_week: bool = False) -> date:
    """The first such day after today, or that of the week after this one."""
    if in_next_week:
        return today + timedelta(days=_WEEK - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
