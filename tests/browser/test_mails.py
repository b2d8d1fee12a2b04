"""Every mail, narrow and wide, by day and by night, in colours of one's own, from left and from right."""

import pytest
from playwright.sync_api import Browser

from browser.looking import NARROW, WIDE, Scheme, faults, window
from throughline.adapters.paper import render_letter
from unit.paper.contexts import LETTERS

LOOKS: tuple[tuple[str, int, Scheme, bool], ...] = (
    ("en", NARROW, "light", False),
    ("en", NARROW, "dark", False),
    ("en", NARROW, "light", True),
    ("en", WIDE, "light", False),
    ("en", WIDE, "dark", False),
    ("ar", NARROW, "light", False),
    ("ar", WIDE, "dark", False),
)


@pytest.mark.parametrize(("language", "width", "scheme", "forced"), LOOKS)
def test_every_mail_is_read_by_everybody_without_moving_it_sideways(
    browser: Browser, language: str, width: int, scheme: Scheme, *, forced: bool
) -> None:
    with window(browser, width=width, scheme=scheme, forced=forced) as page:
        found = {kind: faults(page, render_letter(kind, LETTERS[kind], language).html) for kind in LETTERS}
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}
