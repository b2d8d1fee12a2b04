"""Fifty decisions and more: routing decides alone, says why, is more careful once corrected, and forgets on demand."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from e2e.line import Line, acted, case_link, token
from operate.demo.doors import Answer, TookTooLongError, flowing, until

TOUCHPOINT, DEPARTMENT, MEANT = "Returning something", "Help Desk", "Packing"
SAID = "Oh, a grundle below that ledge squeaked"
FEW, MANY, CORRECTED = 20, 60, 24  # a day's worth to learn from; more than what it takes to decide; to be doubted for
WAITS, NOTICED = 90.0, 120.0


@dataclass(frozen=True)
class Writer:
    """A colleague who writes of one thing only, under an address that can be erased."""

    line: Line
    address: str

    def tells(self, said: str = SAID) -> tuple[str, Answer]:
        """A note, by the word that it is found again by."""
        word = token()
        return word, self.line.note(f"{said}, {word}", name="Robin Vale", email=self.address)

    def teaches(self, count: int) -> None:
        """So many notes, each decided by a person."""
        words = {self.tells()[0] for _ in range(count)}
        waiting = until("the notes in triage", lambda: self._all(words), patience=WAITS)
        for row in waiting:
            self.line.run("triage", "decide", row["id"], TOUCHPOINT)

    def _all(self, words: set[str]) -> list[dict[str, Any]]:
        rows = [row for row in self.line.rows("triage", "list") if row["text"].rpartition(" ")[2] in words]
        return rows if len(rows) == len(words) else []


@pytest.fixture
def writer(line: Line) -> Iterator[Writer]:
    here = Writer(line, f"{token()}@shops.example")
    yield here
    with suppress(AssertionError):  # erased already
        line.run("erase", "--subject", here.address, "--yes")
    learns(line, next_day=True)


def learns(line: Line, *, next_day: bool = False) -> dict[str, Any]:
    """What is in place after the last half hour of the day; what was erased goes with the next day's learning."""
    days = [date.fromisoformat(row["on"]) for row in line.rows("route", "models")]
    day = max([*days, datetime.now().date()]) + timedelta(days=next_day)  # noqa: DTZ005 - a day will do
    line.run("tick", "--at", f"{day}T23:30:00Z")
    newest: dict[str, Any] = line.rows("route", "models")[0]
    return newest


@pytest.mark.usefixtures("told")
def test_what_was_learned_decides_alone_is_doubted_when_corrected_and_forgets(line: Line, writer: Writer) -> None:
    writer.teaches(FEW)
    twenty = learns(line)
    assert twenty["why"].startswith("learned from")
    writer.teaches(MANY - FEW)
    sixty = learns(line)
    assert (sixty["model"] != twenty["model"], sixty["count"] >= MANY) == (True, True)

    word = until("a decision without a person", lambda: decided(line, writer), patience=NOTICED)
    mail = flowing(line.mail(word)["text"])
    assert "the words fit Help Desk best" in mail
    (case,) = [row["id"] for row in line.rows("case", "list") if word in row["quote"]]
    assert sixty["model"][:12] in line.run("case", "show", case)

    for _ in range(CORRECTED):
        word = until("another one", lambda: decided(line, writer), patience=NOTICED)
        acted(case_link(line.mail(word)), "hand_on", to=MEANT, text="It is theirs.")
    doubting = learns(line)
    assert "people corrected too much, so it has to be" in doubting["why"]

    line.run("erase", "--subject", writer.address, "--yes")
    after = learns(line, next_day=True)
    assert after["count"] <= sixty["count"] - MANY
    assert until("that it is forgotten", lambda: waits(line, writer), patience=NOTICED)


def decided(line: Line, writer: Writer) -> str:
    """The word of a note that reached the department with nobody asked; empty where a person is."""
    word, taken = writer.tells()
    (item,) = line.settled(taken)
    return word if (item["kind"], item["department"]) == ("case", DEPARTMENT) else ""


def waits(line: Line, writer: Writer) -> bool:
    """Whether a new note is a person's again."""
    with suppress(TookTooLongError):
        return line.settled(writer.tells()[1])[0]["kind"] == "parked"
    return False
