"""Survey vendors at the deployed door: each in its own way, read by the mapping, counted once."""

import hmac
import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest

from e2e.line import Line, kept_environment, token
from operate.demo.doors import Answer, ask, until
from operate.wire import open_ledger
from throughline.adapters.dynamo.deliveries import raw_of
from throughline.adapters.surveys.macs import webhook_keys
from throughline.contracts.signature import sign
from throughline.domain.delivery import line_of_response
from throughline.domain.line import Line as Known
from vendor_stub import vendor

TOUCHPOINT = "Getting money back"
NOW = datetime.now(UTC)
SCORE = "metric: nps, scale: [0, 10], touchpoint: Getting money back"
SURVEYS = {
    ("typeform", "f-1"): ("q1", "q2"),
    ("tally", "t-1"): ("q1", "q2"),
    ("formbricks", "b-1"): ("q1", "q2"),
    ("delighted", "nps"): ("score", "comment"),
    ("native", "n-1"): ("q1", "q2"),
    ("surveymonkey", "5"): ("q1", "q2"),
    ("qualtrics", "SV_1"): ("QID1", "QID2"),
}


def mapping(surveys: dict[tuple[str, str], tuple[str, str]]) -> str:
    """The file that tells what their questions mean."""
    rows = [
        f"  - {{source: {name}, survey_id: '{survey}',"
        f" questions: [{{key: {score}, {SCORE}}}, {{key: {why}, verbatim: true}}]}}"
        for (name, survey), (score, why) in surveys.items()
    ]
    return "\n".join(["surveys:", *rows, ""])


def source(line: Line, name: str) -> dict[str, Any]:
    return dict(line.credentials["sources"][name])


def mac(secret: str, body: bytes, digest: str = "sha256") -> bytes:
    return hmac.digest(secret.encode(), body, digest)


