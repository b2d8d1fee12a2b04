"""Two colleagues at one department: their inbox, their code, one answer for many, and what they take back."""

import re
import time

import pytest

from e2e.at_desk import asked_for_code, known_at, page_with
from e2e.line import Line, Mail, acted, case_link, token
from operate.demo.doors import Answer, link_in, until
from signing_in import Browser

PARCEL = "Opening the parcel"
MAILBOX = "packing@"
ADDRESS = "robin.hale@shops.example"


def noted(line: Line, text: str, **more: str) -> Answer:
    taken = line.note(text, touchpoint=PARCEL, **more)
    assert taken.status == 201
    return taken


@pytest.fixture
def word() -> str:
    return token()


@pytest.fixture
def mail(line: Line, word: str) -> Mail:
    noted(line, f"The lamp's foot was scratched, {word}.", name="Robin Hale", email=ADDRESS)
    return line.mail(word, to=MAILBOX)


@pytest.fixture
def desk(mail: Mail) -> str:
    return link_in(mail["text"], "/d/")


def picks(page: str, word: str) -> dict[str, str]:
    """What is ticked for the notes that speak of the word, whatever else is like them."""
    labels = re.findall(r'<label class="pick">.*?</label>', page, re.DOTALL)
    found = (re.search(r'name="(pick-\w+)" value="([^"]+)"', label) for label in labels if word in label)
    return {one[1]: one[2] for one in found if one}


def test_a_forwarded_link_shows_nothing_until_the_departments_mailbox_is_asked(
    line: Line, word: str, desk: str
) -> None:
    stranger, colleague = Browser(), known_at(line, desk, MAILBOX)

    assert word in page_with(colleague, desk, word).text
    assert (stranger.open(desk).status, word in stranger.open(desk).text) == (401, False)


def test_a_code_works_for_the_device_that_asked_and_once(line: Line, desk: str) -> None:
    first, other = Browser(), Browser()
    page, code = asked_for_code(line, first, desk, MAILBOX)
    entered = {"action": "code", "asking": page.fields()["asking"], "code": code}

    assert other.open(desk, {**entered, "asking": other.open(desk).fields()["asking"]}).status == 403
    assert first.open(desk, entered).status == 200
    assert other.open(desk, entered).status == 403


def test_one_answer_reaches_everybody_who_said_the_same(line: Line, word: str) -> None:
    addresses = [f"{name}.{word}@shops.example" for name in ("ann", "bob", "cem")]
    for address in addresses:
        noted(line, f"Broken {word} shelf brackets in the {word} carton.", email=address)
    line.quiet()
    desk = link_in(line.mail(word, to=MAILBOX)["text"], "/d/")
    browser = known_at(line, desk, MAILBOX)
    page = page_with(browser, desk, word)
    picked = picks(page.text, word)
    told = browser.open(desk, {"action": "answer", "text": f"A new one {word} comes.", **picked})

    assert "2 more like this in 7 days" in page.text
    assert (len(picked), "3 notes are noted." in told.text) == (3, True)
    for address in addresses:
        assert f"A new one {word} comes." in " ".join(line.mail("answered", to=address)["text"].split())


def test_the_second_of_two_colleagues_is_told_kindly(line: Line, mail: Mail, desk: str, word: str) -> None:
    noted(line, f"The lamp's foot was scratched, {word}, once more.", email=ADDRESS)
    line.mail(f"{word}, once more", to=MAILBOX)
    browser = known_at(line, desk, MAILBOX)
    page = page_with(browser, desk, word).text
    link = case_link(mail)
    acted(link, "acknowledge")
    told = browser.open(desk, {"action": "answer", "text": "Ours.", **picks(page, word)})

    assert "A colleague acted on this a moment ago." in told.text
    assert acted(link, "acknowledge").document()["outcome"] == "repeated"


def test_what_was_not_meant_is_taken_back(line: Line, mail: Mail, word: str) -> None:
    link = case_link(mail)
    acted(link, "resolve", text=f"We wrap it {word}x.", effort="less", thanks=f"You looked closely {word}.")
    changed = line.mail(f"{word}x", to=ADDRESS)
    page = Browser().open(link)
    undone = acted(link, "undo")
    line.mail("Not quite yet", to=ADDRESS)

    assert f"You looked closely {word}." in " ".join(changed["text"].split())
    assert "Take the last step back" in page.text
    assert undone.document() | {"contact": None} == undone.document()
    assert (undone.document()["outcome"], undone.document()["state"]) == ("changed", "routed")


def test_a_note_handed_back_waits_for_a_person_who_decides(line: Line, mail: Mail, word: str) -> None:
    link = case_link(mail)
    asked = acted(link, "hand_on", describe="the people at the warehouse")
    assert (asked.document()["outcome"], asked.document()["suggested"]) == ("choose", ["Warehouse"])
    acted(link, "hand_on", to="Warehouse")
    there = line.mail(word, to="warehouse@")
    back = acted(case_link(there), "hand_on", to="Packing")
    rows = [row for row in line.rows("triage", "list") if word in row["text"]]
    (row,) = rows
    line.run("triage", "decide", str(row["id"]), "Facilities")
    third = line.mail(word, to="facilities@")

    assert back.document()["state"] == "handed_on"
    assert "Packing, Warehouse had it" in row["reason"]
    assert "handed on 2 times before" in third["text"]
    assert "Packing" in third["text"]


def test_weeks_count_what_was_done_and_devices_can_be_forgotten(line: Line, mail: Mail, desk: str) -> None:
    browser = known_at(line, desk, MAILBOX)
    acted(case_link(mail), "resolve", text="The foot is wrapped now.", effort="less")
    line.until_queues_empty()

    def counted() -> bool:
        rows = [row for row in line.rows("case", "trends", "--json") if row["department"] == "Packing"]
        less, came = (sum(int(row[name]) for row in rows) for name in ("less", "opened"))
        return less >= 1 and came >= 1

    assert until("the week's figures", counted)
    assert "Packing: " in line.run("case", "trends", "--department", "Packing")
    line.run("case", "forget-devices", "Packing")
    assert browser.open(desk).status == 401
    time.sleep(1)  # whoever becomes known within the second is asked anew


def test_a_team_prints_its_sheet_with_what_waits_and_nobodys_words(line: Line, word: str, desk: str) -> None:
    colleague = known_at(line, desk, MAILBOX)
    sheet = colleague.open(f"{desk}?sheet=a4")

    assert (sheet.status, "Fifteen minutes" in sheet.text, "one thing that waits for us" in sheet.text) == (
        200,
        True,
        True,
    )
    assert word not in sheet.text
    assert Browser().open(f"{desk}?sheet=a4").status == 401
