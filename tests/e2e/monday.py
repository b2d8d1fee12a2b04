"""A week with something to tell, and the Monday after it, in each zone of the staff."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from e2e.line import SAMPLE, Line, Mail, acted, case_link, token
from e2e.test_surveys import answered
from operate.demo.doors import until
from throughline.domain.week import Week

SPOKEN = (
    "The cardboard was soaked through.",
    "A soaked cardboard again.",
    "Our parcel stood in a soaked cardboard.",
    "Everything in the soaked cardboard was wet.",
    "The courier left a soaked cardboard.",
    "I opened a soaked cardboard.",
)


@dataclass(frozen=True)
class Told:
    """A week after its Monday: what was said in it, and who had which digests and mails about themes."""

    week: Week
    praise: str
    change: str
    readers: dict[str, str]
    mails: list[Mail]
    themes: list[Mail]


def staff() -> list[dict[str, str]]:
    with (SAMPLE / "people.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def mornings(week: Week) -> Iterator[datetime]:
    """Nine o'clock on the Monday after a week, in each zone of the staff."""
    monday = week.monday() + timedelta(days=7)
    for zone in sorted({person["timezone"] for person in staff()}):
        yield datetime.combine(monday, time(9), ZoneInfo(zone)).astimezone(UTC)


def strike(line: Line, week: Week) -> None:
    """Every zone's Monday morning, twice, as schedules may."""
    for moment in sorted([*mornings(week), *mornings(week)]):
        line.run("tick", "--at", moment.isoformat())


def digests(line: Line, week: Week) -> list[Mail]:
    return [mail for mail in line.mails() if mail["tags"].get("digest") == str(week)]


def about_themes(line: Line) -> list[Mail]:
    return [mail for mail in line.mails() if mail["tags"].get("kind") == "themes"]


def a_week_told(line: Line) -> Told:
    """Praise, a change, scores and words of low scores; then the Monday's ticks, until all mails are there."""
    praise, change, now = token(), token(), datetime.now(UTC)
    line.note(f"Thank you for the sofa {praise}", kind="praise", touchpoint="Delivery at the door")
    line.note(f"The heating broke on Saturday, {change}.", touchpoint="Clean and safe rooms")
    for score in (10, 9, 9, 10, 2, 10, 9, 10, 7, 10):
        line.answer(f"{line.site}/v1/responses", **answered(score))
    for words in SPOKEN:
        said = answered(2, verbatim=words, touchpoint_hint="Opening the parcel")
        line.answer(f"{line.site}/v1/responses", **said)
    acted(case_link(line.mail(change, to="facilities@")), "resolve", text=f"We mended the boiler {change}d.")
    line.quiet()
    week = Week.of(now)
    planned = {one["address"] for one in line.rows("digest", "plan", "--week", str(week), "--json")}
    assert planned >= {one["email"] for one in staff() if one["email"] and one["digest"] == "weekly"}
    readers = {one["email"]: one["language"] for one in staff() if one["email"] in planned}
    strike(line, week)
    until("every digest", lambda: len(digests(line, week)) >= len(readers), patience=90)
    line.until_queues_empty()
    return Told(week, praise, f"{change}d", readers, digests(line, week), about_themes(line))
