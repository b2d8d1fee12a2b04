"""The deployed stack as everybody outside sees it: doors, mails, pages, public events and the operator's command."""

import contextlib
import json
import os
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from click.testing import CliRunner, Result

from operate.cli import throughline
from operate.demo.doors import (
    Answer,
    TookTooLongError,
    ask,
    flowing,
    hidden_fields,
    link_in,
    send_answer,
    send_json,
    until,
)
from operate.local.checkout import Checkout
from operate.local.outbox import Outbox, as_line
from operate.local.state import State, read_state
from operate.stack import Stack, local_stack

Mail = dict[str, Any]
SAMPLE = Path(__file__).parents[2] / "infra" / "operate" / "sample"
COMMAND = "from operate.cli import main; main()"
PAGE = {"Accept": "text/html"}
DATA = {"Accept": "application/json"}


LETTERS = str.maketrans("0123456789", "ghijklmnop")  # with digits it would pass for an order's number


def token() -> str:
    """A word that stands nowhere else, to know one's own words again."""
    return "zq" + uuid4().hex[:12].translate(LETTERS)


@dataclass
class Line:
    """One running stack with the sample organisation on it."""

    root: Path
    place: str = ""
    _read: dict[str, Mail] = field(default_factory=dict)

    @cached_property
    def state(self) -> State:
        found = read_state(Checkout(self.root))
        assert found is not None
        return found

    @cached_property
    def stack(self) -> Stack:
        return local_stack(self.state)

    @property
    def site(self) -> str:
        return self.state.site_url

    @property
    def form(self) -> str:
        return f"{self.site}/f/{self.place}"

    @property
    def mailbox(self) -> str:
        return f"feedback@{self.stack.outputs['InboundDomain']}"

    @cached_property
    def credentials(self) -> dict[str, Any]:
        return dict(json.loads(self.run("status", "--json"))["credentials"])

    def run(self, *arguments: str) -> str:
        """What a command prints; it must end well."""
        return self._done(*arguments).stdout

    def talk(self, *arguments: str) -> str:
        """What a command says beside it."""
        return self._done(*arguments).stderr

    def _done(self, *arguments: str) -> Result:
        with contextlib.chdir(self.root), kept_environment():
            done = CliRunner().invoke(throughline, arguments, prog_name="throughline")
        assert done.exit_code == 0, f"{done.stderr}{done.exception!r}"
        return done

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        """The JSON lines that a command prints."""
        return [json.loads(row) for row in self.run(*arguments).splitlines()]

    def note(self, text: str, **more: str) -> Answer:
        """A note from a device that speaks JSON."""
        return send_json(self.form, {"id": uuid4().hex, "text": text, **more})

    def receipt(self, taken: Answer) -> dict[str, Any]:
        """What the receipt's page knows, for a program."""
        return ask(f"{self.site}/r?receipt={taken.document()['receipt']}", headers=DATA).document()

    def settled(self, taken: Answer) -> list[dict[str, str]]:
        """What a note became, as soon as it has been decided."""
        return until("the decision", lambda: self.receipt(taken)["items"])

    def answer(self, url: str, **document: Any) -> Answer:
        """A survey answer, signed."""
        return send_answer(url, self.signing_key, document)

    @cached_property
    def signing_key(self) -> bytes:
        return b64decode(self.credentials["responses"].removeprefix("whsec_"))

    def mails(self, word: str = "", to: str = "") -> list[Mail]:
        """The mails that hold a word and went to an address, the oldest first."""
        outbox = Outbox(Checkout(self.root).outbox)
        for sent in outbox.all():
            if sent.id not in self._read:
                self._read[sent.id] = as_line(sent, outbox.raw(sent.id))
        found = [mail for mail in self._read.values() if to in " ".join(mail["to"])]
        return [mail for mail in found if word in flowing(mail["text"]) or word in mail["subject"]]

    def mail(self, word: str, to: str = "") -> Mail:
        """The first such mail, as soon as it is there."""
        return until(f"the mail to {to or 'anybody'} about {word}", lambda: self.mails(word, to))[0]

    def quiet(self) -> None:
        """Wait until a note sent now has come through, and with it all that was sent before."""
        word = token()
        self.note(f"A lamp arrived crushed in its box, {word}", touchpoint="Opening the parcel")
        self.mail(word)
        self.until_queues_empty()

    def tell_map(self, told: Path = SAMPLE / "journey.yaml", *options: str) -> None:
        """Import a map that everything knows at once, not half a minute later."""
        self.run("journey", "import", *options, str(told))
        self.start_anew()

    def start_anew(self) -> None:
        """Functions forget what they keep for half a minute; nothing is under way meanwhile."""
        self.until_queues_empty()
        lambdas = self.stack.client("lambda")
        for page in lambdas.get_paginator("list_functions").paginate():
            for one in page["Functions"]:
                lambdas.update_function_configuration(FunctionName=one["FunctionName"], Timeout=one["Timeout"])

    def until_queues_empty(self) -> None:
        """Wait until nothing waits in a queue or is being worked on."""
        try:
            until("empty queues", lambda: not self.waiting(), patience=60)
        except TookTooLongError as late:
            raise TookTooLongError(f"{late}: {self.troubles()}") from late

    def troubles(self) -> str:
        """What the queues still hold, and what functions warned of: why something may not have come."""
        told = [row for row in self.logs() if '"WARNING"' in row or '"ERROR"' in row or "Traceback" in row]
        return f"{self.waiting()}\n" + "\n".join(told)

    def waiting(self) -> dict[str, dict[str, str]]:
        """The queues that hold something, and how much."""
        wanted = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        urls = {name: url for name, url in self.stack.outputs.items() if name.endswith("QueueUrl")}
        told = {
            name: self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=wanted)["Attributes"]
            for name, url in urls.items()
        }
        return {name: counts for name, counts in told.items() if any(int(count) for count in counts.values())}

    @cached_property
    def sqs(self) -> Any:
        return self.stack.client("sqs")

    def logs(self) -> Iterator[str]:
        """Every line that any function or door has logged."""
        logs = self.stack.client("logs")
        for group in logs.get_paginator("describe_log_groups").paginate().search("logGroups[].logGroupName"):
            for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group):
                yield from (event["message"] for event in page["events"])


@contextlib.contextmanager
def kept_environment() -> Iterator[None]:
    """Undo what a command tells its own process: where AWS is and with which key."""
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def acted(url: str, action: str, nonce: str = "", **said: str) -> Answer:
    """A step of a case, as a program takes it; by the page's own nonce unless another is given."""
    nonce = nonce or nonce_on(ask(url, headers=PAGE).body)
    return send_json(url, {"nonce": nonce, "action": action, **said})


def nonce_on(page: str) -> str:
    """The number that a case page's forms carry."""
    return hidden_fields(page)["nonce"]


def case_link(mail: Mail) -> str:
    """Where a department's mail leads."""
    return link_in(mail["text"], "/c/")
