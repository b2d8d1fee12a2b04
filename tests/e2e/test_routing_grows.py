"""What routing knows grows by what people say, through the deployed stack: in their languages, by edits, by numbers."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from e2e.line import Line, token
from e2e.test_manage import manager
from operate.demo.doors import Answer, TookTooLongError, flowing, send_json, until
from signing_in import Browser

__all__ = ["manager"]
PARCEL, RETURNS = "Opening the parcel", "Returning something"
# Nobody at the sample's house wrote words for these: that they mean the same is read, not looked up.
SAID = {
    "de": "Als wir auspackten, war alles zerdrückt und verbeult",
    "fr": "En ouvrant le colis, tout était écrasé et abîmé",
    "es": "Al abrir el paquete, todo estaba aplastado y roto",
    "pl": "Po otwarciu paczki wszystko było zgniecione i zniszczone",
}
WAITS = 60.0


def offered(line: Line, taken: Answer) -> list[str]:
    """The moments that whoever wrote may choose from, once a function has read for meaning."""
    known: list[str] = until("the moments to choose from", lambda: line.receipt(taken)["choices"], patience=WAITS)
    return known


@pytest.fixture
def own_map(line: Line) -> Iterator[None]:
    """Whoever comes next finds the map as it was."""
    yield
    line.tell_map()


@pytest.mark.parametrize("language", SAID)
def test_whoever_wrote_finds_their_moment_among_three_and_says_so(line: Line, language: str) -> None:
    word = token()
    taken = line.note(f"{SAID[language]}, {word}.")
    choices = offered(line, taken)
    assert PARCEL in choices
    assert len(choices) <= 3

    receipt = taken.document()["receipt"]
    assert send_json(f"{line.site}/r", {"receipt": receipt, "touchpoint": PARCEL}).status == 200
    assert line.mail(word, to="packing@")["subject"].startswith("[Packing]")
    assert [item["touchpoint"] for item in line.settled(taken)] == [PARCEL]


def parked(line: Line, text: str) -> dict[str, Any]:
    """A note that waits for a person, once it has its suggestions."""
    word = token()
    taken = line.note(f"{text}, {word}")

    def weighed() -> dict[str, Any] | None:
        return next((row for row in line.rows("triage", "list") if word in row["text"] and row["by_meaning"]), None)

    try:
        return until("the note in triage", weighed, patience=WAITS)
    except TookTooLongError as late:
        raise TookTooLongError(f"{late}: {line.receipt(taken)}, {line.troubles()}") from late


def test_that_it_is_nobodys_ends_it_without_a_case(line: Line) -> None:
    item = parked(line, "Is it true that nicotine is harder to kick than heroin")
    line.run("triage", "decide", item["id"], "nobody")
    assert item["id"] not in {row["id"] for row in line.rows("triage", "list")}
    assert not [row for row in line.rows("case", "list") if row["id"].startswith(item["id"])]


def next_monday() -> datetime:
    """Half past three, past all the Mondays that other tests have struck."""
    today = datetime.now(UTC).replace(hour=3, minute=30, second=0, microsecond=0)
    return today + timedelta(days=7 - today.weekday(), weeks=40)


@pytest.mark.usefixtures("own_map")
def test_a_word_that_people_use_is_proposed_by_mail_and_taken_with_a_click(line: Line, manager: Browser) -> None:
    new = f"zw{token()[2:]}"
    for _ in range(3):
        line.run("triage", "decide", parked(line, f"Well, some {new} near our skirting whirred")["id"], RETURNS)
    (proposed,) = [row for row in line.rows("journey", "propose") if row.get("word") == new]
    line.run("tick", "--at", next_monday().isoformat())
    assert new in flowing(line.mail(new, to="isla.brandt@")["text"])

    page = manager.open(f"{line.site}/manage/mirror")
    taken = manager.open(f"{line.site}/manage/mirror", {"nonce": page.fields()["nonce"], "code": proposed["code"]})
    assert taken.status == 200
    rows = json.loads(line.run("journey", "export", "--json"))["parts"]
    assert new in {cue["words"] for row in rows if row["touchpoint"] == RETURNS for cue in row["routes_when"]}
    line.start_anew()
    assert new in parked(line, f"Once more that {new}")["hits"]
