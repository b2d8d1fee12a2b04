"""A flood over one link and from one sender, at the deployed stack."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from e2e.line import PAGE, Line, token
from e2e.test_mail import TROUBLE, send, written
from operate.demo.doors import Answer, ask, hidden_fields, send_form, send_json, until
from operate.wire import open_secrets
from throughline.adapters.dynamo import keys
from throughline.domain.feedback import Channel, Reporter
from throughline.domain.flood import Bounds, limits_of, sender_of
from throughline.usecases.limit_mail import TOO_MANY

CRUSHED = "A lamp came back: the box arrived crushed and its foot was scratched"
HURT = "A colleague was groped while the box was crushed"
LEFT, BURST = 3, 10
Leave = Callable[..., None]


@pytest.fixture
def leave(line: Line) -> Iterator[Leave]:
    """So many have come over a link, or from a sender, that only a few more may; who comes next finds it open."""
    counted: list[dict[str, Any]] = []

    def leaves(left: int, **who: str) -> None:
        for limit in limits_of(bounds_of(line), open_secrets(line.stack).root(), datetime.now(UTC), **who):
            key = {"pk": {"S": keys.flood(limit.code)}, "sk": {"S": limit.by.value}}
            put(line, {**key, "taken": {"N": str(limit.most - left)}})
            counted.append(key)

    yield leaves
    for key in counted:
        line.stack.client("dynamodb").delete_item(TableName=line.stack.outputs["LedgerTable"], Key=key)


def bounds_of(line: Line) -> Bounds:
    name = f"{line.stack.name}-feedback_form"
    told = line.stack.client("lambda").get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    return Bounds(int(told["NOTES_A_LINK_AN_HOUR"]), int(told["NOTES_A_SENDER_A_DAY"]))


def put(line: Line, item: dict[str, Any]) -> None:
    line.stack.client("dynamodb").put_item(TableName=line.stack.outputs["LedgerTable"], Item=item)


def another_place(line: Line) -> str:
    """The id of a link that nobody else uses."""
    (made,) = line.rows("place", "add", f"Shop {token()}", "--staff", "15", "--json")
    return str(made["id"])


def note(text: str) -> dict[str, str]:
    return {"id": uuid4().hex, "text": text, "touchpoint": "Opening the parcel"}


def test_a_burst_over_one_link_ends_at_its_limit_and_nobody_else_feels_it(line: Line, leave: Leave) -> None:
    place, word = another_place(line), token()
    form = f"{line.site}/f/{place}"
    leave(LEFT, link=place)
    notes = [note(f"{CRUSHED}, {word}, {number}.") for number in range(BURST)]
    with ThreadPoolExecutor(4) as devices:
        answers: list[Answer] = list(devices.map(lambda one: send_json(form, one), notes))
    other, harm = line.note(f"{CRUSHED}."), send_json(form, note(f"{HURT}, {token()}."))

    assert sorted(one.status for one in answers) == [201] * LEFT + [429] * (BURST - LEFT)
    assert {one.status for one in (other, harm)} == {201}
    again = [send_json(form, one).status for one in notes]
    assert again == [{201: 200, 429: 429}[one.status] for one in answers]
    line.quiet()
    assert len(line.mails(word, to="packing@")) == LEFT


def test_a_browser_in_a_flood_keeps_its_words(line: Line, leave: Leave) -> None:
    place, word = another_place(line), token()
    form = f"{line.site}/f/{place}"
    filled = {**note(f"{CRUSHED}, {word}."), **hidden_fields(ask(form, headers=PAGE).body)}
    leave(0, link=place)
    refused = send_form(form, **filled)

    assert (refused.status, word in refused.body) == (429, True)
    assert "Nothing was sent. Your words are still here." in refused.body
    assert filled["id"] in refused.body
    leave(1, link=place)
    assert send_form(form, **filled).status == 201
    assert line.mail(word, to="packing@")


def test_mails_of_one_sender_beyond_the_limit_wait_and_can_be_let_in(line: Line, leave: Leave) -> None:
    sender, word = f"{token()}@drivers.example", token()
    leave(1, sender=sender_of(Channel.MAIL, Reporter("", sender)))
    leave(1, sender=sender_of(Channel.MAIL, Reporter("", sender, verified=True)))
    for number in range(2):
        send(line, written(line, f"{TROUBLE}, {word}, {number}.", From=f"Tom <{sender}>"), sender)

    def held() -> list[dict[str, Any]]:
        return [row for row in line.rows("park", "list") if row["reason"] == TOO_MANY]

    (row,) = until("the mail set aside", held)
    line.quiet()
    assert len(line.mails(word, to="@oakandlantern.example")) == 1
    line.run("park", "release", row["id"])
    until("the second mail", lambda: len(line.mails(word, to="@oakandlantern.example")) == 2)
    assert held() == []
