"""Drives the functions as AWS drives them, one step after the other, and notes each call that they make."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import boto3

from operate.bench import payloads
from operate.bench.calls import Call, count_calls
from operate.bench.pretended import SIGNING, SOURCE

Item = dict[str, Any]


class WentWrongError(RuntimeError):
    """A function did not do what was to be counted."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One run of a function and the calls that it made."""

    function: str
    calls: tuple[Call, ...]


@dataclass
class Way:
    """What the functions did since it began."""

    place: str
    legs: list[Leg] = field(default_factory=list)
    _seen: dict[tuple[str, str], Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What was written before is none of this way's."""
        self._catch_up()

    def form(self, note: Mapping[str, str]) -> None:
        """A note by the form's JSON twin."""
        self._answered("feedback_form", payloads.posted(f"/f/{self.place}", json.dumps(note)))

    def survey(self, answer: Mapping[str, Any]) -> None:
        """A signed survey answer."""
        self._answered("survey_answered", payloads.signed("/v1/responses", answer))

    def delivery(self, answer: Mapping[str, Any]) -> None:
        """A message of a survey tool, signed in the way of our own shape."""
        event = payloads.signed(f"/s/{SOURCE.name}/{SOURCE.keys[0]}", answer, key=SIGNING)
        self._answered("survey_delivered", event, payloads.OK)

    def mail(self, raw: bytes, name: str) -> None:
        """A mail that was stored."""
        key, bucket = f"inbound/{name}", os.environ["MAIL_BUCKET"]
        boto3.client("s3").put_object(Bucket=bucket, Key=key, Body=raw)
        self._batch("feedback_mail", [payloads.stored(bucket, key, len(raw))])

    def event(self, note: Mapping[str, str]) -> None:
        """A note on the bus."""
        self._batch("event_arrived", [{"detail-type": "FrontlineFeedback", "source": "till", "detail": note}])

    def follow(self) -> list[Item]:
        """All that follows, up to the mails and their sent-records; the messages that asked for mails."""
        self._carry()
        self._batch("read_delivery", taken_from("read"))
        self._carry()
        self._batch("route_issue", taken_from("route"))
        self._carry()
        letters = taken_from("letters")
        self._batch("send_letter", letters)
        self._catch_up()
        return letters

    def report(self, letter: Item) -> None:
        """The mail service's word that a mail went out."""
        tags = {name: [letter[key].encode().hex()] for name, key in (("line", "pk"), ("letter", "sk"))}
        self._batch("mail_outcome", [{"eventType": "Send", "mail": {"messageId": "1", "tags": tags}}])

    def _carry(self) -> None:
        announced = [item for item in self._catch_up() if "announces" in item]
        if announced:
            self._run("carry", payloads.stream(announced))

    def _catch_up(self) -> list[Item]:
        """What was written since the last look."""
        pages = boto3.client("dynamodb").get_paginator("scan").paginate(TableName=os.environ["LEDGER_TABLE"])
        items = {(one["pk"]["S"], one["sk"]["S"]): one for page in pages for one in page["Items"]}
        fresh = [item for key, item in items.items() if self._seen.get(key) != item]
        self._seen = items
        return fresh

    def _answered(self, function: str, event: Item, status: int = payloads.CREATED) -> None:
        answer = self._run(function, event)
        if answer["statusCode"] != status:
            raise WentWrongError(f"{function} answered {answer['statusCode']}: {answer['body']}")

    def _batch(self, function: str, messages: Iterable[Item]) -> None:
        waiting = list(messages)
        for first in range(0, len(waiting), payloads.MOST):
            failed = self._run(function, payloads.queued(waiting[first : first + payloads.MOST]))["batchItemFailures"]
            if failed:
                raise WentWrongError(f"{function} could not do {len(failed)} of its messages")

    def _run(self, function: str, event: Item) -> Any:
        handle = import_module(f"{function}.handler").handle
        with count_calls() as calls:
            answer = handle(event, None)
        self.legs.append(Leg(function, tuple(calls)))
        return answer


def taken_from(queue: str) -> list[Item]:
    """Everything that waits in a queue, taken out of it."""
    sqs, url = boto3.client("sqs"), os.environ[f"{queue.upper()}_QUEUE"]
    messages: list[Item] = []
    while some := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=payloads.MOST).get("Messages"):
        for one in some:
            messages.append(json.loads(one["Body"]))
            sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
    return messages
