"""What a call-back needs: the contact sealed beside its answer, shown once it is asked for, gone at the end."""

import json
from datetime import UTC, datetime

from iam.at_the_doors import FORM, answer, fresh
from iam.events import asked, told
from iam.scenario import scenario
from iam.stand import Item, Stand
from operate.demo.doors import hidden_fields
from throughline.contracts.signature import sign
from throughline.domain.seal import derived

DONE = {"text": "A second box.", "told": "A new lamp is on its way.", "reached": "reached"}


def _sent(stand: Stand, row: Item, status: int) -> bool:
    body = json.dumps(row)
    signed = sign(derived(stand.root, "responses"), fresh(), datetime.now(UTC), body.encode())
    event = asked("POST", "/v1/responses", body, **{"content-type": "application/json", **signed})
    return stand.answers("survey_answered", status, event)


def _asking(word: str, **more: object) -> Item:
    return {**answer(word), "contact": {"wanted": True, "name": "Kim", "email": "kim@home.example"}, **more}


def _line(stand: Stand, word: str) -> str:
    fact = stand.kept(word)
    assert fact is not None
    return str(fact["pk"]["S"])


@scenario("survey_answered")
def a_customer_asks_to_be_called_back(stand: Stand) -> bool:
    word = fresh()
    return _sent(stand, _asking(word), 201) and "contact" in stand.items(_line(stand, word))


@scenario("survey_answered")
def a_customer_does_not_ask_any_more(stand: Stand) -> bool:
    word = fresh()
    assert _sent(stand, _asking(word), 201)
    taken = _sent(stand, _asking(word, contact={"wanted": False}, revision=2), 201)
    return taken and stand.items(_line(stand, word))["contact"]["state"] == {"S": "withdrawn"}


def _call_back(stand: Stand) -> str:
    """The line of a customer who asked, with its case."""
    word = fresh()
    assert _sent(stand, _asking(word, verbatim="The box was crushed."), 201)
    line = _line(stand, word)
    assert stand.takes("route_issue", {"id": "1", "pk": line, "sk": "fact#recommend"})
    return line


def _posts(stand: Stand, line: str, step: Item, *words: str) -> bool:
    path = f"/c/{stand.link('case', f'{line}/1')}"
    page = (stand.call("case_page", asked("GET", path, **FORM)) or {}).get("body", "")
    return stand.answers("case_page", 200, told("POST", path, {"nonce": hidden_fields(page)["nonce"], **step}), *words)


@scenario("case_page")
def whoever_has_to_call_opens_the_contact(stand: Stand) -> bool:
    line = _call_back(stand)
    shown = _posts(stand, line, {"action": "contact"}, "kim@home.example")
    return shown and any(name.startswith("looked#1#") for name in stand.items(line))


@scenario("case_page")
def a_call_back_ends(stand: Stand) -> bool:
    line = _call_back(stand)
    done = _posts(stand, line, {"action": "resolve", **DONE})
    return done and stand.items(line)["contact"]["state"] == {"S": "gone"}
