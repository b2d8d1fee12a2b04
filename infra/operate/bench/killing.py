"""The line of a local stack with us in AWS's place: who is asked, when again, and who dies meanwhile."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import uuid4

from operate.bench.killed import KILLED, RAISED, Children, Kill
from operate.bench.payloads import JSON, posted, queued, stored, stream
from operate.demo.doors import until
from operate.stack import Stack
from operate.wire import first_place, open_secrets
from throughline.contracts.signature import sign
from throughline.domain.seal import derived

DOORS = ("feedback_form", "feedback_mail", "survey_answered", "event_arrived")
QUEUES = {"TallyQueueUrl": "tally_answer", "LettersQueueUrl": "send_letter", "RouteQueueUrl": "route_issue"}
FUNCTIONS = (*DOORS, "carry", *QUEUES.values(), "sweep")
LEFT_RUNNING = "mail_outcome"  # the mail service's reports go their own way
SAID = "The box arrived crushed and the lamp was scratched, %s."
TOUCHPOINT = "Opening the parcel"
ANSWERED = "Getting money back"  # where the sample's map wants a case of each low score
WRITER = "ros.wren@shop.example"
Item = dict[str, Any]


@dataclass
class Told:
    """Something that came in: by which door, what of it is killed where, and whether two consumers take it at once."""

    door: str
    function: str = ""
    kill: Kill | None = None
    twins: str = ""
    word: str = field(default_factory=lambda: f"zq{uuid4().hex[:12]}")
    line: str = ""

    def __str__(self) -> str:
        killed = f"{self.function} dies {self.kill}" if self.function else "nothing dies"
        return f"{self.word} by {self.door}, {killed}{f', two at once in {self.twins}' if self.twins else ''}"


class Line:
    """Everything between the doors and the mails, function by function, each in a child."""

    def __init__(self, stack: Stack) -> None:
        self.stack, self.children = stack, Children(stack, FUNCTIONS)
        self.sqs, self.streams, self.s3 = (stack.client(name) for name in ("sqs", "dynamodbstreams", "s3"))
        place = first_place(stack)
        self.place = place.id if place else ""
        self.waiting: Iterable[Told] = ()
        self.by_line: dict[str, Told] = {}
        self.calls: dict[str, int] = {}
        self.kills = 0
        self._iterators: list[str] = []

    @cached_property
    def root(self) -> bytes:
        """What all keys are derived from."""
        return open_secrets(self.stack).root()

    @contextmanager
    def in_our_hands(self) -> Iterator[None]:
        """Nothing but us moves the line meanwhile."""
        lambdas = self.stack.client("lambda")
        found = lambdas.list_event_source_mappings()["EventSourceMappings"]
        ours = [one["UUID"] for one in found if not one["FunctionArn"].endswith(LEFT_RUNNING)]
        try:
            for one in ours:
                lambdas.update_event_source_mapping(UUID=one, Enabled=False)
            self._from_now_on()
            yield
        finally:
            for one in ours:
                lambdas.update_event_source_mapping(UUID=one, Enabled=True)

    # ── in at the doors ──
    def take_in(self, told: Told) -> None:
        """It comes in; who gets no answer comes again."""
        until("an answer", lambda: self._done(told.door, self._event(told), told, None), 10)

    def _event(self, told: Told) -> Item:
        said = {"id": told.word, "text": SAID % told.word, "touchpoint": TOUCHPOINT}
        if told.door == "feedback_form":
            return posted(f"/f/{self.place}", json.dumps({**said, "email": WRITER}))
        if told.door == "event_arrived":
            return queued([{"detail-type": "FrontlineFeedback", "source": "till", "detail": said}])
        return self._mail(told) if told.door == "feedback_mail" else self._answer(told)

    def _mail(self, told: Told) -> Item:
        about = f"From: {WRITER}\r\nTo: f@in.example\r\nSubject: A lamp\r\nMessage-ID: <{told.word}@d>\r\n\r\n"
        raw, key, bucket = (about + SAID % told.word).encode(), f"kills/{told.word}", self.stack.outputs["MailBucket"]
        self.s3.put_object(Bucket=bucket, Key=key, Body=raw)
        return queued([stored(bucket, key, len(raw))])

    def _answer(self, told: Told) -> Item:
        given = {"source": "own", "survey_id": "kills", "response_id": told.word, "question_key": "why", "revision": 1}
        score = {"metric": "nps", "score": 3, "scale_min": 0, "scale_max": 10, "verbatim": SAID % told.word}
        when = {"answered_at": datetime.now(UTC).isoformat(), "touchpoint_hint": ANSWERED}
        body = json.dumps({**given, **score, **when})
        signed = sign(derived(self.root, "responses"), f"msg_{told.word}", datetime.now(UTC), body.encode())
        return posted("/v1/responses", body, {**JSON, **{name.lower(): value for name, value in signed.items()}})

    # ── along the line ──
    def flow(self, later: timedelta | None = None, *, carrier: Kill | None = None) -> None:
        """Move everything until nothing moves; `later` is how far the functions' clock is ahead."""
        while self._carried(carrier) + sum(self._served(*queue, later) for queue in QUEUES.items()):
            carrier = None

    def sweep(self, later: timedelta) -> None:
        """The hourly sweep, at a later hour."""
        self.children.wait(self.children.start("sweep", {"time": (datetime.now(UTC) + later).isoformat()}))

    def _carried(self, kill: Kill | None) -> int:
        images = [record["dynamodb"].get("NewImage", {}) for record in self._records()]
        told = [image for image in images if "announces" in image]
        for image in told:
            self._know(image)
        if told:
            batch, carrier = stream(told), Told("", "carry", kill)
            until("the carrying", lambda: self._done("carry", batch, carrier, None), 10)
        return len(told)

    def _know(self, image: Item) -> None:
        body = image.get("body", {}).get("S", "")
        for told in self.waiting:
            if told.word in body:
                told.line = image["pk"]["S"]
                self.by_line[told.line] = told

    def _served(self, queue: str, function: str, later: timedelta | None) -> int:
        url = self.stack.outputs[queue]
        found = self.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        for one in found:
            message = json.loads(one["Body"])
            done = self._done(function, queued([message]), self.by_line.get(message["pk"], Told("")), later)
            with suppress(self.sqs.exceptions.ReceiptHandleIsInvalid):  # a consumer that was under way took it too
                self._handled(url, one["ReceiptHandle"], done=done)
        return len(found)

    def _handled(self, url: str, receipt: str, *, done: bool) -> None:
        if done:
            self.sqs.delete_message(QueueUrl=url, ReceiptHandle=receipt)
        else:
            self.sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=receipt, VisibilityTimeout=0)

    def _done(self, function: str, event: Item, told: Told, later: timedelta | None) -> bool:
        kill = told.kill if told.function == function else None
        if kill:
            told.kill = None
        children = [self.children.start(function, event, kill, later)]
        if told.twins == function:
            told.twins = ""
            children.append(self.children.start(function, event, None, later))
        ended = [self.children.wait(child) for child in children]
        self.kills += ended.count(KILLED)
        fine = ended[0] < RAISED
        if fine and len(children) == 1:
            self.calls[function] = max(self.calls.get(function, 0), ended[0])
        return fine

    # ── the stream ──
    def _from_now_on(self) -> None:
        table = self.stack.client("dynamodb").describe_table(TableName=self.stack.outputs["LedgerTable"])["Table"]
        arn = table["LatestStreamArn"]
        shards = self.streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
        self._iterators = [
            self.streams.get_shard_iterator(StreamArn=arn, ShardId=one["ShardId"], ShardIteratorType="LATEST")[
                "ShardIterator"
            ]
            for one in shards
        ]

    def _records(self) -> list[Item]:
        answers = [self.streams.get_records(ShardIterator=one) for one in self._iterators]
        self._iterators = [one["NextShardIterator"] for one in answers]
        return [record for one in answers for record in one["Records"]]
