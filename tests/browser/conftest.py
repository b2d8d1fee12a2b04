"""One Chromium for all that is looked at."""

from browser.chromium import browser, chromium

__all__ = ["browser", "chromium"]
