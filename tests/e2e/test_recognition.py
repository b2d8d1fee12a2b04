"""Thanks by name, from the form to the person's own mail, moderated; and a new address that has to answer."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from e2e.line import SAMPLE, Line, Mail, token
from operate.demo.doors import ask, flowing, link_in, send_form, send_json, until

NADIA, GREGOR = "nadia.farrow@", "gregor.muir@oakandlantern.example"


def in_the_morning(line: Line, days: int = 2) -> None:
    line.quiet()
    line.run("tick", "--at", (datetime.now(UTC) + timedelta(days=days)).isoformat())


def test_whoever_is_thanked_hears_of_it_and_says_whether_they_may_be_named(line: Line) -> None:
    word = token()
    line.note(f"Thank you, Nadia Farrow stayed with her until closing {word}", to="Nadia Farrow")
    line.note(f"Nadia Farrow found the right lamp {word}", to="Nadia Farrow", private="yes")
    in_the_morning(line)
    mail = line.mail(word, to=NADIA)
    assert "2 people thanked you" in mail["subject"]
    assert flowing(mail["text"]).count(f"Nadia Farrow found the right lamp {word}") == 1
    choice = link_in(mail["text"], "/u/")
    assert "Keep me out" in ask(choice, headers={"Accept": "text/html"}).body
    kept = send_json(choice, {"naming": "name"}).document()
    assert kept["naming"] == "name"
    (published,) = [one for one in line.rows("thanks", "list", "--week", _this_week()) if word in one["text"]]
    assert published["text"] == f"Thank you, […] stayed with her until closing {word}"


def test_a_person_looks_first_at_what_may_hurt(line: Line) -> None:
    word = token()
    line.note(f"Mrs Baker of 12 Elm Road says thank you {word}", kind="praise", touchpoint="Asking for advice")
    (held,) = until("what is held", lambda: [one for one in line.rows("thanks", "list") if word in one["text"]])
    assert held["held_for"] == "name"
    line.run("thanks", "publish", held["id"])
    assert [one for one in line.rows("thanks", "list") if word in one["text"]] == []
    assert [one for one in line.rows("thanks", "list", "--week", _this_week()) if word in one["text"]]


def test_a_private_word_for_nobody_we_know_is_handed_on_by_a_person(line: Line) -> None:
    word = token()
    line.note(f"You were so kind {word}", to="Gregory", private="yes")
    (held,) = until("what is held", lambda: [one for one in line.rows("thanks", "list") if word in one["text"]])
    line.run("thanks", "hand", held["id"], GREGOR)
    in_the_morning(line, days=3)
    assert "Only you read this." in line.mail(word, to=GREGOR)["text"]


def test_a_new_address_has_no_mail_until_it_answers(line: Line, tmp_path: Path) -> None:
    sample = (SAMPLE / "journey.yaml").read_text(encoding="utf-8")
    moved = tmp_path / "journey.yaml"
    moved.write_text(sample.replace("help-desk@oakandlantern", "helpers@oakandlantern"), encoding="utf-8")
    try:
        line.tell_map(moved, "--ask")
        asked = line.mail("right mailbox", to="helpers@")
        assert "has not confirmed its mailbox" in flowing(told(line, "isla.brandt@")["text"])
        page = ask(link_in(asked["text"], "/a/"), headers={"Accept": "text/html"})
        assert "Help Desk" in page.body
        assert line.rows("journey", "confirm")
        assert send_form(link_in(asked["text"], "/a/")).status == 200
        assert line.rows("journey", "confirm") == []
        assert told(line, "helpers@")
    finally:
        line.tell_map()  # whoever comes next finds the map as it was


def told(line: Line, to: str) -> Mail:
    """The mail about a note for the help desk that goes to this address, once routing has noticed the map."""
    moment = _moment(line)

    def look() -> Mail | None:
        word = token()
        line.note(f"She waited on the phone for an hour, {word}", touchpoint=moment)
        mail = line.mail(word)
        return mail if to in " ".join(mail["to"]) else None

    return until(f"a mail to {to}", look, patience=90)


def _moment(line: Line) -> str:
    """A moment that the help desk answers for."""

    rows = json.loads(line.run("journey", "export", "--json"))["parts"]
    first = {row["touchpoint"]: row["department"] for row in reversed(rows)}
    return next(str(touchpoint) for touchpoint, department in first.items() if department == "Help Desk")


def _this_week() -> str:
    year, week, _ = datetime.now(UTC).isocalendar()
    return f"{year}-W{week:02}"
