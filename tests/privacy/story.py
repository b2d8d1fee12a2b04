"""The whole line with a word of its own in each field that can tell who somebody is, watched from all sides."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

import handlers.live
from aws import ATLAS, BUCKET, BUS, LEDGER, messages_in
from fakes.outside import ROOT
from fakes.values import person
from handlers.events import http, json_post, queued, stored_mail
from handlers.live import Live, body_of
from throughline.contracts.signature import sign
from throughline.domain.person import person_id
from throughline.domain.seal import Link, derived, line_of, nonce_of, sign_link

NAME, ADDRESS, WORDS, REFERENCE = "zqname", "zqaddress@shop.example", "zqwords", "zqreference"
CUSTOMER, PLACE, MESSAGE, BOUNCES, SUBJECT = "zqcustomer", "zqplace", "zqmessage", "zqreturn", "zqsubject"
ASIDE, ANSWER, LATER = "zqaside", "zqanswer", "zqlater"
MACHINERY = ("botocore", "boto3", "moto", "urllib3", "pynamodb", "asyncio")
KIM = person_id(email=ADDRESS, name="", department="")
CANARIES = (NAME, "zqaddress", WORDS, REFERENCE, CUSTOMER, PLACE, MESSAGE, BOUNCES, SUBJECT, ASIDE, ANSWER, LATER)
PEOPLES = tuple(canary for canary in CANARIES if canary != PLACE)  # a place on the list of places is nobody's
NOTE = {
    "id": "device-known-1",
    "text": f"The lamp was scratched when the box was opened, {WORDS}.",
    "touchpoint": "Opening the parcel",
    "name": f"Kim {NAME}",
    "email": ADDRESS,
    "reference": REFERENCE,
}
ANONYMOUS = {"id": "device-anon-1", "text": f"Thank you to the driver who carried the sofa upstairs, {WORDS}."}
RIDDLE = {"id": "device-riddle-1", "text": f"Something felt odd, {WORDS}.", "email": ADDRESS}
MAIL = (
    f"Return-Path: <{BOUNCES}@shop.example>\nFrom: Kim {NAME} <{ADDRESS}>\nTo: feedback@in.example\n"
    f"Message-ID: <{MESSAGE}@shop.example>\nSubject: The card reader froze {SUBJECT}\n\nIt froze again, {WORDS}.\n"
).encode()
AWAY = MAIL.replace(MESSAGE.encode(), b"zqmessage2").replace(b"To: ", b"Auto-Submitted: auto-replied\nTo: ")
RESPONSE = {
    "source": "own",
    "survey_id": "after-delivery",
    "response_id": "r-1",
    "question_key": "recommend",
    "metric": "nps",
    "score": 2,
    "verbatim": f"The box was crushed, {WORDS}.",
    "revision": 1,
    "customer_ref": CUSTOMER,
    "hints": {"order": REFERENCE},
}
EVENT = {
    "id": "e-1",
    "detail-type": "FrontlineFeedback",
    "source": "shop.tills",
    "detail": {"id": "till-1", "text": f"The card reader froze, {WORDS}.", "email": ADDRESS, "name": NAME},
}


class Story:
    """What everybody said, and everything that could be seen of it outside of the tables."""

    def __init__(self, live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
        self.live = live
        self.queued: list[dict[str, Any]] = []
        self.events = _hears(BUS)
        monkeypatch.setattr(handlers.live, "messages_in", self._passing)
        self.small = live.atlas.places.add(f"Shed {PLACE}", 3)
        self.kim = replace(person("kim"), id=KIM, name=f"Kim {NAME}", email=ADDRESS, manager="ada@shop.example")
        live.atlas.directory.replace([self.kim, replace(person("ada"), manager=ADDRESS)])

    def _passing(self, url: str) -> list[dict[str, Any]]:
        found = messages_in(url)
        self.queued += found
        return found

    # ── what people do ──
    def told(self) -> None:
        """Everything comes in, is decided, mailed, answered and fixed."""
        self.known, self.unknown, self.riddle = self.notes()
        self.stores()
        self.other_doors()
        self.live.flows()
        self.acts("answer", f"We look at it, {ANSWER}.")
        self.acts("resolve", f"The foot is wrapped now, {ANSWER}.")
        self.live.flows()

    def notes(self) -> list[str]:
        """The receipts of the notes from the small place."""
        posts = [json_post(f"/f/{self.small.id}", note) for note in (NOTE, ANONYMOUS, RIDDLE)]
        return [str(body_of(self.live.call("feedback_form", post))["receipt"]) for post in posts]

    def stores(self) -> None:
        """The same mail twice, and an automatic one."""
        for key, raw in (("inbound/1", MAIL), ("inbound/2", MAIL), ("inbound/3", AWAY)):
            boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=raw)
        self.notified()

    def notified(self) -> Any:
        """S3 tells of every mail; what the function could not handle."""
        stored = [stored_mail(BUCKET, f"inbound/{number}") for number in (1, 2, 3)]
        return self.live.call("feedback_mail", queued(stored))

    def other_doors(self, **told: Any) -> None:
        """A survey, the bus, and a link that is no place's."""
        self.survey(**told)
        self.live.call("event_arrived", queued([EVENT]))
        lost = {"id": "device-lost-1", "text": f"I could not send this, {ASIDE}, {ADDRESS}."}
        self.live.call("feedback_form", json_post("/f/nowhere", lost))

    def survey(self, **told: Any) -> Any:
        body = json.dumps({**RESPONSE, **told}).encode()
        headers = sign(derived(ROOT, "responses"), "msg_1", datetime.now(UTC), body)
        named = {name.replace("-", "_"): value for name, value in headers.items()}
        return self.live.call("survey_answered", json_post("/v1/responses", body, **named))

    def acts(self, action: str, text: str, *, number: int = 1, **told: str) -> Any:
        """A department says something about a case of the known note."""
        case = self.live.ledger.facts.line(self.line).cases[number - 1]
        nonce = nonce_of(ROOT, case.subject, case.version)
        said = {"nonce": nonce, "action": action, "text": text, **told}
        return self.live.call("case_page", json_post(f"/c/{self.link(case.subject)}", said))

    @property
    def line(self) -> str:
        return line_of(ROOT, self.known)

    def link(self, subject: str) -> str:
        return sign_link(ROOT, Link("case", subject, datetime(2099, 1, 1, tzinfo=UTC)))

    def page(self) -> str:
        path = f"/c/{self.link(f'{self.line}/1')}"
        return str(self.live.call("case_page", http("GET", path, accept="text/html"))["body"])

    # ── what can be seen ──
    def public(self) -> list[str]:
        """The events that other systems got."""
        return [json.dumps(event) for event in messages_in(self.events)]

    def everywhere(self) -> dict[str, str]:
        """All that the product can read again, by where it stands."""
        return {**items_of(LEDGER), **items_of(ATLAS), **objects(), **self.waiting()}

    def waiting(self) -> dict[str, str]:
        return {name: json.dumps(messages_in(url)) for name, url in self.live.queues.items()}


