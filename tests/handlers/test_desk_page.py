"""An inbox is shown to devices that its department knows, and one answer reaches many."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import SCRATCHED
from handlers.devices import known_to
from handlers.events import form_post, http, json_post
from handlers.live import Live, body_of
from throughline.domain.case import Case
from throughline.domain.device import KNOWN_FOR, MOST_TRIES
from throughline.domain.seal import Link, line_of, nonce_of, sign_link
from throughline.usecases import show_desk

LINK = sign_link(ROOT, Link("desk", "Packing", datetime.now(UTC) + timedelta(days=1)))
DESK = f"/d/{LINK}"
WRAPPED = "The foot is wrapped now."
OTHER = "The instructions for the shelf are torn."


@pytest.fixture
def cases(live: Live) -> list[Case]:
    """Three notes that say the same."""
    notes = [json_post(f"/f/{live.place.id}", {"id": f"device-100{at}", "text": SCRATCHED}) for at in range(3)]
    receipts = [str(body_of(live.call("feedback_form", one))["receipt"]) for one in notes]
    live.flows()
    return [live.ledger.facts.line(line_of(ROOT, one)).cases[0] for one in receipts]


def looks(live: Live, cookie: str = "") -> Any:
    return live.call("desk_page", http("GET", DESK, accept="text/html", cookie=cookie))


def says(live: Live, cookie: str = "", **fields: str) -> Any:
    return live.call("desk_page", json_post(DESK, fields, cookie=cookie))


def asking_of_page(answer: Any) -> str:
    found = re.search(r'name="asking" value="([^"]+)"', answer["body"])
    assert found
    return found[1]


def code_in_mail(live: Live) -> str:
    live.flows()
    found = re.search(r"^Subject: (\d{3}) (\d{3}) ", live.mails()[-1], re.MULTILINE)
    assert found
    return found[1] + found[2]


def test_a_new_device_sees_nothing_and_looking_sends_no_code(live: Live, cases: list[Case]) -> None:
    before = len(live.mails())
    for _ in range(2):
        answer = looks(live)
        assert answer["statusCode"] == 401
        assert cases[0].code not in answer["body"]
        assert "p…@shop.example" in answer["body"]
    live.flows()
    assert len(live.mails()) == before


def test_a_device_is_asked_once_and_then_known(live: Live, cases: list[Case]) -> None:
    asking = asking_of_page(looks(live))
    sent = [live.call("desk_page", form_post(DESK, {"action": "send_code", "asking": asking})) for _ in range(2)]
    assert [one["statusCode"] for one in sent] == [200, 200]
    code = code_in_mail(live)
    entered = {"action": "code", "asking": asking, "code": f"{code[:3]} {code[3:]}"}
    answer = live.call("desk_page", form_post(DESK, entered))
    assert (answer["statusCode"], answer["headers"]["Location"]) == (303, DESK)
    (held,) = answer["cookies"]
    assert all(said in held for said in ("HttpOnly", "SameSite=Lax", "Secure", f"Max-Age={KNOWN_FOR.days * 86400}"))
    page = looks(live, held.partition(";")[0])
    assert (page["statusCode"], cases[0].code in page["body"]) == (200, True)
    again = live.call("desk_page", form_post(DESK, entered))
    assert (again["statusCode"], "used up" in again["body"]) == (403, True)


def test_a_wrong_code_opens_nothing_and_tries_end(live: Live) -> None:
    asking = str(body_of(says(live, action="send_code"))["asking"])
    wrong = f"{(int(code_in_mail(live)) + 1) % 10**6:06}"
    told = [body_of(says(live, action="code", asking=asking, code=wrong))["do"] for _ in range(MOST_TRIES)]
    assert "4 more tries" in told[0]
    right = code_in_mail(live)
    assert says(live, action="code", asking=asking, code=right)["statusCode"] == 403


def test_a_device_that_is_not_ours_gets_no_code(live: Live) -> None:
    for asking in ("", "forged", "0" * 32 + ".0"):
        answer = says(live, action="code", asking=asking, code="123456")
        assert (answer["statusCode"], body_of(answer)["field"]) == (403, "asking")


def test_a_pass_is_for_one_department_and_ends(live: Live, cases: list[Case]) -> None:
    assert cases
    for cookie in (known_to("Delivery"), known_to("Packing", root=b"another"), "desk=1"):
        assert looks(live, cookie)["statusCode"] == 401
    long_ago = datetime.now(UTC) - KNOWN_FOR - timedelta(minutes=1)
    assert looks(live, known_to("Packing", long_ago))["statusCode"] == 401


def test_all_devices_can_be_forgotten(live: Live) -> None:
    cookie = known_to("Packing", datetime.now(UTC) - timedelta(hours=1))
    assert looks(live, cookie)["statusCode"] == 200
    live.ledger.devices.forget("Packing", datetime.now(UTC))
    assert looks(live, cookie)["statusCode"] == 401
    assert looks(live, known_to("Packing", datetime.now(UTC) + timedelta(seconds=1)))["statusCode"] == 200


def picks(cases: list[Case]) -> dict[str, str]:
    return {f"pick-{one.code}": f"{one.subject} {nonce_of(ROOT, one.subject, one.version)}" for one in cases}


def test_one_answer_reaches_all_that_are_alike(live: Live, cases: list[Case]) -> None:
    page = looks(live, known_to("Packing"))["body"]
    assert "2 more like this in 7 days" in page
    assert all(value in page for value in picks(cases).values())
    said = {"action": "answer", "text": WRAPPED, **picks(cases)}
    first, again = (body_of(says(live, known_to("Packing"), **said)) for _ in range(2))
    assert [one["outcome"] for one in first["steps"]] == ["changed"] * 3
    assert [one["outcome"] for one in again["steps"]] == ["repeated"] * 3
    lines = [live.ledger.facts.line(one.line) for one in cases]
    assert [[said.text for said in line.sayings[1]] for line in lines] == [[WRAPPED]] * 3


def test_no_more_are_ticked_than_one_answer_may_reach(
    live: Live, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_desk, "MOST_AT_ONCE", len(cases) - 1)
    page = looks(live, known_to("Packing"))["body"]
    assert (page.count('name="pick-'), page.count(" checked>")) == (len(cases), len(cases) - 1)
    assert f"At most {len(cases) - 1} at once" in page


def test_what_does_not_fit_one_page_stands_on_the_next(
    live: Live, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cases
    other = json_post(f"/f/{live.place.id}", {"id": "device-200", "text": OTHER, "touchpoint": "Opening the parcel"})
    live.call("feedback_form", other)
    live.flows()
    monkeypatch.setattr(show_desk, "A_PAGE", 1)
    first = looks(live, known_to("Packing"))["body"]
    asked = http("GET", DESK, query="page=2", accept="text/html", cookie=known_to("Packing"))
    second = live.call("desk_page", asked)["body"]
    told = [[said.rstrip(".") in page for said in (SCRATCHED, OTHER)] for page in (first, second)]
    assert told == [[True, False], [False, True]]
    assert [f"{DESK}?page=" in page for page in (first, second)] == [True, False]
    assert all("New (4)" in page for page in (first, second))


def test_what_a_colleague_took_is_told_and_keeps_no_other_from_it(live: Live, cases: list[Case]) -> None:
    says(live, known_to("Packing"), action="answer", text="Mine.", **picks(cases[:1]))
    fields = {"action": "acknowledge", **picks(cases)}
    page = live.call("desk_page", form_post(DESK, fields) | {"cookies": [known_to("Packing")]})
    assert page["statusCode"] == 200
    assert "2 notes are noted." in page["body"]
    assert "A colleague acted on this" in page["body"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"action": "acknowledge"}, "pick"),
        ({"action": "hand_on", "to": "Delivery", "pick-1": "F#1/1 1.x"}, "action"),
        ({"action": "burn", "pick-1": "F#1/1 1.x"}, "action"),
        ({"action": "acknowledge", **{f"pick-{at}": f"F#{at}/1 1.x" for at in range(26)}}, "pick"),
    ],
)
def test_what_can_not_be_said_of_several_is_refused(live: Live, fields: dict[str, str], field: str) -> None:
    answer = says(live, known_to("Packing"), **fields)
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, field)


def test_an_answer_for_several_needs_words(live: Live, cases: list[Case]) -> None:
    answer = says(live, known_to("Packing"), action="answer", text=" ", **picks(cases))
    assert (answer["statusCode"], body_of(answer)["field"]) == (400, "text")


def test_a_case_of_somebody_else_is_not_taken_at_this_inbox(live: Live, cases: list[Case]) -> None:
    live.call(
        "case_page",
        json_post(
            f"/c/{sign_link(ROOT, Link('case', cases[0].subject, datetime.now(UTC) + timedelta(days=1)))}",
            {"nonce": nonce_of(ROOT, cases[0].subject, 1), "action": "hand_on", "to": "Delivery"},
        ),
    )
    theirs = live.ledger.facts.line(cases[0].line).cases[1]
    answer = body_of(says(live, known_to("Packing"), action="acknowledge", **picks([theirs])))
    assert [one["outcome"] for one in answer["steps"]] == ["refused"]
    assert live.ledger.facts.line(theirs.line).cases[1] == theirs


def test_a_teams_sheet_tells_what_waits_to_whoever_may_see_the_inbox(live: Live, cases: list[Case]) -> None:
    sheet = http("GET", DESK, accept="text/html") | {"queryStringParameters": {"sheet": "a4"}}
    assert live.call("desk_page", sheet)["statusCode"] == 401
    known = http("GET", DESK, accept="text/html", cookie=known_to("Packing"))
    answer = live.call("desk_page", known | {"queryStringParameters": {"sheet": "a4"}})
    assert answer["statusCode"] == 200
    assert "@page{size:A4" in answer["body"]
    assert f"3 notes about <bdi>{cases[0].touchpoint}</bdi>" in answer["body"]
    assert SCRATCHED not in answer["body"]
    assert f'href="{DESK}?sheet=a4"' in looks(live, known_to("Packing"))["body"]
