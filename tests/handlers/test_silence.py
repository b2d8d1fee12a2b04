"""A log holds outcomes and ids; never what somebody wrote, nor who they are."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import boto3
import pytest

from aws import BUCKET
from fakes.outside import ROOT
from handlers.events import form_post, http, json_post, queued, stored_mail
from handlers.live import Live, body_of
from handlers.test_survey_answered import GIVEN, post
from throughline.domain.seal import Link, line_of, nonce_of, sign_link

TEXT, NAME, ADDRESS = "A canaryword in a scratched box.", "Canaryname", "canaryaddress@shop.example"
CANARIES = ("canaryword", "Canaryname", "canaryaddress", "packing@shop.example")
RAW = f"From: {NAME} <{ADDRESS}>\nSubject: canaryword\nMessage-ID: <1@x>\n\n{TEXT}\n".encode()


class Everything(logging.Handler):
    """Keeps every record of every logger with all that is attached to it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self._seen: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if any(one is record for one in self._seen):  # a logger hands it up, and formatting it has changed it since
            return
        self._seen.append(record)
        self.lines.append(f"{record.getMessage()} {record.__dict__!r}")


@pytest.fixture
def log(live: Live) -> Iterator[Everything]:  # noqa: ARG001 - loggers are made when functions are
    kept = Everything()
    names = [
        name for name in logging.root.manager.loggerDict if name.split(".")[0] not in ("botocore", "moto", "urllib3")
    ]
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in names)]
    for one in loggers:
        one.addHandler(kept)
    yield kept
    for one in loggers:
        one.removeHandler(kept)


def test_no_log_line_holds_words_names_or_addresses(
    live: Live, log: Everything, capfd: pytest.CaptureFixture[str]
) -> None:
    path = f"/f/{live.place.id}"
    said = {"id": "device-0001", "text": TEXT, "name": NAME, "email": ADDRESS}
    answer = live.call("feedback_form", json_post(path, said))
    live.call("feedback_form", json_post(path, {**said, "text": "canaryword once more"}))
    live.call("feedback_form", form_post(path, {**said, "id": "", "email": "canaryaddress"}))
    live.call("feedback_form", json_post("/f/nowhere", said))
    boto3.client("s3").put_object(Bucket=BUCKET, Key="inbound/1", Body=RAW)
    event = {"id": "1", "detail-type": "FrontlineFeedback", "source": "shop", "detail": {"id": "x", "text": TEXT}}
    broken = {**event, "detail": {"id": "x", "text": TEXT, "email": "canaryaddress"}}
    live.call("feedback_mail", queued([stored_mail(BUCKET, "inbound/1"), {"Records": [{"canaryword": NAME}]}]))
    live.call("event_arrived", queued([event, broken, {"detail-type": 1, "detail": NAME}, f"{{{TEXT}"]))
    post(live, {**GIVEN, "verbatim": TEXT})
    post(live, {**GIVEN, "verbatim": TEXT, "customer_ref": ADDRESS})
    live.flows()
    live.call("route_issue", queued([{"id": "1", "pk": TEXT}, {"canaryword": NAME}]))
    receipt = body_of(answer)["receipt"]
    case = live.ledger.facts.line(line_of(ROOT, receipt)).cases[0]
    token = sign_link(ROOT, Link("case", case.subject, datetime.now(UTC) + timedelta(days=1)))
    nonce = nonce_of(ROOT, case.subject, case.version)
    live.call("case_page", http("GET", f"/c/{token}"))
    live.call("case_page", json_post(f"/c/{token}", {"nonce": nonce, "action": "answer", "text": TEXT}))
    live.call("case_page", json_post(f"/c/{token}", {"nonce": "canaryword", "action": NAME}))
    live.call("receipt_page", http("GET", "/r", query=f"receipt={receipt}"))
    live.flows()
    printed = capfd.readouterr()
    lines = [*log.lines, *printed.out.splitlines(), *printed.err.splitlines()]
    assert len([line for line in lines if "handled" in line]) > 5
    assert [line for line in lines if any(canary in line for canary in (*CANARIES, receipt, token))] == []


def test_what_failed_is_logged_by_where_not_by_what(live: Live, log: Everything) -> None:
    live.call("route_issue", queued([{"id": "event-1", "canaryword": NAME}]))
    (line,) = [line for line in log.lines if line.startswith("failed")]
    assert "event-1" in line
    assert "KeyError" in line
    assert "handler.py" in line
