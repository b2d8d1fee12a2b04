"""The door of survey vendors, and what reads behind it, under anything that a vendor or a stranger can send."""

import hmac
import json
from base64 import b64encode
from typing import Any
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from fakes.outside import SHARED, URL_KEY
from handlers.events import http
from hostile.house import CANARIES, House, call
from hostile.payloads import VALUES, WORDS, almost, as_json
from hostile.test_queue_doors import texts
from hostile.tries import note, tried
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question

DOOR = "POST /s/{source}/{key}"
MAPPED = MappedSurvey("typeform", "f", (Question("q1", Metric.NPS, (0, 10)), Question("q2", verbatim=True)), "hidden.x")
GIVEN: list[dict[str, Any]] = [
    {"type": "number", "number": 3, "field": {"id": "q1"}},
    {"type": "text", "text": CANARIES[0], "field": {"id": "q2"}},
    {"type": "email", "email": CANARIES[1], "field": {"id": "q3"}},
]
FORM = {"form_id": "f", "token": "t", "submitted_at": "2026-11-23T08:00:00Z", "hidden": {"x": "y"}, "answers": GIVEN}
EVENT = {"event_id": "e", "event_type": "form_response", "form_response": FORM}
OUTCOMES = ("recorded", "repeated", "ignored: ", "set aside: ", "asked for")


def events() -> st.SearchStrategy[bytes]:
    inner = almost(FORM, VALUES).map(lambda form: {**EVENT, "form_response": form})
    answer = st.lists(almost(GIVEN[0], VALUES) | almost(GIVEN[1], VALUES) | VALUES, max_size=4)
    deep = answer.map(lambda some: {**EVENT, "form_response": {**FORM, "answers": some}})
    return st.one_of(almost(EVENT, VALUES), inner, deep, VALUES).map(as_json) | st.binary(max_size=80)


def signed(body: bytes, name: str = "typeform") -> dict[str, Any]:
    digest = b64encode(hmac.digest(SHARED.encode(), body, "sha256")).decode()
    return http("POST", f"/s/{name}/{URL_KEY}", body, typeform_signature=f"sha256={digest}")


def test_anything_that_is_proven_is_kept_and_then_read_or_set_aside(house: House) -> None:
    ledger = house.doors.ledger
    house.doors.atlas.mappings.put(MAPPED)

    @tried(2)
    @given(events())
    def send(body: bytes) -> None:
        note(DOOR)
        assert house.ask(DOOR, signed(body))["statusCode"] == 200
        for line, name in [key for key in ledger.waits if "delivery#" in key[1]]:
            outcome = house.outcome("read_delivery", {"pk": line, "sk": name})
            assert outcome.startswith(OUTCOMES)
            assert (line, name) not in ledger.waits

    send()


def test_anything_at_any_address_is_answered_and_never_with_404_or_410(house: House) -> None:
    before = house.state()
    words = st.one_of(WORDS, st.sampled_from(["typeform", "qualtrics", "own", URL_KEY, "..", "%2e", "a/b"]))

    @tried(2)
    @given(words, words, st.binary(max_size=60), st.sampled_from(["POST", "HEAD", "PUT", "OPTIONS", "GET"]))
    def send(source: str, key: str, body: bytes, method: str) -> None:
        note("any address of a survey tool")
        answer = call("survey_delivered", http(method, f"/s/{source}/{key}", body))
        assert answer["statusCode"] in (200, 202, 400, 401)
        assert not any(canary in answer["body"] for canary in CANARIES)

    send()
    assert house.state() == before


def test_any_form_of_an_event_is_proven_or_refused(house: House) -> None:
    before = house.state()
    fields = st.dictionaries(st.sampled_from(["Topic", "HMAC", "MSG", "x"]) | WORDS, WORDS, max_size=4)

    @tried(1)
    @given(fields)
    def send(given_fields: dict[str, str]) -> None:
        body = urlencode({one: two.encode("utf-8", "replace") for one, two in given_fields.items()}, errors="replace")
        answer = house.ask(DOOR, http("POST", f"/s/qualtrics/{URL_KEY}", body.encode()))
        assert answer["statusCode"] in (400, 401)

    send()
    assert house.state() == before


def test_any_message_to_those_who_read_and_fetch_ends_alone(house: House) -> None:
    message = {"id": "1", "pk": "S#gone", "sk": "delivery#1", "source": "s", "survey": "1", "response": "2"}

    @tried(1)
    @given(texts(almost(message, VALUES)))
    def arrive(body: str) -> None:
        note("messages of surveys")
        for function in ("read_delivery", "fetch_responses"):
            good = json.dumps(message)
            assert house.deliver(function, good, body, good) in ([], ["message-1"])

    arrive()
