"""Colleagues at browsers of their own: somebody tells us on a phone, two of the department act at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.looking import WIDE, faults_shown, window
from e2e.line import Line, case_link, token


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with window(browser, online=True) as page:
        yield page


@pytest.fixture
def one(browser: Browser) -> Iterator[Page]:
    with window(browser, width=WIDE, online=True) as page:
        yield page


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    with window(browser, width=WIDE, scheme="dark", online=True) as page:
        yield page


def test_a_note_from_a_phone_is_fixed_by_one_of_two_who_act_at_once(
    line: Line, phone: Page, one: Page, other: Page
) -> None:
    word = token()
    tell(phone, line.form, f"A lamp came back: the box arrived crushed, {word}.")
    case = case_link(line.mail(word, to="packing@"))
    for colleague in (one, other):
        colleague.goto(case)
        assert faults_shown(colleague) == []

    one.get_by_role("button", name="We have it").click()
    expect(one.get_by_text("You have it.")).to_be_visible()
    other.get_by_role("button", name="We have it").click()
    expect(other.get_by_text(word).first).to_be_visible()
    assert faults_shown(other) == []

    one.get_by_label("What did you change?").first.fill(f"The foot is wrapped on its own now, {word}.")
    one.get_by_role("button", name="Fixed", exact=True).first.click()
    expect(one.get_by_text("Take the last step back")).to_be_attached()
    phone.reload()
    expect(phone.get_by_text(f"The foot is wrapped on its own now, {word}.")).to_be_visible()
    assert [faults_shown(page) for page in (one, phone)] == [[], []]


def tell(phone: Page, form: str, words: str) -> None:
    """Fill in the form as anybody does, and go on to what became of it."""
    phone.goto(form)
    assert faults_shown(phone) == []
    phone.get_by_label("What happened?").fill(words)
    phone.get_by_label("Where was it?").select_option("Opening the parcel")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.get_by_text("Thank you").first).to_be_visible()
    assert faults_shown(phone) == []
    phone.locator("a[href*='/r?receipt=']").first.click()
    expect(phone.get_by_role("heading", name="What became of your note")).to_be_visible()
