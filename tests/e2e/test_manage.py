"""The managers' pages through the deployed stack: signing in at the pool, deciding, editing, and every wrong way in."""

import json
import re
from typing import Any

import pytest

from e2e.line import DATA, Line, token
from operate.demo.doors import ask, until
from signing_in import Browser, Page

MOMENT, OWNER = "Returning something", "help-desk@"
PAGES = ("", "/triage", "/mirror", "/shadow", "/thanks", "/digest", "/mantra", "/lessons", "/goals")


@pytest.fixture
def manager(line: Line) -> Browser:
    browser = Browser()
    page = browser.sign_in(line.site, line.credentials["manager"])
    assert (page.status, page.url) == (200, f"{line.site}/manage")
    return browser


def parked(line: Line) -> tuple[str, str]:
    """A note that no rule could place: a word of it, and its id."""
    word = token()
    line.note(f"Hmm {word}, somehow strange today.")

    def waits() -> str:
        rows: list[dict[str, Any]] = line.rows("triage", "list")
        return next((str(row["id"]) for row in rows if word in row["text"]), "")

    return word, until("the note in triage", waits)


def decides(browser: Browser, line: Line, page: Page, **fields: str) -> Page:
    return browser.open(f"{line.site}/manage/triage", {"nonce": page.fields()["nonce"], **fields})


@pytest.mark.parametrize("path", PAGES)
def test_whoever_is_not_signed_in_is_led_to_the_sign_in_page(line: Line, path: str) -> None:
    page = Browser().open(f"{line.site}/manage{path}")
    assert "/oauth2/authorize" in page.url
    assert 'name="password"' in page.text
    assert ask(f"{line.site}/manage{path}", headers=DATA).status == 403


@pytest.mark.parametrize("path", PAGES)
def test_a_forged_session_sees_a_page_that_says_what_to_do(line: Line, path: str) -> None:
    waiting = Browser(follows=False)
    waiting.open(f"{line.site}/manage/in")
    (genuine,) = (cookie.value for cookie in waiting.cookies)
    for forged in ("manager=x", "manager=bWFuYWdlcg.AAAA", f"manager={genuine}", "manager="):
        page = Browser().open(f"{line.site}/manage{path}", Cookie=forged)
        if forged == "manager=":
            assert "/oauth2/authorize" in page.url
        else:
            assert page.status == 403
            assert "/manage/in" in page.text


def test_a_wrong_password_and_a_stranger_stay_outside(line: Line) -> None:
    manager = line.credentials["manager"]
    for wrong in ({**manager, "password": "guess"}, {**manager, "email": "else@throughline.test"}):
        browser = Browser()
        assert browser.sign_in(line.site, wrong).url != f"{line.site}/manage"
        assert "/oauth2/authorize" in browser.open(f"{line.site}/manage").url


def test_a_decision_on_the_page_opens_a_case_and_mail_goes_out(line: Line, manager: Browser) -> None:
    word, identity = parked(line)
    page = manager.open(f"{line.site}/manage/triage?id={identity.replace('#', '%23')}")
    assert word in page.text
    done = decides(manager, line, page, id=identity, choice=MOMENT)
    assert done.status == 200
    assert "Noted" in done.text
    assert word not in done.text, "the next one follows"
    assert line.mail(word, to=OWNER)["subject"]
    assert "noted before" in decides(manager, line, page, id=identity, choice=MOMENT).text
    other = decides(manager, line, page, id=identity, choice="nobody")
    assert (other.status, "A colleague decided" in other.text) == (409, True)
    assert len(line.mails(word, to=OWNER)) == 1


def test_two_browsers_have_sessions_of_their_own(line: Line, manager: Browser) -> None:
    second = Browser()
    second.sign_in(line.site, line.credentials["manager"])
    theirs = second.open(f"{line.site}/manage").fields()["nonce"]
    _, identity = parked(line)
    stolen = manager.open(f"{line.site}/manage/triage", {"nonce": theirs, "id": identity, "choice": MOMENT})
    assert (stolen.status, "stale" in stolen.text) == (403, True)

    out = second.open(f"{line.site}/manage/out", {"nonce": theirs})
    assert "signed out" in out.text
    assert "/oauth2/authorize" in second.open(f"{line.site}/manage").url
    assert manager.open(f"{line.site}/manage").status == 200


