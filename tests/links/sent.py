"""A week of the line on a pretended AWS, until every kind of mail with a link has gone out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_string
from email.message import Message
from hashlib import sha256
from typing import Any

import boto3

from aws import ATLAS, LEDGER
from calls import count_calls
from fakes.outside import ROOT
from fakes.values import CARRIED, SCRATCHED, person
from handlers.events import failed, json_post, queued
from handlers.live import Live, body_of
from throughline.domain.case import Case
from throughline.domain.seal import Link, line_of, nonce_of, sign_link
from throughline.domain.week import Week

SUBMITTER, READER = "ros.wren@shop.example", "ada@shop.example"
LINK = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Sent:
    """One mail that went out: to whom, with which links in its body and in its headers."""

    to: str
    subject: str
    links: tuple[str, ...]
    in_headers: tuple[str, ...]


class GoodWeek:
    """Two notes with cases, one answered and solved, one that waits in a list; a thank-you, and the week's digest."""

    def __init__(self, live: Live) -> None:
        self.live = live
        live.atlas.directory.replace([person(place="North")])
        self.solved = self.note("device-0001", SCRATCHED)
        self.open = self.note("device-0002", "The box was crushed at one corner.")
        self.note("device-0003", CARRIED)
        live.flows()
        self.act(self.solved, "answer", text="We look into it.")
        self.act(self.solved, "resolve", text="The foot is now wrapped.")
        live.flows()
        week = {"id": "d", "week": str(Week.of(self.now)), "person": "id-ada", "at": self.now.isoformat()}
        assert failed(live.call("send_digest", queued([week]))) == []
        monday = self.now + timedelta(days=7 - self.now.weekday())
        assert live.call("keep_promises", {"time": monday.replace(hour=11).isoformat()})["mine"]
        live.flows()

    def note(self, identity: str, text: str) -> str:
        """A note by somebody who wants to hear back; its line."""
        fields = {"id": identity, "text": text, "email": SUBMITTER, "name": "Ros Wren"}
        answer = self.live.call("feedback_form", json_post(f"/f/{self.live.place.id}", fields))
        return line_of(ROOT, body_of(answer)["receipt"])

    @property
    def now(self) -> datetime:
        """This moment, as the functions see it."""
        return self.live.ledger.clock.now()

    def case(self, line: str) -> Case:
        """The first case of a line as it stands now."""
        return self.live.ledger.facts.line(line).cases[0]

    def token(self, line: str) -> str:
        """The link to a case."""
        return sign_link(ROOT, Link("case", self.case(line).subject, self.now + timedelta(days=1)))

    def nonce(self, line: str) -> str:
        """What the case's page would carry now."""
        case = self.case(line)
        return nonce_of(ROOT, case.subject, case.version)

    def act(self, line: str, action: str, nonce: str = "", **fields: str) -> Any:
        """A step of the department."""
        sent = {"nonce": nonce or self.nonce(line), "action": action, **fields}
        return self.live.call("case_page", json_post(f"/c/{self.token(line)}", sent))

    def mails(self) -> list[Sent]:
        """Every mail that went out."""
        return [_sent(message_from_string(raw)) for raw in self.live.mails()]

    def state(self) -> str:
        """One hash over both tables and everything that waits or went out."""
        digest = sha256(str(len(self.live.mails())).encode())
        for table in (LEDGER, ATLAS):
            items = [item for page in _pages(table) for item in page["Items"]]
            for item in sorted(repr(sorted(item.items())) for item in items):
                digest.update(item.encode())
        sqs = boto3.client("sqs")
        for url in self.live.queues.values():
            names = ["ApproximateNumberOfMessages"]
            digest.update(repr(sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]).encode())
        return digest.hexdigest()


def _pages(table: str) -> Iterator[dict[str, Any]]:
    with count_calls():
        yield from boto3.client("dynamodb").get_paginator("scan").paginate(TableName=table)


def _sent(message: Message) -> Sent:
    parts = [part for part in message.walk() if not part.is_multipart()]
    texts = [part.get_payload(decode=True).decode() for part in parts]  # type: ignore[union-attr] # bytes, as decoded
    headers = [value for name, value in message.items() if name.lower().startswith("list-")]
    found = [link for text in texts for link in LINK.findall(text)]
    in_headers = [link for value in headers for link in LINK.findall("".join(value.split()))]
    return Sent(message["To"], message["Subject"], tuple(dict.fromkeys(found)), tuple(in_headers))
