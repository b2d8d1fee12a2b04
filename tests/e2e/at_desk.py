"""A browser at a department's inbox, which types in the code from the department's mailbox."""

import re

from e2e.line import Line
from operate.demo.doors import until
from signing_in import Browser, Page

CODE = re.compile(r"(\d{3}) (\d{3}) ")
SAYS = "opens the notes of"
MOST_PAGES = 50


def asked_for_code(line: Line, browser: Browser, url: str, mailbox: str) -> tuple[Page, str]:
    """The page that waits for the code, and the code that came."""
    before = len(line.mails(SAYS, to=mailbox))
    page = browser.open(url)
    assert page.status == 401
    waits = browser.open(url, {"action": "send_code", "asking": page.fields()["asking"]})
    mail = until("the mail with the code", lambda: line.mails(SAYS, to=mailbox)[before:])[-1]
    found = CODE.match(mail["subject"])
    assert found
    return waits, found[1] + found[2]


def known_at(line: Line, url: str, mailbox: str) -> Browser:
    """A browser that the department knows from now on."""
    browser = Browser()
    page, code = asked_for_code(line, browser, url, mailbox)
    shown = browser.open(url, {"action": "code", "asking": page.fields()["asking"], "code": code})
    assert (shown.status, shown.url) == (200, url)
    return browser


def page_with(browser: Browser, url: str, word: str) -> Page:
    """The first page of the inbox that speaks of the word; the last one when none does."""
    for number in range(1, MOST_PAGES + 1):
        page = browser.open(f"{url}?page={number}" if number > 1 else url)
        if word in page.text or f"?page={number + 1}" not in page.text:
            return page
    return page
