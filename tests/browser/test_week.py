"""The week's page in a browser: read to its end it says so once; its sheet is one side of paper."""

import re
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from browser.looking import window
from throughline.adapters.huddle_paper import huddle_fields
from throughline.adapters.paper import page_policy, render_page
from throughline.domain.digest import Digest
from throughline.domain.digest_stories import Improvement, Story
from throughline.domain.journey import Lesson
from throughline.domain.recognition import Behind
from throughline.domain.week import Week
from throughline.usecases.show_huddle import Issue
from unit.paper.page_contexts import PAGES

SITE = "https://line.example"
WEEK_PAGE = f"{SITE}/f/north/week"
SAID = {"en": "so very kind of them ", "de": "ausgesprochen freundlich ", "ar": "كانوا لطفاء جدًا "}


def opened(page: Page, context: dict[str, Any]) -> list[Request]:
    """What the page sends by itself, under the policy that it is served with."""
    sent: list[Request] = []

    def answer(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request)
            return route.fulfill(status=200, body="{}")
        html = render_page("week", context, "en")
        return route.fulfill(body=html, headers={"content-type": "text/html", "content-security-policy": page_policy()})

    page.route("**/*", answer)
    page.clock.install()
    page.goto(WEEK_PAGE)
    return sent


def test_only_whoever_stays_and_comes_to_the_end_is_counted_and_once(browser: Browser) -> None:
    with window(browser) as page:
        sent = opened(page, PAGES["week"])
        page.clock.fast_forward(60_000)
        page.wait_for_timeout(300)
        assert sent == []
        for _ in range(2):
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(300)
            page.evaluate("window.scrollTo(0, 0)")
        (told,) = sent
    assert told.url == WEEK_PAGE
    assert parse_qs(told.post_data or "") == {"week": ["2026-W47"], "reading": ["00aa11bb22cc33dd"]}
    assert not {"cookie", "referer"} & told.headers.keys()


def test_where_nothing_is_counted_nothing_is_sent(browser: Browser) -> None:
    with window(browser) as page:
        sent = opened(page, PAGES["week"] | {"reading": ""})
        page.clock.fast_forward(60_000)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(300)
    assert sent == []


@pytest.mark.parametrize("language", sorted(SAID))
def test_the_longest_sheet_is_one_side_of_paper(browser: Browser, language: str) -> None:
    long = SAID[language] * 60
    behind = tuple(Behind(f"Department {at} of a fairly long name", "Role", long) for at in range(100))
    story = Story(long, "a customer", "Delivery at home", behind)
    change = Improvement(long, long, "Packing", "")
    lesson = Lesson("one", "", long[:80], long, long[:200], long)
    digest = Digest(Week(2026, 47), long[:120], 1, 1, story, (), (change,), 0, (), None, lesson)
    issue = Issue("Opening the parcel", 12, "2026-11-26T17:00[Europe/London]", late=True, quote=long)
    with window(browser) as page:
        page.set_content(render_page("huddle", huddle_fields(digest, "Packing", language, issue), language))
        paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
