"""What comes in by form, mail, survey and bus."""

import json
from base64 import b64encode
from datetime import UTC, datetime
from email.message import EmailMessage
from urllib.parse import urlencode
from uuid import uuid4

from iam.events import asked, told
from iam.scenario import scenario
from iam.stand import CRUSHED, OPENING, Stand
from throughline.contracts.signature import sign
from throughline.domain.seal import derived

FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}


def fresh() -> str:
    """A word that stands nowhere else."""
    return f"zq{uuid4().hex}"


@scenario("feedback_form")
def the_form_is_shown(stand: Stand) -> bool:
    return stand.answers("feedback_form", 200, asked("GET", f"/f/{stand.place}", **FORM), OPENING)


@scenario("feedback_form")
def a_note_is_taken(stand: Stand) -> bool:
    word = fresh()
    document = {"id": uuid4().hex, "text": f"{CRUSHED} {word}"}
    return stand.answers("feedback_form", 201, told("POST", f"/f/{stand.place}", document)) and bool(stand.kept(word))


@scenario("feedback_form")
def a_note_sent_twice_is_one(stand: Stand) -> bool:
    body = urlencode({"id": uuid4().hex, "text": CRUSHED})
    sent = asked("POST", f"/f/{stand.place}", body, **FORM)
    return stand.answers("feedback_form", 201, sent) and stand.answers("feedback_form", 200, sent)


def _stored_mail(stand: Stand, word: str) -> dict[str, object]:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Tom Hale <tom.hale@drivers.example>", "feedback@in.throughline.test"
    mail["Subject"], mail["Message-ID"] = "The third floor", f"<{word}@drivers.example>"
    mail.set_content(f"{CRUSHED}, {word}.")
    body, key = mail.as_bytes(), f"inbound/{word}"
    stand.stack.client("s3").put_object(Bucket=stand.stack.outputs["MailBucket"], Key=key, Body=body)
    return {"Records": [{"s3": {"object": {"key": key, "size": len(body)}}}]}


@scenario("feedback_mail")
def a_mail_is_taken(stand: Stand) -> bool:
    word = fresh()
    return stand.takes("feedback_mail", _stored_mail(stand, word)) and bool(stand.kept(word))


@scenario("feedback_mail")
def a_mail_that_comes_twice_is_one(stand: Stand) -> bool:
    told_of = _stored_mail(stand, fresh())
    return stand.takes("feedback_mail", told_of) and stand.takes("feedback_mail", told_of)


@scenario("feedback_mail")
def a_mail_erased_before_is_deleted_unread(stand: Stand) -> bool:
    word = fresh()
    told_of = _stored_mail(stand, word)
    assert stand.takes("feedback_mail", told_of)
    fact = stand.kept(word)
    assert fact is not None
    stand.mark(fact["pk"]["S"], "fact", erased={"S": "2026-01-01"})
    return stand.takes("feedback_mail", told_of) and word not in stand.stored_mails()


@scenario("feedback_mail")
def a_mail_that_is_gone_is_passed_over(stand: Stand) -> bool:
    return stand.takes("feedback_mail", {"Records": [{"s3": {"object": {"key": f"inbound/{fresh()}", "size": 1}}}]})


def answer(word: str) -> dict[str, object]:
    """A customer's answer, as our own systems send it."""
    return {
        "survey_id": "after-delivery",
        "response_id": word,
        "question_key": "recommend",
        "metric": "nps",
        "score": 3,
        "scale_min": 0,
        "scale_max": 10,
        "verbatim": f"Five weeks and my refund still has not come, {word}.",
        "answered_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "touchpoint_hint": "Getting money back",
    }


@scenario("survey_answered")
def an_answer_is_taken(stand: Stand) -> bool:
    word = fresh()
    body = json.dumps(answer(word))
    signed = sign(derived(stand.root, "responses"), word, datetime.now(UTC), body.encode())
    event = asked("POST", "/v1/responses", body, **{"content-type": "application/json", **signed})
    event |= {"body": b64encode(body.encode()).decode(), "isBase64Encoded": True}
    return stand.answers("survey_answered", 201, event) and bool(stand.kept(word))


def _event(kind: str, detail: dict[str, object]) -> dict[str, object]:
    return {"id": uuid4().hex, "detail-type": kind, "source": "shop.till", "detail": detail}


@scenario("event_arrived")
def a_note_of_another_system_is_taken_once(stand: Stand) -> bool:
    word = fresh()
    event = _event("FrontlineFeedback", {"id": word, "text": f"{CRUSHED} {word}"})
    return stand.takes("event_arrived", event) and stand.takes("event_arrived", event) and bool(stand.kept(word))


@scenario("event_arrived")
def an_answer_of_another_system_is_taken(stand: Stand) -> bool:
    word = fresh()
    return stand.takes("event_arrived", _event("SurveyResponse", answer(word))) and bool(stand.kept(word))
