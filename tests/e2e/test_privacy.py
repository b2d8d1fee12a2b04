"""Who wrote stays with us: no mail to a department, no page, no event and no log tells it."""

from uuid import uuid4

from e2e.at_desk import known_at
from e2e.line import PAGE, Line, case_link, token
from e2e.public_events import Listener
from e2e.test_surveys import answered
from operate.demo.doors import ask, link_in, send_json


def test_nobody_learns_who_wrote_and_no_log_holds_words_or_links(line: Line, listener: Listener) -> None:
    name, mailbox, word = token(), token(), token()
    device = {"User-Agent": token(), "Cookie": f"who={token()}", "X-Forwarded-For": "203.0.113.77"}
    note = {
        "id": uuid4().hex,
        "text": f"The box arrived crushed, {word}.",
        "touchpoint": "Opening the parcel",
        "name": f"Kim {name}",
        "email": f"{mailbox}@shops.example",
    }
    taken = send_json(line.form, note, device)
    routed = line.mail(word, to="packing@")
    line.mail(word, to=mailbox)
    desk = link_in(routed["text"], "/d/")
    pages = [ask(case_link(routed), headers=PAGE).body, known_at(line, desk, "packing@").open(desk).text]
    listener.wait_for(lambda events: any(event["type"].endswith("case.routed.v1") for event in events))
    told = [routed["text"], routed["html"], str(routed["headers"]), *pages, *map(str, listener.seen)]

    assert taken.status == 201
    for private in (name, mailbox, *device.values()):
        assert not [text for text in told if private in text]
    receipt, link = taken.document()["receipt"], case_link(routed).rpartition("/")[2]
    assert_not_logged(line, name, mailbox, word, receipt, link, *device.values())


def test_what_cannot_be_read_is_not_logged_either(line: Line) -> None:
    word = token()
    kind = {"Content-Type": "application/json"}
    assert ask(line.form, f'{{"{word}'.encode(), kind).status == 400
    assert line.note("", email=word).status == 400
    assert line.answer(f"{line.site}/v1/responses", **answered(99, verbatim=word)).status == 400
    assert ask(f"{line.site}/c/{word}", headers=PAGE).status == 403
    assert_not_logged(line, word)


def assert_not_logged(line: Line, *private: str) -> None:
    line.quiet()
    logged = list(line.logs())

    assert any("handled" in row for row in logged)
    assert not [row for row in logged for text in private if text in row]