def post(url: str, body: bytes, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(url, body, {"Content-Type": "application/json", "Accept": "application/json", **named})


def typeform(line: Line, response: str, score: int, words: str = "", form: str = "f-1") -> Answer:
    given: list[dict[str, Any]] = [{"type": "number", "number": score, "field": {"id": "q1"}}]
    given += [{"type": "text", "text": words, "field": {"id": "q2"}}] if words else []
    kind = "form_response" if words else "form_response_partial"
    at = (NOW + timedelta(seconds=len(given))).isoformat()
    said = {"form_id": form, "token": response, "submitted_at": at, "answers": given}
    body = json.dumps({"event_id": uuid4().hex, "event_type": kind, kind: said}).encode()
    known = source(line, "typeform")
    return post(known["url"], body, Typeform_Signature=f"sha256={b64encode(mac(known['secret'], body)).decode()}")


def tally(line: Line, response: str, score: int, words: str) -> Answer:
    fields = [
        {"key": "q1", "label": "How likely?", "type": "LINEAR_SCALE", "value": score},
        {"key": "q2", "label": "Why?", "type": "TEXTAREA", "value": words},
    ]
    data = {"responseId": response, "formId": "t-1", "createdAt": NOW.isoformat(), "fields": fields}
    body = json.dumps({"eventId": uuid4().hex, "eventType": "FORM_RESPONSE", "data": data}).encode()
    known = source(line, "tally")
    return post(known["url"], body, Tally_Signature=b64encode(mac(known["secret"], body)).decode())


def formbricks(line: Line, response: str, score: int, words: str) -> Answer:
    data = {"id": response, "surveyId": "b-1", "finished": True, "data": {"q1": score, "q2": words}}
    times = {"createdAt": NOW.isoformat(), "updatedAt": NOW.isoformat()}
    document = {"webhookId": "w", "event": "responseFinished", "data": {**data, **times}}
    return standard(line, "formbricks", document)


def native(line: Line, response: str, score: int, words: str) -> Answer:
    row = {"survey_id": "n-1", "response_id": response, "answered_at": NOW.isoformat(timespec="seconds")}
    scored = {**row, "question_key": "q1", "score": score}
    said = {**row, "question_key": "q2", "verbatim": words, "touchpoint_hint": TOUCHPOINT}
    return standard(line, "native", {"responses": [scored, said]})


def standard(line: Line, name: str, document: object) -> Answer:
    known, body = source(line, name), json.dumps(document).encode()
    (key,) = webhook_keys([known["secret"].encode()])
    return post(known["url"], body, **sign(key, f"msg_{uuid4().hex}", datetime.now(UTC), body))


def delighted(line: Line, response: str, score: int, words: str) -> Answer:
    at = int(NOW.timestamp())
    said = {"id": response, "survey_type": "nps", "score": score, "comment": words, "created_at": at, "updated_at": at}
    person = {"email": "canary@customers.example"}
    event = {"event_type": "survey_response.created", "event_id": uuid4().hex}
    body = json.dumps({**event, "event_data": {**said, "person": person}}).encode()
    known = source(line, "delighted")
    return post(known["url"], body, X_Delighted_Webhook_Signature=f"sha256={mac(known['secret'], body).hex()}")


def surveymonkey(line: Line, response: str) -> Answer:
    about = {"event_type": "response_completed", "event_id": uuid4().hex, "object_id": response}
    body = json.dumps({**about, "resources": {"survey_id": "5"}}).encode()
    known = source(line, "surveymonkey")
    return post(known["url"], body, Sm_Signature=b64encode(mac(known["secret"], body, "sha1")).decode())


def qualtrics(line: Line, response: str) -> Answer:
    told = json.dumps({"SurveyID": "SV_1", "ResponseID": response, "Status": "Complete", "BrandID": "brand"}).encode()
    known = source(line, "qualtrics")
    topic = "brand.surveyengine.completedResponse.SV_1"
    fields = {"Topic": topic, "HMAC": mac(known["secret"], told, "sha512").hex(), "MSG": told.decode()}
    return post(known["url"], urlencode(fields).encode(), Content_Type="application/x-www-form-urlencoded")


@pytest.fixture(scope="module")
def mapped(line: Line, tmp_path_factory: pytest.TempPathFactory) -> Line:
    file = tmp_path_factory.mktemp("mapping") / "surveys.yaml"
    file.write_text(mapping(SURVEYS), encoding="utf-8")
    assert json.loads(line.run("survey", "map", "import", "--json", str(file)))["surveys"] == 7
    return line


def known(line: Line, name: str, response: str) -> Known:
    """What has become of a response, as the ledger has it."""
    with kept_environment():
        return open_ledger(line.stack).facts.line(line_of_response(name, response))


def items(line: Line, name: str, response: str) -> str:
    """Everything of a response, as its table holds it."""
    found = line.stack.client("dynamodb").query(
        TableName=line.stack.outputs["LedgerTable"],
        KeyConditionExpression="pk = :line",
        ExpressionAttributeValues={":line": {"S": line_of_response(name, response)}},
    )["Items"]
    opened = [raw_of(json.loads(item["body"]["S"])).decode() for item in found if "delivery#" in item["sk"]["S"]]
    return f"{found} {opened}"


@contextmanager
def asked_at(line: Line, site: str) -> Iterator[None]:
    """Let what fetches ask a vendor of ours."""
    lambdas, name = line.stack.client("lambda"), f"{line.stack.name}-fetch_responses"
    standing = lambdas.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    told = {**standing, "VENDOR_SITE": site}
    lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": told})
    try:
        yield
    finally:
        lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": standing})


@pytest.mark.parametrize(
    ("name", "send"),
    [
        ("typeform", typeform),
        ("tally", tally),
        ("formbricks", formbricks),
        ("delighted", delighted),
        ("native", native),
    ],
)
def test_each_vendors_words_reach_the_department_once(mapped: Line, name: str, send: Any) -> None:
    word, response = token(), uuid4().hex
    words = f"Five weeks and my refund still has not come, {word}."
    first, again = send(mapped, response, 2, words), send(mapped, response, 2, words)
    mail = mapped.mail(word, to="accounts@")
    mapped.quiet()
    assert [first.status, again.status] == [200, 200]
    assert first.document() == {"received": True, "repeated": False}
    assert TOUCHPOINT in mail["text"]
    assert len(mapped.mails(word, to="accounts@")) == 1
    assert {one.score for one in known(mapped, name, response).answers} == {2, None}


def test_a_score_and_its_comment_after_it_are_one_case(mapped: Line) -> None:
    word, response = token(), uuid4().hex
    typeform(mapped, response, 1)
    until("the score", lambda: known(mapped, "typeform", response).answers)
    typeform(mapped, response, 1, f"Five weeks and my refund still has not come, {word}.")
    typeform(mapped, response, 1)
    mapped.mail(word, to="accounts@")
    mapped.quiet()
    assert len(known(mapped, "typeform", response).cases) == 1
    assert len(mapped.mails(word, to="accounts@")) == 1


@pytest.mark.parametrize(("name", "send"), [("surveymonkey", surveymonkey), ("qualtrics", qualtrics)])
def test_what_is_only_named_is_fetched_within_the_vendors_patience(mapped: Line, name: str, send: Any) -> None:
    word, response = token(), uuid4().hex
    words = f"No refund in five weeks, {word}."
    with vendor() as stub, asked_at(mapped, stub.site):
        (stub.answered if name == "surveymonkey" else stub.completed)(response, 3, words)
        stub.faults += [(503, {}), (429, {"Retry-After": "1"})]
        assert send(mapped, response).status == 200
        mail = mapped.mail(word, to="accounts@")
    assert TOUCHPOINT in mail["text"]
    assert {one.score for one in known(mapped, name, response).answers} == {3, None}
    kept = items(mapped, name, response)
    assert "203.0.113.7" not in kept
    assert "canary@" not in kept


def test_a_question_without_a_mapping_is_told_once_and_read_again_by_another(mapped: Line, tmp_path: Path) -> None:
    word, form, response = token(), f"f-{uuid4().hex[:8]}", uuid4().hex
    typeform(mapped, response, 2, f"Five weeks and my refund still has not come, {word}.", form)
    typeform(mapped, uuid4().hex, 3, "Hm.", form)
    told = mapped.mail(form)
    mapped.quiet()
    assert len(mapped.mails(form)) == 1
    assert mapped.mails(word) == []
    assert "q1" in told["text"]
    file = tmp_path / "more.yaml"
    file.write_text(mapping({("typeform", form): ("q1", "q2")}), encoding="utf-8")
    assert json.loads(mapped.run("survey", "map", "import", "--json", str(file)))["read_again"] == 2
    assert TOUCHPOINT in mapped.mail(word, to="accounts@")["text"]
    assert {one.score for one in known(mapped, "typeform", response).answers} == {2, None}


def test_strangers_and_forgers_leave_nothing(mapped: Line) -> None:
    url = source(mapped, "typeform")["url"]
    statuses = [post(one, b"{}").status for one in (url, f"{url}x", f"{mapped.site}/s/nobody/x")]
    assert statuses == [401, 202, 202]
    with urlopen(Request(url, method="HEAD"), timeout=20) as looked:  # noqa: S310 - on this machine
        assert looked.status == 200
