"""A shop whose doors are tried: every function on rooms in memory, and what each answer has to be."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from contracts.doors import BEHIND, Doors
from fakes import FixedClock, MemoryPostbox, MemoryQueue, Root
from fakes.signing import CLIENT, GROUP, ISSUER
from fakes.values import SITE
from handlers.events import FORM, Context, failed, http, queued
from hostile.limits import StrictLedger
from hostile.payloads import as_form
from operate.build.openapi import document
from throughline.domain.flood import Bounds

OPERATIONS = {
    f"{method.upper()} {path}": {int(status) for status in operation["responses"]}
    for path, methods in document()["paths"].items()
    for method, operation in methods.items()
}
QUEUED = (
    "event_arrived",
    "read_delivery",
    "fetch_responses",
    "feedback_mail",
    "mail_outcome",
    "route_issue",
    "send_letter",
    "send_digest",
    "tally_answer",
    "weigh_meaning",
)
CANARIES = ("canary words 4471", "canary-4471@shop.example", "Canary Person 4471")
INSIDE = re.compile(r"Traceback|File \"|\.py\b|site-packages|botocore|pynamodb|Error\(|Exception|arn:aws|<locals>")
LONGEST_REFUSAL = 4_000
REFUSED = 400


TOLD = {
    "site_url": SITE,
    "smallest_group": 5,
    "count_readings": "true",
    "quiet_minutes": 0,
    "bounds": Bounds(),
    "sender": "line@shop.example",
    "inbound_domain": "in.example",
    "stage": "test",
    "bedrock_model": "",
    "translations": "false",
    "translated_a_day": 100_000,
    "model_bucket": "models",
    "digest_fewest": 1,
    "digest_weekday": "MON",
    "digest_hour": 9,
    "time_zone": "Europe/London",
    "issuer": ISSUER,
    "client_id": CLIENT,
    "managers": GROUP,
}


@dataclass
class Mails:
    """The bucket: whatever key is asked for, the mail that is tried now."""

    raw: bytes = b""

    def read(self, _key: str) -> bytes:
        return self.raw

    def keep(self, key: str, raw: bytes) -> None:
        """Nothing: the next mail takes its place."""

    def drop(self, key: str) -> None:
        """As above."""


@dataclass
class House:
    """The doors, and what they were seen to do."""

    doors: Doors = field(default_factory=lambda: Doors(StrictLedger(FixedClock())))
    mails: Mails = field(default_factory=Mails)
    postbox: MemoryPostbox = field(default_factory=MemoryPostbox)
    queues: dict[str, MemoryQueue] = field(default_factory=lambda: {name: MemoryQueue() for name in ("route",)})
    published: list[Any] = field(default_factory=list)

    def stand(self, patch: pytest.MonkeyPatch) -> None:
        """Put every function into this shop."""
        self.doors.stand(patch)
        self.queues = {name: MemoryQueue() for name in ("route", "letters", "tally", "read", "fetch", "meaning")}
        given = {
            "ledger": self.doors.ledger,
            "atlas": self.doors.atlas,
            "secrets": Root(),
            "settings": SimpleNamespace(**TOLD),
            "stored": self.mails,
            "shelf": SimpleNamespace(current=lambda: None, target=lambda: 0.0),
            "postbox": self.postbox,
            "queues": self.queues,
            "fetch_queue": self.queues["fetch"],
            "queue": self.queues["fetch"],
            "bus": SimpleNamespace(publish=self.published.extend),
        }
        for function in (*BEHIND.values(), *QUEUED, "carry"):
            handler = import_module(f"{function}.handler")
            for name in given.keys() & vars(handler).keys():
                patch.setattr(handler, name, lambda name=name: given[name])

    def ask(self, door: str, event: dict[str, Any], *, nothing_here: bool = False) -> Any:
        """What a door answers, which has to be one of its documented answers and safe to show."""
        if "/manage" in door:
            self.doors.signed_in(event)
        answer = call(BEHIND[door.partition(" ")[2]], dict(event))
        status = answer["statusCode"]
        documented = OPERATIONS[door] | ({404} if nothing_here else set())
        assert status in documented, f"{door} answers {status}: {answer['body'][:200]}"
        json.dumps(answer, ensure_ascii=False).encode()  # as Lambda hands it on
        headers = {name.lower(): value for name, value in answer["headers"].items()}
        assert headers["cache-control"] == "no-store"
        assert not any(set(str(value)) & set("\r\n\0") for value in headers.values())
        if status >= REFUSED:
            check_refusal(answer["body"], str(headers["content-type"]))
        return answer

    def state(self) -> str:
        """Everything that is kept, to tell whether anything changed."""
        ledger, atlas = self.doors.ledger, self.doors.atlas
        asides = [*ledger.facts.asides()]
        return repr((dict(ledger.lines), ledger.waits, asides, ledger.letters.leases, [*atlas.directory.people()]))

    def reopen(self) -> None:
        """Put the case back to its first state, so that each step is tried on it anew."""
        line = self.doors.case.line
        self.doors.ledger.change(line, cases=(self.doors.case,), steps={}, sayings={}, changes=())

    @staticmethod
    def form(path: str, fields: Mapping[str, str]) -> dict[str, Any]:
        """A form by a browser."""
        return {**http("POST", path, as_form(fields), accept="text/html", content_type=FORM)}

    @staticmethod
    def json(path: str, body: bytes, **headers: str) -> dict[str, Any]:
        """JSON by a program, with headers by their own names."""
        event = http("POST", path, body, accept="application/json", content_type="application/json")
        return {**event, "headers": {**event["headers"], **headers}}

    @staticmethod
    def whole(text: str) -> str:
        """The text as it comes through a form: halves of characters are lost on the way."""
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    def deliver(self, function: str, *messages: Any) -> list[str]:
        """Which of the messages a queue's function gives back; texts go as they are."""
        return failed(call(function, queued(messages)))

    @staticmethod
    def outcome(function: str, message: Any) -> str:
        """What a queue's function says became of one message, in the words that it logs."""
        handler = import_module(f"{function}.handler")
        body = message if isinstance(message, str) else json.dumps(message)
        try:
            document = json.loads(body)
        except (ValueError, RecursionError):
            document = None
        said = handler.take(document) if isinstance(document, dict) else handler.unreadable(body)
        return str(said)


def call(function: str, event: dict[str, Any]) -> Any:
    handle: Callable[..., Any] = import_module(f"{function}.handler").handle
    return handle(event, Context())


def check_refusal(body: str, kind: str) -> None:
    """A refusal says what is wrong and what to do, and nothing from inside or from anybody's note."""
    assert not INSIDE.search(body), body[:500]
    if "json" not in kind:
        return
    told = json.loads(body)
    assert set(told) == {"error", "field", "do"}
    assert told["error"]
    assert told["do"]
    assert len(body) <= LONGEST_REFUSAL
    assert not any(canary in body for canary in CANARIES)
