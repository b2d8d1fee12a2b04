"""The day that Chinese or Japanese words name, counted from today."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": 2, "兩": 2}
_COUNT = r"(\d{1,3}|[一二三四五六七八九十两兩])"
_MONTH_DAY = re.compile(r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_SPAN = re.compile(
    rf"(?<![月\d]){_COUNT}\s*(?:个|個)?(週間|星期|礼拜|禮拜|周|週|営業日|工作日|日間|日|天|か月|ヶ月|カ月|个月|個月)(?!末)"
)
_WEEKDAYS = {sign: day for day, sign in enumerate("月火水木金土日")}
_CHINESE_WEEKDAYS = {sign: day for day, sign in enumerate("一二三四五六日")} | {"天": 6}
_JAPANESE_WEEKDAY = re.compile(r"(来週|次|今週)?の?([月火水木金土日])曜")
_CHINESE_WEEKDAY = re.compile(r"(下|本|这|這)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])")
_DAYS = {
    "明後日": 2,
    "あさって": 2,
    "后天": 2,
    "後天": 2,
    "明日": 1,
    "あした": 1,
    "明天": 1,
    "今日": 0,
    "本日": 0,
    "今天": 0,
}
_MONTH_ENDS = {
    "来月末": 1,
    "下月底": 1,
    "下个月底": 1,
    "月末": 0,
    "月底": 0,
    "今月中": 0,
    "本月内": 0,
    "来月": 1,
    "下个月": 1,
}
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FRIDAY, _WEEK, _MONTHS = 4, 7, 12


def eastern_day(words: str, today: date) -> date | None:
    """The first kind of day found, from dates to spans; None in other scripts."""
    if not _EASTERN.search(words):
        return None
    text = unicodedata.normalize("NFKC", words)
    return _dated(text, today) or _weekday(text, today) or _end(text, today) or _span(text, today) or _day(text, today)


def _dated(text: str, today: date) -> date | None:
    found = _MONTH_DAY.search(text)
    parts = found.groups() if found else None
    if parts is None and (slashed := _SLASHED.search(text)):
        parts = (None, *slashed.groups())
    if parts is None:
        return None
    month, day = int(parts[1]), int(parts[2])
    year = int(parts[0]) if parts[0] else today.year + ((month, day) < (today.month, today.day))
    is_day = 1 <= month <= _MONTHS and year > 0 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_day else None


def _weekday(text: str, today: date) -> date | None:
    for pattern, days in ((_JAPANESE_WEEKDAY, _WEEKDAYS), (_CHINESE_WEEKDAY, _CHINESE_WEEKDAYS)):
        found = pattern.search(text)
        if found:
            weekday = days[found[2]]
            if found[1] in ("来週", "下"):
                return today + timedelta(days=_WEEK - today.weekday() + weekday)
            return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    return None


def _end(text: str, today: date) -> date | None:
    for words, ahead in _MONTH_ENDS.items():
        if words in text:
            year, month = divmod(today.month - 1 + ahead, _MONTHS)
            return date(today.year + year, month + 1, monthrange(today.year + year, month + 1)[1])
    if "年末" in text or "年底" in text:
        return date(today.year, _MONTHS, 31)
    if any(words in text for words in ("来週", "下周", "下週", "下星期")):
        return today + timedelta(days=_WEEK - today.weekday() + _FRIDAY)
    if any(words in text for words in ("今週", "本周", "这周", "這週", "週末", "周末")):
        return today + timedelta(days=(_FRIDAY - today.weekday()) % _WEEK)
    return None


def _span(text: str, today: date) -> date | None:
    found = _SPAN.search(text)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _DIGITS[found[1]]
    unit = found[2]
    if unit in ("週間", "星期", "礼拜", "禮拜", "周", "週"):
        return today + timedelta(days=count * _WEEK)
    if "月" in unit:
        years, month = divmod(today.month - 1 + count, _MONTHS)
        last = monthrange(today.year + years, month + 1)[1]
        return date(today.year + years, month + 1, min(today.day, last))
    return today + timedelta(days=count)


def _day(text: str, today: date) -> date | None:
    return next((today + timedelta(days=ahead) for words, ahead in _DAYS.items() if words in text), None)