def test_a_session_that_was_ended_opens_nothing_from_that_moment(line: Line, manager: Browser) -> None:
    held = {cookie.name: cookie.value for cookie in manager.cookies}
    nonce = manager.open(f"{line.site}/manage").fields()["nonce"]
    manager.open(f"{line.site}/manage/out", {"nonce": nonce})
    assert Browser().open(f"{line.site}/manage", Cookie=f"manager={held['manager']}").status == 403


def test_the_operator_lets_managers_in_and_out(line: Line) -> None:
    email = f"{token()}@throughline.test"
    assert line.run("manager", "add", email).strip() == f"{line.site}/manage"
    assert email in {row["email"] for row in line.rows("manager", "list")}
    assert json.loads(line.run("manager", "remove", email))["sessions_ended"] == 0
    assert email not in {row["email"] for row in line.rows("manager", "list")}

    known = line.credentials["manager"]
    browser = Browser()
    browser.sign_in(line.site, known)
    assert json.loads(line.run("manager", "remove", known["email"], "--only-out"))["sessions_ended"] >= 1
    assert browser.open(f"{line.site}/manage").status == 403
    assert Browser().sign_in(line.site, known).url == f"{line.site}/manage"


def test_whoever_is_removed_signs_in_and_is_told_that_they_may_not(line: Line) -> None:
    known = line.credentials["manager"]
    line.run("manager", "remove", known["email"])
    try:
        page = Browser().sign_in(line.site, known)
        assert (page.status, "not as a manager" in page.text) == (403, True)
    finally:
        line.run("manager", "add", known["email"])


def test_a_department_is_held_back_and_let_go(line: Line, manager: Browser) -> None:
    page = manager.open(f"{line.site}/manage/shadow")
    fields = {"nonce": page.fields()["nonce"], "department": "Accounts"}
    held = manager.open(f"{line.site}/manage/shadow", {**fields, "to": "shadow"})
    assert re.search(r"<h2><bdi>Accounts</bdi></h2>", held.text)
    assert line.run("journey", "shadow").split() == ["accounts"]
    assert "<bdi>Accounts</bdi>" in manager.open(f"{line.site}/manage").text
    gone = manager.open(f"{line.site}/manage/shadow", {**fields, "to": "live"})
    assert "No team is held back" in gone.text
    assert "noted before" in manager.open(f"{line.site}/manage/shadow", {**fields, "to": "live"}).text


def test_the_map_shows_what_is_proposed_and_refuses_what_is_not(line: Line, manager: Browser) -> None:
    page = manager.open(f"{line.site}/manage/mirror")
    assert "The map in force is version" in page.text
    wrong = manager.open(f"{line.site}/manage/mirror", {"nonce": page.fields()["nonce"], "code": "000000"})
    assert (wrong.status, "Nothing is proposed" in wrong.text) == (400, True)


def test_thanks_that_wait_are_read_first_and_then_published(line: Line, manager: Browser) -> None:
    word = token()
    line.note(f"Thank you to the driver who carried the sofa of order 4471234 upstairs, {word}", kind="praise")
    (row,) = until("the thanks that wait", lambda: [one for one in line.rows("thanks", "list") if word in one["text"]])
    page = manager.open(f"{line.site}/manage/thanks")
    assert word in page.text
    fields = {"nonce": page.fields()["nonce"], "id": row["id"], "state": "published"}
    assert "Noted" in manager.open(f"{line.site}/manage/thanks", fields).text
    assert "noted before" in manager.open(f"{line.site}/manage/thanks", fields).text
    assert word not in manager.open(f"{line.site}/manage/thanks").text
    assert not [one for one in line.rows("thanks", "list") if word in one["text"]]


def test_a_program_reads_what_a_manager_sees(line: Line, manager: Browser) -> None:
    read = json.loads(manager.open(f"{line.site}/manage", Accept="application/json").text)
    assert read["has_map"]
    assert {"waiting", "late", "aside", "shadow"} <= set(read)
