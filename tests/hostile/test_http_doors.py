"""Every HTTP door under hostile requests: one of its documented answers, never a word from inside."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.asked_of_managers import PAGES
from contracts.doors import BEHIND
from fakes.outside import ROOT
from fakes.values import SCRATCHED
from handlers.events import FORM
from hostile.house import CANARIES, OPERATIONS, House, call
from hostile.payloads import VALUES, WORDS, almost, as_json, bodies, requests, tokens
from hostile.tries import note, tried
from survey_answered.handler import LARGEST
from throughline.contracts.signature import sign
from throughline.domain.manager import page_nonce
from throughline.domain.seal import line_of, nonce_of

NO_BODY = st.just((FORM, b""))
NOTE = {
    "id": "device-000001",
    "text": CANARIES[0],
    "touchpoint": "Opening the parcel",
    "kind": "issue",
    "name": CANARIES[2],
    "email": CANARIES[1],
    "reference": "ORD-1",
    "language": "de",
}
ANSWER = {
    "source": "own",
    "survey_id": "after-delivery",
    "response_id": "r-1",
    "question_key": "recommend",
    "metric": "nps",
    "score": 3,
    "scale_min": 0,
    "scale_max": 10,
    "direction": "higher",
    "verbatim": CANARIES[0],
    "answered_at": "2026-11-23T08:00:00Z",
    "revision": 1,
    "finished": True,
    "customer_ref": "c-1",
    "touchpoint_hint": "",
    "hints": {"channel": "app"},
}
PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
LOOKING = [door for door in OPERATIONS if door.startswith("GET") and door.partition(" ")[2] in BEHIND]


def path_of(house: House, door: str) -> st.SearchStrategy[str]:
    good = house.doors.link(door.partition(" ")[2])
    head, slash, last = good.rpartition("/")
    return tokens(last).map(lambda token: f"{head}{slash}{token}") if "{" in door else st.just(good)


def asked(house: House, door: str, event: dict[str, Any]) -> Any:
    """The answer, or None where the path is no link at all, so that nothing answers but "nothing here"."""
    note(door)
    if PLAIN.fullmatch(event["rawPath"].split("/", 2)[-1]):
        return house.ask(door, event)
    answer = house.ask(door, event, nothing_here=True)
    return answer if answer["statusCode"] != 404 else None


@pytest.mark.parametrize("door", LOOKING)
def test_looking_with_anything_changes_nothing(house: House, door: str) -> None:
    before = house.state()

    @tried(0.5)
    @given(requests("GET", path_of(house, door), NO_BODY))
    def look(event: dict[str, Any]) -> None:
        asked(house, door, event)

    look()
    assert house.state() == before


@pytest.mark.parametrize("door", [f"POST /manage/{page}" for page in PAGES])
def test_a_managers_form_of_anything_is_taken_or_refused(house: House, door: str) -> None:
    nonce = page_nonce(ROOT, house.doors.session.subject)
    good = {"nonce": nonce, "id": "F#riddle", "choice": "IT", "code": "3f9a1c", "department": "IT", "to": "shadow"}
    good |= {"state": "published", "act": "note", "words": "Thank you.", "by": "Ida", "text": "title,text\nLook,So."}

    @tried()
    @given(requests("POST", path_of(house, door), bodies(good)))
    def send(event: dict[str, Any]) -> None:
        assert asked(house, door, event)["statusCode"] != 503

    send()


@pytest.mark.parametrize("door", [one for one in OPERATIONS if "/manage" in one])
def test_a_stranger_changes_nothing_at_a_managers_door(house: House, door: str) -> None:
    before, method = house.state(), door.partition(" ")[0]
    good = {"nonce": page_nonce(ROOT, house.doors.session.subject), "id": "F#riddle", "choice": "IT"}

    @tried(0.2)
    @given(requests(method, path_of(house, door), bodies(good) if method == "POST" else NO_BODY), st.booleans())
    def try_it(event: dict[str, Any], pretends: bool) -> None:
        if pretends:
            event["headers"] |= {"cookie": f"__Host-manager={house.doors.attempt.token(ROOT)}"}
        assert call(BEHIND[door.partition(" ")[2]], event)["statusCode"] in (200, 303, 403)

    try_it()
    assert house.state() == before
    assert house.doors.atlas.sessions.stands(house.doors.session)


def test_a_note_of_anything_is_kept_or_refused(house: House) -> None:
    door = "POST /f/{place}"

    @tried(2)
    @given(requests("POST", path_of(house, door), bodies(NOTE)))
    def send(event: dict[str, Any]) -> None:
        answer = asked(house, door, event)
        if answer and answer["statusCode"] == 201 and "json" in answer["headers"]["Content-Type"]:
            line = line_of(ROOT, json.loads(answer["body"])["receipt"])
            kept = house.doors.ledger.facts.feedback(line)
            assert kept
            assert kept.report.text

    send()


def test_a_note_to_a_closed_place_is_kept_aside(house: House) -> None:
    @tried(0.2)
    @given(WORDS.map(lambda text: text[:2_000]))
    def send(text: str) -> None:
        event = house.form("/f/closed", {"text": text, "id": "device-000001"})
        assert asked(house, "POST /f/{place}", event)["statusCode"] == 404
        asides = {one.what for one in house.doors.ledger.facts.asides()}
        assert not text.strip() or house.whole(text)[:20_000] in asides

    send()


def test_a_signed_answer_of_anything_is_kept_or_refused_and_put_aside(house: House) -> None:
    door, facts = "POST /v1/responses", house.doors.ledger.facts
    several = st.lists(almost(ANSWER, VALUES), max_size=3).map(lambda rows: {"responses": rows})
    enveloped = st.builds(
        lambda outside, data: {**outside, "data": data},
        almost({"specversion": "1.0", "id": "e-1", "source": "own", "type": "x"}, VALUES),
        almost(ANSWER, VALUES),
    )
    document = st.one_of(almost(ANSWER, VALUES), almost(ANSWER, VALUES), several, enveloped, VALUES).map(as_json)

    @tried(2)
    @given(document | st.binary(max_size=80))
    def send(body: bytes) -> None:
        before = len(list(facts.asides()))
        headers = sign(b"a key for tests", "msg_1", house.doors.ledger.clock.now(), body)
        status = asked(house, door, house.json("/v1/responses", body, **headers))["statusCode"]
        assert (status == 413) == (len(body) > LARGEST)
        assert status in (200, 201, 400, 413)
        assert status in (200, 201, 413) or not body.strip() or len(list(facts.asides())) >= max(before, 1)

    send()


def test_an_unsigned_answer_changes_nothing(house: House) -> None:
    door, before = "POST /v1/responses", house.state()
    times = WORDS | st.just("1795428000")
    headers = st.fixed_dictionaries({"webhook-id": WORDS, "webhook-timestamp": times, "webhook-signature": WORDS})

    @tried()
    @given(headers, st.binary(max_size=40))
    def send(given_headers: dict[str, str], body: bytes) -> None:
        assert asked(house, door, house.json("/v1/responses", body, **given_headers))["statusCode"] == 401

    send()
    assert house.state() == before


def test_a_step_of_anything_is_taken_or_refused(house: House) -> None:
    door, case = "POST /c/{token}", house.doors.case
    actions = st.sampled_from(["acknowledge", "answer", "resolve", "hand_on", "extend", "undo", "close"])

    @tried(2)
    @given(actions, st.data())
    def act(action: str, data: st.DataObject) -> None:
        house.reopen()
        nonce = nonce_of(ROOT, case.subject, case.version)
        good = {"nonce": nonce, "action": action, "text": SCRATCHED, "to": "Delivery", "until": "2026-12-01"}
        event = data.draw(requests("POST", path_of(house, door), bodies(good)))
        asked(house, door, event)

    act()


def test_a_choice_of_anything_is_kept_or_refused(house: House) -> None:
    door = "POST /u/{token}"

    @tried()
    @given(requests("POST", path_of(house, door), bodies({"digest": "monthly", "List-Unsubscribe": "One-Click"})))
    def choose(event: dict[str, Any]) -> None:
        asked(house, door, event)
        reader = house.doors.atlas.directory.person("id-ada")
        assert reader.digest in ("weekly", "monthly", "off")

    choose()


def test_a_receipt_of_anything_opens_its_own_note_only(house: House) -> None:
    door, before = "POST /r", house.state()

    @tried()
    @given(requests("POST", st.just("/r"), bodies({"receipt": house.doors.receipt})))
    def read(event: dict[str, Any]) -> None:
        asked(house, door, event)

    read()
    assert house.state() == before
