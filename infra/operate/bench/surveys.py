"""Survey messages: how many are judged as the reference judges them, changed ones taken, and what reading costs."""

import json
import time
from base64 import b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from operate.bench.figures import Figure
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import VENDORS
from throughline.contracts.signature import ID, SIGNATURE, TIMESTAMP, sign
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.errors import Refused

MESSAGES, READ_TIMES, SEED = 10_000, 2_000, 20261123
WORDS = "The box arrived crushed, and nobody rang before."
AT = "2026-11-23T09:03:20Z"


@dataclass(frozen=True, slots=True)
class Judged:
    """How we and the reference judged the same messages; `accepted_changed` counts changed ones that we took."""

    messages: int
    accepted: int
    refused: int
    disagreements: int
    accepted_changed: int


def survey_figures() -> Iterator[Figure]:
    """Agreement with the reference, changed messages taken, and CPU time a response."""
    found = judged(MESSAGES)
    yield Figure("signed survey messages judged beside the reference", found.messages, "msgs")
    yield Figure("of them judged in another way", found.disagreements, "msgs", 0)
    yield Figure("changed survey messages taken", found.accepted_changed, "msgs", 0)
    for vendor, body in _bodies().items():
        yield Figure(f"CPU to read a response of {vendor}", _milliseconds(vendor, body), "ms", decides=False)


def judged(count: int) -> Judged:
    """Judge messages, half of them changed somewhere, by the reference library and by ours."""
    random = Random(SEED)  # noqa: S311 - the same messages each time
    accepted = wrong = taken = 0
    for _ in range(count):
        secret, message, changed = _message(random)
        ours, reference = _ours(secret, message), _reference(secret, message)
        accepted += ours
        wrong += ours != reference
        taken += ours and changed
    return Judged(count, accepted, count - accepted, wrong, taken)


def _message(random: Random) -> tuple[bytes, Message, bool]:
    key, now = random.randbytes(random.randint(24, 64)), datetime.now(UTC).replace(microsecond=0)
    text = "".join(chr(random.choice((random.randint(32, 126), random.randint(160, 0x2FFF)))) for _ in range(30))
    body = json.dumps({"score": random.randint(0, 10), "verbatim": text}, ensure_ascii=random.random() < 0.5).encode()  # noqa: PLR2004 - one in two
    headers = sign(key, f"msg_{random.getrandbits(64):x}", now, body)
    changed = random.random() < 0.5  # noqa: PLR2004 - one in two
    if changed:
        body, headers = _changed(random, body, headers)
    return b"whsec_" + b64encode(key), Message(body, headers, now), changed


def _changed(random: Random, body: bytes, headers: dict[str, str]) -> tuple[bytes, dict[str, str]]:
    """The message with one thing of it changed."""
    at = random.randrange(len(body))
    seconds = int(headers[TIMESTAMP])
    signature = headers[SIGNATURE]
    cut = random.randrange(4, len(signature) - 2)
    other = "A" if signature[cut] != "A" else "B"
    missing = random.choice((ID, TIMESTAMP, SIGNATURE))
    return random.choice(
        [
            (body[:at] + bytes([body[at] ^ (1 << random.randrange(8))]) + body[at + 1 :], headers),
            (body + b" ", headers),
            (json.dumps(json.loads(body), indent=1).encode(), headers),
            (body, headers | {ID: headers[ID] + "0"}),
            (body, headers | {TIMESTAMP: str(seconds + random.choice((-301, -1, 1, 301)))}),
            (body, headers | {SIGNATURE: signature[:cut] + other + signature[cut + 1 :]}),
            (body, headers | {SIGNATURE: "v1a" + signature[2:]}),
            (
                body,
                {name: value for name, value in headers.items() if name != missing},
            ),
        ]
    )


def _ours(secret: bytes, message: Message) -> bool:
    with suppress(Refused):
        VENDORS["native"].verify(message, [secret])
        return True
    return False


def _reference(secret: bytes, message: Message) -> bool:
    from standardwebhooks import Webhook, WebhookVerificationError

    reference = Webhook(secret.decode())
    with suppress(WebhookVerificationError, NotBase64, ValueError):  # it lets these out for garbage
        reference.verify(message.raw, dict(message.headers), json_parse=False)
        return True
    return False


def _milliseconds(vendor: str, body: bytes) -> float:
    questions = (
        Question("q1", Metric.NPS, (0, 10)),
        Question("score", Metric.NPS, (0, 10)),
        Question("q2", verbatim=True),
    )
    mapping = SurveyMap(vendor, (MappedSurvey(vendor, "s1", questions, touchpoint_from="hidden.touchpoint"),))
    message, read = Message(body, {}, datetime.now(UTC)), VENDORS[vendor].read
    began = time.process_time()
    for _ in range(READ_TIMES):
        read(message, mapping)
    return (time.process_time() - began) * 1000 / READ_TIMES


def _bodies() -> dict[str, bytes]:
    """A response of each vendor: a score and words, as short as they come."""
    form: dict[str, Any] = {"form_id": "s1", "token": "r1", "submitted_at": AT, "hidden": {"touchpoint": "Delivery"}}
    form["answers"] = [
        {"type": "number", "number": 3, "field": {"id": "q1", "type": "opinion_scale"}},
        {"type": "text", "text": WORDS, "field": {"id": "q2", "type": "long_text"}},
    ]
    fields = [
        {"key": "q1", "label": "", "type": "LINEAR_SCALE", "value": 3},
        {"key": "q2", "type": "TEXTAREA", "value": WORDS},
    ]
    grown = {"id": "r1", "surveyId": "s1", "finished": True, "updatedAt": AT, "data": {"q1": 3, "q2": WORDS}}
    rated = {"id": "r1", "survey_type": "nps", "score": 3, "comment": WORDS, "updated_at": 1763890000}
    row = {"survey_id": "s1", "response_id": "r1", "question_key": "q1", "metric": "nps", "score": 3, "answered_at": AT}
    ids = {"event_type": "response_completed", "object_id": "r1", "resources": {"survey_id": "s1"}}
    documents: dict[str, dict[str, Any]] = {
        "typeform": {"event_id": "e1", "event_type": "form_response", "form_response": form},
        "tally": {"eventType": "FORM_RESPONSE", "data": {"formId": "s1", "responseId": "r1", "fields": fields}},
        "formbricks": {"event": "responseFinished", "data": grown},
        "delighted": {"event_type": "survey_response.updated", "event_id": "e1", "event_data": rated},
        "surveymonkey": ids,
        "native": row,
    }
    event = b"MSG=" + json.dumps({"SurveyID": "s1", "ResponseID": "r1", "Status": "Complete"}).encode()
    return {**{name: json.dumps(one).encode() for name, one in documents.items()}, "qualtrics": event + b"&Topic="}
