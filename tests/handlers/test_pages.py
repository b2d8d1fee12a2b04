"""The pages behind signed links: looking changes nothing, and nobody else gets in."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import CARRIED, HEAD, SCRATCHED
from handlers.devices import known_to
from handlers.events import form_post, http, json_post
from handlers.live import Live, body_of
from throughline.domain.case import Case
from throughline.domain.line import Line
from throughline.domain.seal import Link, line_of, nonce_of, sign_link

SAID = {"id": "0d6f1c1e-5a8e", "text": SCRATCHED}
WRAPPED = "The foot is wrapped now."


def token(purpose: str, subject: str, **left: float) -> str:
    return sign_link(ROOT, Link(purpose, subject, datetime.now(UTC) + timedelta(**(left or {"days": 1}))))


class Raised:
    """A report that has become a case."""

    def __init__(self, live: Live, **more: str) -> None:
        self.live = live
        answer = live.call("feedback_form", json_post(f"/f/{live.place.id}", {**SAID, **more}))
        self.receipt = str(body_of(answer)["receipt"])
        live.flows()
        self.token = token("case", self.case.subject)

    @property
    def line(self) -> Line:
        return self.live.ledger.facts.line(line_of(ROOT, self.receipt))

    @property
    def case(self) -> Case:
        return self.line.cases[0]

    def get(self) -> Any:
        return self.live.call("case_page", http("GET", f"/c/{self.token}", accept="text/html"))

    def act(self, action: str, **fields: str) -> Any:
        nonce = fields.pop("nonce", nonce_of(ROOT, self.case.subject, self.case.version))
        return self.live.call("case_page", json_post(f"/c/{self.token}", {"nonce": nonce, "action": action, **fields}))


@pytest.fixture
def raised(live: Live) -> Raised:
    return Raised(live)


def test_the_link_in_the_departments_mail_opens_the_case(live: Live, raised: Raised) -> None:
    (mail,) = live.mails()
    found = re.search(r"/c/([\w.=\n-]+)", mail.replace("=\n", "").replace("=\r\n", ""))
    assert found
    raised.token = found[1].removesuffix("=")
    page = raised.get()
    assert page["statusCode"] == 200
    assert SCRATCHED in page["body"]


def test_looking_at_a_case_changes_nothing(raised: Raised) -> None:
    before = raised.line
    for _ in range(3):
        assert raised.get()["statusCode"] == 200
    assert raised.line == before


@pytest.mark.parametrize(
    ("function", "path", "method"),
    [
        ("case_page", "/c/", "GET"),
        ("case_page", "/c/", "POST"),
        ("desk_page", "/d/", "GET"),
        ("desk_page", "/d/", "POST"),
        ("map_page", "/map/", "GET"),
    ],
)
def test_a_forged_an_expired_and_a_foreign_link_open_nothing(live: Live, function: str, path: str, method: str) -> None:
    subject = "F#0/1"
    forged = [
        "nonsense",
        token("case", subject)[::-1],
        token("other", subject),
        token("case", subject, days=-1),
        token("desk", subject, days=-1),
        sign_link(b"another root", Link("case", subject, datetime.now(UTC) + timedelta(days=1))),
    ]
    for one in forged:
        answer = live.call(function, http(method, f"{path}{one}", accept="application/json"))
        assert answer["statusCode"] == 403
        assert "newest mail" in body_of(answer)["do"]


def test_a_link_to_a_case_that_is_gone_says_so(live: Live) -> None:
    answer = live.call("case_page", http("GET", f"/c/{token('case', 'F#gone/1')}"))
    assert answer["statusCode"] == 403
    assert "removed" in answer["body"]


def test_a_step_is_taken_once_and_its_repeat_is_fine(raised: Raised) -> None:
    nonce = nonce_of(ROOT, raised.case.subject, raised.case.version)
    answers = [raised.act("resolve", text=WRAPPED, nonce=nonce) for _ in range(2)]
    assert [one["statusCode"] for one in answers] == [200, 200]
    assert [body_of(one)["outcome"] for one in answers] == ["changed", "repeated"]
    assert raised.case.state.value == "resolved"
    assert len(raised.line.steps[1]) == 1


def test_somebody_elses_step_on_an_old_page_is_a_conflict(raised: Raised) -> None:
    nonce = nonce_of(ROOT, raised.case.subject, raised.case.version)
    raised.act("acknowledge", nonce=nonce)
    answer = raised.act("answer", text=WRAPPED, nonce=nonce)
    assert (answer["statusCode"], body_of(answer)["field"]) == (409, "nonce")


@pytest.mark.parametrize(
    ("action", "fields", "status", "field"),
    [
        ("resolve", {}, 400, "text"),
        ("hand_on", {"to": "Nobody"}, 400, "to"),
        ("extend", {"until": "soon"}, 400, "until"),
        ("explode", {}, 400, "action"),
        ("confirm", {}, 400, "action"),
        ("acknowledge", {"nonce": "1.forged"}, 403, "nonce"),
        ("answer", {"text": "x" * 5_001}, 400, "text"),
        ("resolve", {"text": WRAPPED, "effort": "much"}, 400, "effort"),
        ("resolve", {"text": WRAPPED, "thanks": "x" * 501}, 400, "thanks"),
        ("hand_on", {"describe": " "}, 400, "to"),
    ],
)
def test_a_step_that_can_not_be_taken_says_why(
    raised: Raised, action: str, fields: dict[str, str], status: int, field: str
) -> None:
    before = raised.line
    answer = raised.act(action, **fields)
    assert (answer["statusCode"], body_of(answer)["field"]) == (status, field)
    assert raised.line == before


def test_a_team_that_is_described_is_asked_back_and_nothing_changes(raised: Raised) -> None:
    before = raised.line
    answer = body_of(raised.act("hand_on", describe="whoever plans the time slot", text="Too late."))
    assert (answer["outcome"], answer["suggested"]) == ("choose", ["Planning"])
    nonce = nonce_of(ROOT, raised.case.subject, raised.case.version)
    fields = {"nonce": nonce, "action": "hand_on", "describe": "the time slot", "text": "Too late."}
    page = raised.live.call("case_page", form_post(f"/c/{raised.token}", fields))["body"]
    assert all(said in page for said in ("Belongs to Planning", 'value="Too late."', "None of these"))
    assert raised.line == before


def test_a_team_that_nobody_can_tell_waits_for_a_person(raised: Raised) -> None:
    answer = body_of(raised.act("hand_on", describe="Hm."))
    assert (answer["outcome"], answer["state"]) == ("changed", "handed_on")
    parked = raised.line.parked
    assert parked
    assert (parked.had, parked.handed) == (("Packing",), 1)


def test_what_it_makes_for_customers_and_a_thank_you_are_kept(raised: Raised) -> None:
    raised.act("resolve", text=WRAPPED, effort="less", thanks="You looked closely.")
    assert [one.effort for one in raised.line.changes] == ["less"]
    page = raised.live.call("receipt_page", http("GET", "/r", query=f"receipt={raised.receipt}", accept="text/html"))
    assert "Packing thanks you:" in re.sub("<[^>]+>|[\u2068\u2069]", "", page["body"])
    assert "You looked closely." in page["body"]


def test_what_was_taken_back_is_on_no_receipt(raised: Raised) -> None:
    raised.act("answer", text=WRAPPED)
    raised.act("undo")
    page = raised.live.call("receipt_page", http("GET", "/r", query=f"receipt={raised.receipt}", accept="text/html"))
    assert WRAPPED not in page["body"]
    assert "took the last step back" in re.sub("<[^>]+>|[\u2068\u2069]", "", raised.get()["body"])


def test_a_browser_gets_the_case_as_it_is_now(raised: Raised) -> None:
    nonce = nonce_of(ROOT, raised.case.subject, raised.case.version)
    fields = {"nonce": nonce, "action": "answer", "text": WRAPPED}
    answer = raised.live.call("case_page", form_post(f"/c/{raised.token}", fields))
    assert answer["statusCode"] == 200
    assert WRAPPED in answer["body"]


def test_an_inbox_lists_what_waits(live: Live, raised: Raised) -> None:
    desk = {"case": token("desk", "Packing"), "other": token("desk", "Help%20desk")}
    cookie = f"{known_to('Packing')}; {known_to('Help desk')}"
    events = {name: http("GET", f"/d/{one}", accept="text/html", cookie=cookie) for name, one in desk.items()}
    pages = {name: live.call("desk_page", event) for name, event in events.items()}
    assert [page["statusCode"] for page in pages.values()] == [200, 200]
    assert raised.case.code in pages["case"]["body"]
    assert raised.case.code not in pages["other"]["body"]


def test_the_inbox_link_of_a_mail_opens_it(live: Live, raised: Raised) -> None:
    link = HEAD.desk_url(raised.case.department, datetime.now(UTC)).partition("/d/")[2]
    event = http("GET", f"/d/{link}", cookie=known_to(raised.case.department))
    assert raised.case.code in live.call("desk_page", event)["body"]


def test_the_holder_of_a_receipt_sees_what_became_of_it(live: Live, raised: Raised) -> None:
    raised.act("resolve", text=WRAPPED)
    typed = f"{raised.receipt[:4]} {raised.receipt[4:]}"
    asked = [
        http("GET", "/r", query=f"receipt={raised.receipt}", accept="text/html"),
        form_post("/r", {"receipt": typed}),
    ]
    for event in asked:
        page = live.call("receipt_page", event)
        assert page["statusCode"] == 200
        assert WRAPPED in page["body"]
        assert "Packing" in page["body"]


def test_whoever_has_no_receipt_is_asked_for_one(live: Live) -> None:
    page = live.call("receipt_page", http("GET", "/r", accept="text/html"))
    assert page["statusCode"] == 200
    assert 'name="receipt"' in page["body"]


def test_a_receipt_that_is_not_ours_is_told_kindly(live: Live) -> None:
    page = live.call("receipt_page", form_post("/r", {"receipt": "1234"}))
    answer = live.call("receipt_page", json_post("/r", {"receipt": "1234"}))
    assert (page["statusCode"], answer["statusCode"]) == (404, 404)
    assert 'name="receipt"' in page["body"]
    assert body_of(answer)["field"] == "receipt"


def test_the_map_shows_moments_and_departments_and_no_addresses(live: Live) -> None:
    page = live.call("map_page", http("GET", f"/map/{token('map', 'staff')}", accept="text/html"))
    assert page["statusCode"] == 200
    assert "Opening the parcel" in page["body"]
    assert "Packing" in page["body"]
    assert "@shop.example" not in page["body"]


def test_praise_shows_in_the_inboxes_behind_it(live: Live) -> None:
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": "praise-0001", "text": CARRIED}))
    live.flows()
    event = http("GET", f"/d/{token('desk', 'Planning')}", accept="text/html", cookie=known_to("Planning"))
    page = live.call("desk_page", event)
    assert "carried the sofa upstairs" in page["body"]
