"""The line as AWS drives it, one delivery after the other, on a clock of ours."""

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from aws_lambda_powertools.event_handler.api_gateway import BaseRouter
from moto.dynamodb.models.table import Table

from aws import ATLAS, LEDGER
from crash.answers import Document
from crash.wire import Crash, Wire, tables
from crash.worker import announcement, chill, sent_report
from handlers.events import context_of, queued
from handlers.live import module

FOLLOWS = {
    "route": "route_issue",
    "letters": "send_letter",
    "tally": "tally_answer",
    "digest": "send_digest",
    "read": "read_delivery",
    "fetch": "fetch_responses",
    "meaning": "weigh_meaning",
    "import": "import_answers",
}
GOALS = {"S": "GOALS"}
BATCH = 10
PATIENCE = 5  # deliveries until a queue gives up
VISIBLE_AGAIN = timedelta(minutes=3)
HOUR = timedelta(minutes=65)
TOLD_APART = ("wire", "functions", "announced", "delivered")
LONGEST = 8  # hours until everything has to rest
LATE_HOURS = 2  # later than any second try
START = datetime(2026, 11, 22, 9, 1, tzinfo=UTC)  # a Sunday: what is promised then does not depend on the hour


class Weather(StrEnum):
    """How the mail service's reports come."""

    TOLD = "told"
    LATE = "late"
    LOST = "lost"


@dataclass(frozen=True)
class Delivery:
    """One event for one function; `wait` passes before it."""

    function: str
    event: Document
    name: str = ""
    wait: timedelta = timedelta()

    def __str__(self) -> str:
        return self.name or self.function

    @property
    def records(self) -> list[Document]:
        return list(self.event.get("Records", ()))


@dataclass
class Snapshot:
    """Everything that is, to come back to."""

    tables: Mapping[str, Table]
    wire: Document
    mine: Document


