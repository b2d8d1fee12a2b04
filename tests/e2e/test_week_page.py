"""The week's good news by the poster's link, and a reader's own hour and language, on the deployed stack."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from e2e.line import PAGE, Line, Mail, kept_environment, token
from e2e.monday import Told, digests
from operate.demo.doors import ask, link_in, send_json
from operate.wire import open_ledger
from throughline.domain.digest_time import Rhythm, last_out
from throughline.domain.edition import Edition
from throughline.domain.recognition import Thanks
from throughline.domain.week import Week

AHEAD = timedelta(weeks=20)  # nobody else has the clock strike in that week


@pytest.fixture(scope="module")
def out(line: Line) -> str:
    """A word of the digest that is out: one for all tests here, since a page keeps for minutes what a week tells."""
    word, this = token(), Week.of(datetime.now(UTC))
    assert ask(f"{line.form}/week", headers=PAGE).status == 200
    with kept_environment():
        for week in (this.previous(), this.previous().previous()):  # which of them is out depends on the hour
            thanked(line, week, word)
            open_ledger(line.stack).editions.settle(Edition(str(week), whole=True))
    return word


def test_whoever_has_no_mailbox_reads_what_went_out_and_prints_it(line: Line, out: str) -> None:
    page, sheet = (ask(f"{line.form}/week{asked}", headers=PAGE) for asked in ("", "?sheet=a4&language=de"))

    assert (page.status, out in page.body, f'href="/f/{line.place}' in page.body) == (200, True, True)
    assert (sheet.status, out in sheet.body, "Fünfzehn Minuten" in sheet.body) == (200, True, True)
    assert ask(f"{line.site}/f/{token()}/week", headers=PAGE).status == 404


@pytest.mark.usefixtures("out")
def test_a_mail_leads_to_its_weeks_page_and_reading_that_to_its_end_is_counted(told: Told, line: Line) -> None:
    page = link_in(told.mails[0]["text"], "/week?week=")
    assert page.endswith(f"/week?week={told.week}")
    readings, week = open_ledger(line.stack).readings, last_out("Europe/London", Rhythm(), datetime.now(UTC))
    shown, before = reading_of(f"{line.form}/week?week={week}"), readings.count(week)

    for reading in (shown, shown, "0" * 16, "1" * 16, "2" * 16, "3" * 16, "4" * 16):
        assert send_json(f"{line.form}/week", {"week": str(week), "reading": reading}).status == 200
    assert readings.count(week) == before + 6
    said = line.talk("digest", "report", "--week", str(week))
    assert f"Its page was read to the end {before + 6} times." in said


def reading_of(page: str) -> str:
    found = re.search(r'data-reading="([0-9a-f]{16})"', ask(page, headers=PAGE).body)
    return found[1] if found else ""


def test_a_reader_gets_a_week_once_at_the_hour_and_in_the_language_they_chose(told: Told, line: Line) -> None:
    later = Week.of(told.week.monday() + AHEAD)
    zones = {row["address"]: row["timezone"] for row in readers(line, later)}
    mail = next(one for one in told.mails if one["to"][0] in zones)
    address, choice = mail["to"][0], link_in(mail["text"], "/u/")
    kept = send_json(choice, {"hour": "14", "language": "fr"}).document()
    again = send_json(choice, {"hour": "14", "language": "fr"}).document()

    assert (kept["hour"], kept["language"], kept["reason"]) == (14, "fr", "changed")
    assert again["reason"] == "it was so before"

    thanked(line, later, token())
    got = [mails_at(line, later, zones[address], hour, address) for hour in (9, 14, 14, 15)]
    assert [len(mails) for mails in got] == [0, 1, 1, 1]
    assert "semaine" in got[1][0]["text"]

    send_json(choice, {"hour": "9", "language": told.readers[address].partition("-")[0]})
    assert ask(choice, headers=PAGE).status == 200


def thanked(line: Line, week: Week, word: str) -> None:
    """A customer's thanks on the week's Monday."""
    said = Thanks(f"F#{word}{week}", 1, f"Thank you {word}.", "", (), week.monday(), "a customer", "it is thanks")
    open_ledger(line.stack).items.thanks(said).save()


def readers(line: Line, week: Week) -> list[dict[str, str]]:
    return line.rows("digest", "plan", "--week", str(week), "--json")


def mails_at(line: Line, week: Week, zone: str, hour: int, address: str) -> list[Mail]:
    """What the reader has had of the week's digest once this hour of the Monday after it was struck."""
    monday = week.monday() + timedelta(days=7)
    line.run("tick", "--at", datetime.combine(monday, time(hour), ZoneInfo(zone)).astimezone(UTC).isoformat())
    line.until_queues_empty()
    return [mail for mail in digests(line, week) if mail["to"] == [address]]
