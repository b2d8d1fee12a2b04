"""Every page, as small as a phone shows it, by day and by night, from left and from right."""

import pytest
from playwright.sync_api import Browser

from browser.looking import Scheme, faults, window
from throughline.adapters.paper import render_page
from unit.paper.page_contexts import PAGES
from unit.paper.page_variants import VARIANTS

EVERY_PAGE = {name: (name, context) for name, context in PAGES.items()} | VARIANTS
LOOKS: tuple[tuple[str, Scheme], ...] = (("en", "light"), ("en", "dark"), ("ar", "light"))


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_page_is_read_by_everybody_without_moving_it_sideways(
    browser: Browser, language: str, scheme: Scheme
) -> None:
    with window(browser, scheme=scheme) as page:
        found = {name: faults(page, render_page(*EVERY_PAGE[name], language)) for name in EVERY_PAGE}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_what_is_wrong_is_seen(browser: Browser) -> None:
    pale = '<!doctype html><html lang="en"><title>x</title><main><h1 style="color:#ccc">Pale</h1></main>'
    with window(browser) as page:
        (contrast,) = faults(page, pale)
        (wide,) = faults(page, pale.replace("color:#ccc", "width:900px"))
    assert contrast.startswith("color-contrast")
    assert wide.startswith("it is 9")
