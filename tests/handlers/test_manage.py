"""The managers' pages on the whole line: what is decided there is mailed and learned."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest

from fakes.outside import ROOT
from fakes.values import RIDDLE, SCRATCHED
from handlers.events import FORM, http, json_post
from handlers.live import Live, body_of
from throughline.domain.line import Line
from throughline.domain.manager import page_nonce
from throughline.domain.seal import line_of

SUBJECT = "manager-1/s1"
NONCE = page_nonce(ROOT, SUBJECT)


class Manager:
    """Somebody whom the door has named."""

    def __init__(self, live: Live) -> None:
        self._live = live

    def looks(self, function: str, path: str, query: str = "", **headers: str) -> Any:
        return self._asks(function, http("GET", path, b"", query, **{"accept": "text/html", **headers}))

    def sends(self, function: str, path: str, **fields: str) -> Any:
        body = urlencode({"nonce": NONCE, **fields}).encode()
        return self._asks(function, http("POST", path, body, content_type=FORM, accept="text/html"))

    def _asks(self, function: str, event: Any) -> Any:
        event["requestContext"]["authorizer"] = {"lambda": {"manager": SUBJECT}}
        return self._live.call(function, event)


@pytest.fixture
def manager(live: Live) -> Manager:
    return Manager(live)


def noted(live: Live, text: str, identity: str) -> str:
    answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": identity, "text": text}))
    live.flows()
    return line_of(ROOT, str(body_of(answer)["receipt"]))


def line(live: Live, key: str) -> Line:
    return live.ledger.facts.line(key)


def test_what_a_manager_decides_goes_out_and_the_next_note_follows(live: Live, manager: Manager) -> None:
    first, second = (noted(live, f"{RIDDLE} {word}.", f"device-{word}") for word in ("Once", "Twice"))
    page = manager.looks("manage_triage", "/manage/triage", f"id={first.replace('#', '%23')}")
    assert page["statusCode"] == 200
    given = manager.sends("manage_triage", "/manage/triage", id=first, choice="Opening the parcel")
    live.flows()
    assert "Noted" in given["body"]
    assert second.partition("#")[2] in given["body"]
    assert first.partition("#")[2] not in given["body"]
    assert [case.department for case in line(live, first).cases] == ["Packing"]
    assert sum("Once" in mail for mail in live.mails()) >= 1
    assert len(list(live.ledger.precedents.all())) == 1
    again = manager.sends("manage_triage", "/manage/triage", id=first, choice="Opening the parcel")
    assert "noted before" in again["body"]


def test_looking_at_any_page_changes_nothing(live: Live, manager: Manager) -> None:
    key = noted(live, RIDDLE, "device-0001")
    before = line(live, key)
    calls = live.count(
        lambda: [
            manager.looks(function, path)
            for function, path in [
                ("manage_page", "/manage"),
                ("manage_page", "/manage/shadow"),
                ("manage_triage", "/manage/triage"),
                ("manage_map", "/manage/mirror"),
            ]
        ]
    )
    assert line(live, key) == before
    assert {call.operation for _, call in calls} <= {"Query", "GetItem", "GetSecretValue"}


def test_the_triage_page_takes_few_reads_however_much_waits(live: Live, manager: Manager) -> None:
    for at in range(30):
        noted(live, f"{RIDDLE} For the {at}th time.", f"device-{at:04}")
    manager.looks("manage_triage", "/manage/triage")
    calls = live.count(lambda: manager.looks("manage_triage", "/manage/triage"))
    assert len(calls) <= 5
    page = manager.looks("manage_triage", "/manage/triage", "page=2")["body"]
    assert len(re.findall(r"/manage/triage\?id=", page)) == 9
    assert "Those that came later" not in page


def test_the_overview_counts(live: Live, manager: Manager) -> None:
    noted(live, RIDDLE, "device-0001")
    noted(live, SCRATCHED, "device-0002")
    read = body_of(manager.looks("manage_page", "/manage", accept="application/json"))
    assert (read["waiting"], read["late"], read["aside"], read["has_map"]) == (1, [], 0, True)


def test_who_is_held_back_gets_no_mail_from_then_on(live: Live, manager: Manager) -> None:
    manager.sends("manage_page", "/manage/shadow", department="Packing", to="shadow")
    key = noted(live, SCRATCHED, "device-0001")
    assert line(live, key).cases == ()
    assert SCRATCHED in manager.looks("manage_page", "/manage/shadow")["body"]
    assert "Packing" in manager.looks("manage_page", "/manage")["body"]
    assert not any("packing@shop.example" in mail for mail in live.mails())


@pytest.mark.parametrize("function", ["manage_page", "manage_triage", "manage_map"])
def test_without_a_door_nobody_is_let_in(live: Live, function: str) -> None:
    paths = {"manage_page": "/manage", "manage_triage": "/manage/triage", "manage_map": "/manage/mirror"}
    event = http("GET", paths[function], accept="application/json", cookie="__Host-manager=x")
    wrong: list[dict[str, Any]] = [{}, {"lambda": {}}, {"lambda": None}, {"lambda": {"manager": ""}}]
    for authorizer in [*wrong, {"jwt": {"claims": {}}}]:
        event["requestContext"]["authorizer"] = authorizer
        assert live.call(function, event)["statusCode"] == 403
