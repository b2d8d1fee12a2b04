"""What axe and the width of a window say of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
NARROW, WIDE = 320, 640
PATIENCE = 30_000  # milliseconds: a cold function answers a form
AXE = Axe()


@contextmanager
def window(
    browser: Browser, *, width: int = NARROW, scheme: Scheme = "light", forced: bool = False, online: bool = False
) -> Iterator[Page]:
    """A window with cookies of its own; `forced` as somebody has it who chose colours of their own."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        forced_colors="active" if forced else "none",
        offline=not online,
        locale="en-GB",
    )
    context.set_default_timeout(PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()


def faults(page: Page, html: str) -> list[str]:
    """What is wrong with a page as it would be shown."""
    page.set_content(html)
    return faults_shown(page)


def faults_shown(page: Page) -> list[str]:
    """Each thing that axe finds wrong, and whether one has to move sideways to read it."""
    found = [_told(one) for one in AXE.run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    shown = page.viewport_size["width"] if page.viewport_size else 0
    return found + ([f"it is {wide} wide in a window of {shown}"] if wide > shown else [])


def _told(violation: dict[str, Any]) -> str:
    places = " · ".join(str(node["html"])[:120] for node in violation["nodes"][:3])
    return f"{violation['id']} ({violation['impact']}): {places}"
