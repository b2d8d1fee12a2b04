"""Lists that go on over several pages."""

LAST_PAGE = 50


def page_number(asked: str) -> int:
    """Which page was asked for, from 1 to the last that is shown; the first where that can't be told."""
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= len(str(LAST_PAGE)) else 1
    return min(max(number, 1), LAST_PAGE)
