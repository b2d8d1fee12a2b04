"""The editor's hand in the digest, and what becomes of an answer to it."""

import re
from datetime import UTC, datetime, time, timedelta

from e2e.line import Line, token
from e2e.monday import Told, digests, mornings
from e2e.test_mail import send, written
from operate.demo.doors import flowing, until
from throughline.domain.week import Week


def test_what_went_is_settled_and_listed(line: Line, told: Told) -> None:
    stories = {one["words"]: one for one in line.rows("digest", "stories", "--week", str(told.week), "--json")}
    (praised,) = [one for words, one in stories.items() if told.praise in words]
    (changed,) = [one for words, one in stories.items() if told.change in words]
    assert {praised["state"], changed["state"]} == {"told"}


def test_the_cx_manager_sees_it_on_the_working_day_before_once(line: Line, told: Told) -> None:
    friday = datetime.combine(told.week.monday() + timedelta(days=4), time(10), UTC).isoformat()
    for _ in range(2):
        line.run("tick", "--at", friday)
    wanted = f"Look first: the digest of week {told.week.number}"
    (mail,) = until("the preview", lambda: [one for one in line.mails() if one["subject"] == wanted])
    line.until_queues_empty()
    assert len([one for one in line.mails() if one["subject"] == wanted]) == 1
    assert mail["to"] == ["isla.brandt@oakandlantern.example"]
    assert f"throughline digest hold --week {told.week}" in mail["text"]
    assert re.search(r"· [a-z2-7]{8} ", mail["text"])


def test_a_digest_that_is_held_goes_to_nobody(line: Line, told: Told) -> None:  # noqa: ARG001 - its Monday comes first
    week = Week.of(datetime.now(UTC) + timedelta(weeks=12))
    line.run("digest", "hold", "--week", str(week))
    line.run("tick", "--at", max(mornings(week)).isoformat())
    line.until_queues_empty()
    assert digests(line, week) == []
    states = {row["outcome"] for row in line.rows("digest", "report", "--week", str(week), "--json")}
    assert "sent" not in states
    assert "released" in line.run("digest", "release", "--week", str(week))


def test_an_answer_to_a_digest_is_a_note_like_any_other(line: Line, told: Told) -> None:
    mail, word = next(one for one in told.mails if told.readers[one["to"][0]].startswith("en")), token()
    answered = flowing(mail["text"]).splitlines()[0]
    text = f"Thank you, the drivers were so kind on Saturday {word}\n\nOn Monday we wrote:\n> {answered}\n"
    headers = {"From": mail["to"][0], "To": mail["headers"]["Reply-To"], "In_Reply_To": mail["headers"]["Message-ID"]}
    send(line, written(line, text, **headers), mail["to"][0])
    week = str(Week.of(datetime.now(UTC)))
    (thanked,) = until(
        "the thanks", lambda: [one for one in line.rows("thanks", "list", "--week", week) if word in one["text"]]
    )
    assert answered not in thanked["text"]