@dataclass
class World:
    """Functions, queues, stream, clock and mail. What stands in `todo` comes first."""

    wire: Wire
    functions: tuple[str, ...] = ()
    schedule: tuple[str, ...] = ("sweep",)
    now: datetime = START
    weather: Weather = Weather.TOLD
    least_hours: int = 0
    todo: list[Delivery] = field(default_factory=list)
    seen: int = 0
    reported: int = 0
    hours: int = 0
    delivered: int = 0
    tries: dict[str, int] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    stream_is_lost: bool = False
    insist: bool = False  # whether people and programs come again when nobody answers

    # ── what is ──
    def snapshot(self) -> Snapshot:
        mine = {name: copy(value) for name, value in vars(self).items() if name != "wire"}
        return Snapshot({name: deepcopy(table) for name, table in tables().items()}, self.wire.kept(), mine)

    def restore(self, kept: Snapshot) -> None:
        tables().update({name: deepcopy(table) for name, table in kept.tables.items()})
        for name, value in kept.mine.items():
            setattr(self, name, copy(value))
        self.wire.set_back(kept.wire)
        chill(self.functions)

    def items(self, table: str = LEDGER) -> Iterator[Document]:
        """Every item of a table as DynamoDB keeps it."""
        return (item.to_json()["Attributes"] for item in tables()[table].all_items())

    def state(self) -> str:
        """All that the future depends on, as one text."""
        mine = {name: value for name, value in vars(self).items() if name not in TOLD_APART}
        told_here = [one for one in self.items(ATLAS) if "body" not in one or "choice" in one or one["pk"] == GOALS]
        stored = [list(self.items()), told_here]
        told = sorted(set(self.wire.public)), len(self.announced), len(set(self.announced))
        lie = sorted(self.wire.stored)
        return json.dumps(
            [mine, stored, lie, self.wire.queues, self.wire.delayed, self.wire.mails, told], sort_keys=True, default=str
        )

    def rests(self) -> bool:
        """Whether nothing waits, and nobody holds a claim."""
        return not self.wire.delayed and not any(
            "pending" in item or item.get("state") == {"S": "claimed"} for item in self.items()
        )

    # ── what moves ──
    def passes(self, time: timedelta) -> None:
        self.now += time

    def deliver(self, delivery: Delivery) -> Any:
        """Hand an event to its function; a worker that died is replaced by a cold one."""
        self.delivered += 1
        before = {name: vars(BaseRouter).get(name) for name in ("current_event", "lambda_context")}
        try:
            return module(delivery.function).handle(deepcopy(delivery.event), context_of(delivery.function))
        except Crash:
            chill([delivery.function])
            raise
        finally:
            for name, value in before.items():  # whoever was interrupted goes on with its own
                setattr(BaseRouter, name, value)

    def attempt(self, delivery: Delivery) -> bool:
        """One delivery; whether all of it was done. What was not done comes again."""
        self.passes(delivery.wait)
        try:
            answer = self.deliver(delivery)
        except (Crash, Exception):  # noqa: BLE001 - whatever a function raises, AWS brings the event again
            asked = self.insist and not delivery.records and "time" not in delivery.event
            whole = [delivery.event] if asked or delivery.function == "carry" else map(_one, delivery.records)
            self._again(delivery, whole)
            return False
        failed = {one["itemIdentifier"] for one in (answer or {}).get("batchItemFailures", ())}
        self._again(delivery, (_one(record) for record in delivery.records if record.get("messageId") in failed))
        return not failed

    def settle(self) -> bool:
        """Let everything move, and hours pass, until it rests; whether it does."""
        while (delivery := self.next()) is not None:
            self.attempt(delivery)
        return self.rests()

    def flow(self) -> None:
        """Let everything move that needs no hour to pass."""
        while (delivery := next(self.ready(), None)) is not None:
            self.take(delivery)
            self.attempt(delivery)

    def next(self) -> Delivery | None:
        """What AWS does now; None when it is at rest, or was given time enough."""
        delivery = self.todo[0] if self.todo else next(self.ready(), None)
        if delivery is not None:
            self.take(delivery)
            return delivery
        waits = self.weather is Weather.LATE or self.hours < self.least_hours or not self.rests()
        if not waits or self.hours >= LONGEST:
            return None
        self._an_hour_passes()
        return self.next()

    def ready(self) -> Iterator[Delivery]:
        """All that may come next besides what has to."""
        if self.has_news():
            yield Delivery("carry", {"Records": self.news()})
        for queue, messages in sorted(self.wire.queues.items()):
            if messages:
                yield Delivery(FOLLOWS[queue], queued(messages[:BATCH]), queue)
        if self.weather is Weather.TOLD and self.reported < len(self.wire.mails):
            yield Delivery("mail_outcome", queued(map(sent_report, self.wire.mails[self.reported :])), "outcome")

    def take(self, delivery: Delivery) -> None:
        """It is under way: nobody else gets it."""
        if self.todo and delivery is self.todo[0]:
            self.todo.pop(0)
        elif delivery.function == "carry":
            self.fresh()
        elif delivery.name == "outcome":
            self.reported = len(self.wire.mails)
        else:
            del self.wire.queues[delivery.name][: len(delivery.records)]

    # ── the stream ──
    def has_news(self) -> bool:
        """Whether the stream has something to carry; what announces nothing is passed over."""
        if self.stream_is_lost:
            self.fresh()
        return bool(self.news())

    def news(self) -> list[Document]:
        """What the stream's function has not had."""
        shard = tables()[LEDGER].stream_shard
        records = [record.to_json() for record in shard.items[self.seen :]] if shard else []
        told = [one for one in records if "announces" in one["dynamodb"].get("NewImage", {})]
        for record in told:
            record["dynamodb"]["ApproximateCreationDateTime"] = self.now.timestamp()
        return told

    def fresh(self) -> list[Document]:
        """The same, taken."""
        told = self.news()
        shard = tables()[LEDGER].stream_shard
        self.seen = len(shard.items) if shard else 0
        self.announced += [announcement(record["dynamodb"]["NewImage"]) for record in told]
        return told

    # ── what fails ──
    def _again(self, delivery: Delivery, events: Iterable[Document]) -> None:
        for event in events:
            name = f"{delivery.function} {json.dumps(event, sort_keys=True, default=str)}"
            self.tries[name] = self.tries.get(name, 0) + 1
            if self.tries[name] < PATIENCE:
                self.todo.append(replace(delivery, event=event, wait=VISIBLE_AGAIN))
            else:
                self.dead.append(delivery.function)

    def _an_hour_passes(self) -> None:
        self.hours += 1
        self.passes(HOUR)
        self.wire.late()
        if self.weather is Weather.LATE and self.hours > LATE_HOURS:
            self.weather = Weather.TOLD
        self.todo += [Delivery(function, {"time": self.now.isoformat()}) for function in self.schedule]


def _one(record: Document) -> Document:
    return {"Records": [record]}
