"""What a note becomes: cases, thanks, or a question to a person."""

import json

from e2e.line import Line, token


def test_praise_becomes_thanks_and_no_case(line: Line) -> None:
    word = token()
    taken = line.note(f"Thank you, the adviser was wonderful {word}", kind="praise", touchpoint="Asking for advice")
    (item,) = line.settled(taken)
    line.quiet()

    assert (item["kind"], item["touchpoint"]) == ("thanks", "Asking for advice")
    assert line.mails(word) == []


def test_several_things_in_one_note_reach_each_department_and_are_thanked(line: Line) -> None:
    word = token()
    text = (
        f"The card reader was frozen again {word}. The toilet was dirty and there was no soap. "
        "But the adviser was wonderful, thank her."
    )
    items = line.settled(line.note(text))
    mails = [line.mail(word, to="it@"), line.mail(word, to="brightstep")]

    assert sorted(item["kind"] for item in items) == ["case", "case", "thanks"]
    assert {item["department"] for item in items if item["kind"] == "case"} == {"IT", "Cleaning"}
    assert "Cleaning" in mails[0]["text"]


def test_what_cannot_be_decided_waits_for_a_person(line: Line) -> None:
    word = token()
    taken = line.note(f"Hmm {word}, somehow strange today.")
    (item,) = line.settled(taken)
    (waiting,) = [row for row in line.rows("triage", "list") if word in row["text"]]
    decided = json.loads(line.run("triage", "decide", waiting["id"], "Returning something"))
    mail = line.mail(word, to="help-desk@")

    assert (item["kind"], bool(item["why"])) == ("parked", True)
    assert waiting["reason"]
    assert decided["decided"]
    assert "a person decided" in mail["text"]
    assert not [row for row in line.rows("triage", "list") if word in row["text"]]
    assert line.settled(taken)[0]["department"] == "Help Desk"
