"""What survey vendors send, what is read in it, and what has to be fetched."""

import hmac
import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

from aws import BUCKET
from crash.answers import Document
from crash.events import carried, passed, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import Delivery
from fakes.values import SCRATCHED, small_map
from handlers.events import http, queued, stored_mail
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question

SHARED = b"both know it"
MAPPED = MappedSurvey("typeform", "f1", (Question("q1", Metric.NPS, (0, 10)), Question("q2", verbatim=True)))
EVENT = {"event_type": "response_completed", "event_id": "e1", "object_id": "9", "resources": {"survey_id": "5"}}


def form(**more: Any) -> Document:
    """A response of Typeform: a low score, words, and an answer to a question that nobody mapped."""
    answers = [
        {"type": "number", "number": 2, "field": {"id": "q1"}},
        {"type": "text", "text": SCRATCHED, "field": {"id": "q2"}},
        {"type": "text", "text": "A Tuesday.", "field": {"id": "q3"}},
    ]
    said = {"form_id": "f1", "token": "r1", "submitted_at": "2026-11-22T08:00:00Z", "answers": answers, **more}
    return {"event_id": "e1", "event_type": "form_response", "form_response": said}


def sent(source: str, document: Document) -> Document:
    """The vendor's call, signed in its way."""
    body = json.dumps(document).encode()
    if source == "typeform":
        digest = b64encode(hmac.digest(SHARED, body, "sha256")).decode()
        return http("POST", "/s/typeform/k", body, typeform_signature=f"sha256={digest}")
    digest = b64encode(hmac.digest(SHARED, body, "sha1")).decode()
    return http("POST", "/s/surveymonkey/k", body, sm_signature=digest)


def _door(_stand: Stand) -> Document:
    return sent("typeform", form())


def _waiting(stand: Stand) -> Document:
    stand.atlas.maps.replace(small_map(cx_manager="boss@shop.example"))
    stand.atlas.mappings.put(MAPPED)
    named, unreadable = sent("surveymonkey", EVENT), sent("typeform", {"event_type": "form_response"})
    events = (sent("typeform", form()), named, unreadable)
    send_in(stand, *(Delivery("survey_delivered", event) for event in events))
    carried(stand)
    return taken(stand, "read")


def _named(stand: Stand) -> Document:
    again = {**EVENT, "event_id": "e2", "object_id": "10"}
    send_in(stand, *(Delivery("survey_delivered", sent("surveymonkey", event)) for event in (EVENT, again)))
    carried(stand)
    passed(stand, "read")
    return taken(stand, "fetch")


def _export(stand: Stand) -> Document:
    """Two parts, as rows a thousand apart are; something in the second can't be read."""
    stand.atlas.mappings.put(MAPPED)
    rows = ["id,q1,q2", f"r1,2,{SCRATCHED}", *[""] * 1000, "r2,eleven,Good.", "r3,9,"]
    stand.world.wire.stored["surveys/typeform/a.csv"] = "\n".join(rows).encode()
    return queued([stored_mail(BUCKET, "surveys/typeform/a.csv")])


def scored_then_told(stand: Stand) -> list[Delivery]:
    """A response of which the score comes first and the comment later."""
    stand.atlas.mappings.put(MAPPED)
    answers = form()["form_response"]["answers"]
    score = sent("typeform", form(answers=answers[:1]))
    whole = sent("typeform", form(answers=answers[:2], submitted_at="2026-11-22T08:05:00Z"))
    deliveries = [Delivery("survey_delivered", event) for event in (score, whole, score)]
    return [*deliveries[:2], replace(deliveries[2], name="the score again")]


SURVEY_SCENARIOS = (
    Scenario("survey_delivered", "a vendor's response", _door),
    Scenario("read_delivery", "answers, ids, and something nobody can read", _waiting),
    Scenario("fetch_responses", "two responses that were only named", _named),
    Scenario("import_answers", "an export of two parts with a fault", _export),
)
