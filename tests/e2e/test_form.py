"""A note by the form at a place's link."""

from uuid import uuid4

from e2e.line import DATA, PAGE, Line, token
from operate.demo.doors import ask, hidden_fields, link_in, send_form, send_json

CRUSHED = "A lamp came back: the box arrived crushed and its foot was scratched"


def test_a_browsers_note_reaches_the_department_with_the_reason(line: Line) -> None:
    word = token()
    page = ask(line.form, headers=PAGE)
    filled = {"text": f"{CRUSHED}, {word}.", "touchpoint": "Opening the parcel", "kind": "issue", "reference": "48113"}
    taken = send_form(line.form, **{**hidden_fields(page.body), **filled})
    mail = line.mail(word, to="packing@")

    assert (page.status, taken.status) == (200, 201)
    assert "[Packing]" in mail["subject"]
    assert "because" in mail["text"]
    assert "Please answer by" in mail["text"]
    assert "48113" in mail["text"]
    assert word in mail["html"]
    shown = ask(link_in(taken.body.replace("&amp;", "&").replace('"', " "), "/r?receipt="), headers=PAGE)
    assert (shown.status, word in shown.body, "Packing" in shown.body) == (200, True, True)


def test_a_device_gets_a_receipt_that_tells_what_became_of_its_note(line: Line) -> None:
    taken = line.note(f"{CRUSHED}.", touchpoint="Opening the parcel")
    (item,) = line.settled(taken)

    assert taken.status == 201
    assert taken.document()["url"] == f"{line.site}/r?receipt={taken.document()['receipt']}"
    assert (item["kind"], item["department"], item["state"]) == ("case", "Packing", "routed")
    assert "Opening the parcel" in item["why"]


def test_the_same_note_again_is_the_same_note(line: Line) -> None:
    word = token()
    note = {"id": uuid4().hex, "text": f"{CRUSHED}, {word}.", "touchpoint": "Opening the parcel"}
    first, again = send_json(line.form, note), send_json(line.form, note)
    line.quiet()

    assert (first.status, again.status) == (201, 200)
    assert first.document() == again.document()
    assert len(line.settled(first)) == 1
    assert len(line.mails(word, to="packing@")) == 1


def test_other_words_under_the_same_id_are_refused(line: Line) -> None:
    note = {"id": uuid4().hex, "text": f"{CRUSHED}."}
    send_json(line.form, note)
    other = send_json(line.form, {**note, "text": "Something else entirely."})

    assert (other.status, other.document()["field"]) == (409, "id")
    assert other.document()["do"]


def test_a_note_at_an_unknown_place_is_refused_and_kept(line: Line) -> None:
    word = token()
    refused = send_json(f"{line.site}/f/{token()}", {"id": uuid4().hex, "text": f"The sign fell down, {word}."})
    kept = [row for row in line.rows("park", "list") if word in row["what"]]

    assert (refused.status, refused.document()["field"]) == (404, "place")
    assert "closed" in kept[0]["reason"]


def test_a_note_larger_than_the_door_is_refused_with_the_limit(line: Line) -> None:
    refused = line.note("x" * 65 * 1024)

    assert (refused.status, refused.document()["field"]) == (413, "body")
    assert "64 KB" in refused.document()["error"]


def test_a_body_that_is_not_what_it_says_is_refused(line: Line) -> None:
    plain = ask(line.form, b"hello", {"Content-Type": "text/plain", **DATA})
    broken = ask(line.form, b"{", {"Content-Type": "application/json", **DATA})

    assert (plain.status, plain.document()["field"]) == (415, "Content-Type")
    assert (broken.status, broken.document()["field"]) == (400, "body")


def test_a_browser_keeps_its_words_when_something_is_missing(line: Line) -> None:
    word = token()
    refused = send_form(line.form, id=uuid4().hex, text=f"The bin is full, {word}.", email="nowhere")

    assert refused.status == 400
    assert word in refused.body
    assert "does not look like an e-mail address" in refused.body


def test_a_receipt_that_is_not_ours_tells_nothing(line: Line) -> None:
    refused = ask(f"{line.site}/r?receipt=1234567890123456", headers=DATA)

    assert (refused.status, refused.document()["field"]) == (404, "receipt")
