"""The digest of a week: for everyone who reads one, at their own Monday morning, once."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from e2e.line import Line
from e2e.monday import Told, digests, staff, strike
from operate.demo.doors import ask, flowing, link_in, until
from throughline.domain.week import Week


def test_everyone_who_reads_one_gets_one_and_nobody_two(told: Told) -> None:
    got = Counter(address for mail in told.mails for address in mail["to"])

    assert got == Counter(told.readers.keys())


def test_it_carries_praise_and_what_was_changed(told: Told) -> None:
    for mail in told.mails:
        assert told.praise in mail["text"] or "more good thing" in mail["text"] or told.readers[mail["to"][0]] == "de"
        assert mail["html"]
    assert any(told.praise in flowing(mail["text"]) for mail in told.mails)
    menders = {person["email"] for person in staff() if person["department"] == "Facilities"}
    colleagues = [mail for mail in told.mails if mail["to"][0] in menders]  # they see their own changes first
    assert colleagues
    assert all(told.change in flowing(mail["text"]) for mail in colleagues)


def test_it_counts_the_answers(told: Told) -> None:
    english = next(mail for mail in told.mails if told.readers[mail["to"][0]].startswith("en"))

    assert "would recommend us" in flowing(english["text"])


def test_each_reads_their_own_language(told: Told) -> None:
    for mail in told.mails:
        german = told.readers[mail["to"][0]] == "de"
        assert ("Woche" in mail["text"]) is german
        assert ("· week" in mail["text"]) is not german


def test_a_reader_can_leave_by_one_click_and_come_back(told: Told) -> None:
    mail = told.mails[0]
    url = link_in(mail["text"], "/u/")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    left = ask(url, b"List-Unsubscribe=One-Click", form)
    back = ask(url, b"digest=weekly", {**form, "Accept": "application/json"})

    assert f"<{url}>" in mail["headers"]["List-Unsubscribe"]
    assert mail["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (left.status, left.document()["digest"]) == (200, "off")
    assert (back.status, back.document()["digest"]) == (200, "weekly")


def test_a_week_with_nothing_to_celebrate_sends_nothing(line: Line) -> None:
    week = Week.of(datetime.now(UTC) + timedelta(weeks=30))
    strike(line, week)
    quiet = "skipped: nothing to celebrate"
    outcomes = until("every outcome", lambda: ended(line, week, quiet), patience=60)

    assert set(outcomes.values()) == {quiet}
    assert digests(line, week) == []


def ended(line: Line, week: Week, outcome: str) -> dict[str, str]:
    """Who has had which outcome, once everyone who reads a digest has one."""
    rows = line.rows("digest", "report", "--week", str(week), "--json")
    mailed = {one["email"] for one in staff() if one["email"] and one["digest"] == "weekly"}
    found = {row["address"]: row["outcome"] for row in rows if row["address"] in mailed}
    return found if all(one == outcome for one in found.values()) else {}