def items_of(table: str) -> dict[str, str]:
    """Every item of a table as it lies there."""
    return {f"{table} {one['pk']['S']} {one['sk']['S']}": json.dumps(one) for one in raw_items(table)}


def raw_items(table: str) -> list[dict[str, Any]]:
    pages = boto3.client("dynamodb").get_paginator("scan").paginate(TableName=table)
    return [item for page in pages for item in page["Items"]]


def objects() -> dict[str, str]:
    s3 = boto3.client("s3")
    keys = [one["Key"] for one in s3.list_objects_v2(Bucket=BUCKET).get("Contents", ())]
    return {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read().decode() for key in keys}


def found_in(places: Mapping[str, str], *words: str) -> list[str]:
    """Where any of the words stands."""
    return sorted(f"{word} in {name}" for name, text in places.items() for word in words if word in text)


def _hears(bus: str) -> str:
    sqs, events = boto3.client("sqs"), boto3.client("events")
    url = str(sqs.create_queue(QueueName="listener")["QueueUrl"])
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.put_rule(Name="all", EventBusName=bus, EventPattern=json.dumps({"source": ["throughline"]}))
    events.put_targets(Rule="all", EventBusName=bus, Targets=[{"Id": "1", "Arn": arn}])
    return url


class _Kept(logging.Handler):
    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        self.rows.append(self.format(record))


@contextmanager
def logged() -> Iterator[list[str]]:
    """Every line that any function logs, as it is written."""
    kept = _Kept(LambdaPowertoolsFormatter())
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] not in MACHINERY]
    loggers = [logging.getLogger(), *map(logging.getLogger, names)]
    for one in loggers:
        one.addHandler(kept)
    try:
        yield kept.rows
    finally:
        for one in loggers:
            one.removeHandler(kept)
