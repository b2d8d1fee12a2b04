"""One Chromium for all that is looked at; where there is none the tests say so and go on, but not in CI."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Path:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Path(found)
    if os.environ.get("CI"):
        pytest.fail("There is no Chromium: install it (apt-get install chromium), so that pages are looked at.")
    pytest.skip("no Chromium here: pages are not looked at")


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """Closed with its module: while it is open an event loop runs here, and whoever else wants one finds none."""
    with sync_playwright() as play:
        shown = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield shown
        shown.close()
