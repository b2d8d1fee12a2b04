"""Sends mails all at once, waits until nothing moves, and says what became of each."""

import smtplib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from e2e.line import Line, Mail, kept_environment
from operate.demo.doors import TookTooLongError, until
from operate.wire import open_ledger, open_secrets
from throughline.domain.line import Line as Kept
from throughline.domain.line import PendingKey
from throughline.domain.seal import line_of, receipt_of

PATIENCE = 120
MOVING = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")


@dataclass(frozen=True)
class Posting:
    """A mail on its way: what it is called, its bytes, from and to whom the envelope is."""

    name: str
    raw: bytes
    sender: str
    recipient: str


@dataclass(frozen=True)
class Round:
    """Everything that there was to see when nothing moved any more."""

    line: Line
    keys: Mapping[str, tuple[str, ...]]
    before: frozenset[str]
    rows: tuple[dict[str, Any], ...]
    mails: tuple[Mail, ...]
    notes: dict[str, Kept] = field(default_factory=dict)

    @cached_property
    def s3(self) -> Any:
        return self.line.stack.client("s3")

    def stored(self, name: str) -> bytes:
        """A mail as it lies in the bucket; empty when it is gone."""
        return self.object(self.keys[name][0])

    def object(self, key: str) -> bytes:
        """What lies in the bucket under a key; empty for nothing."""
        try:
            found = self.s3.get_object(Bucket=self.line.stack.outputs["MailBucket"], Key=key)
            return bytes(found["Body"].read())
        except self.s3.exceptions.NoSuchKey:
            return b""

    @cached_property
    def new(self) -> tuple[Mail, ...]:
        """The mails that went out meanwhile."""
        return tuple(mail for mail in self.mails if mail["id"] not in self.before)

    def reasons(self, name: str) -> list[str]:
        """Why a mail was set aside."""
        return [row["reason"] for row in self.rows if row["what"] in self.keys[name]]

    def told(self, line: str) -> Counter[str]:
        """Which of the new mails are about a line, by kind."""
        return Counter(mail["tags"]["kind"] for mail in self.about(line))

    def about(self, line: str) -> list[Mail]:
        """The new mails about a line."""
        return [mail for mail in self.new if mail["tags"].get("line") == line.encode().hex()]

    def to(self, address: str) -> list[Mail]:
        """The new mails to an address."""
        return [mail for mail in self.new if address in mail["to"]]

    def note(self, message_id: str) -> Kept:
        """What a mail became as a note."""
        if message_id not in self.notes:
            self.notes[message_id] = kept(self.line, self.key_of(message_id))
        return self.notes[message_id]

    def key_of(self, message_id: str) -> str:
        """Where a mail's note is kept."""
        root = root_of(self.line)
        return line_of(root, receipt_of(root, f"mail|{self.line.stack.outputs['InboundDomain']}|{message_id}"))


@cache
def root_at(folder: Path) -> bytes:
    """The root of one stack's keys."""
    line = Line(folder)
    with kept_environment():
        return open_secrets(line.stack).root()


def root_of(line: Line) -> bytes:
    return root_at(line.root)


def kept(line: Line, key: str) -> Kept:
    """All that is kept under a line's key."""
    with kept_environment():
        return open_ledger(line.stack).facts.line(key)


def posted(line: Line, postings: Iterable[Posting], *, poison: bool = False) -> Round:
    """Send them and wait; with a `poison`, until it alone is left."""
    before = frozenset(mail["id"] for mail in line.mails())
    keys: dict[str, tuple[str, ...]] = {}
    with door(line) as server:
        for one in postings:
            keys[one.name] = (*keys.get(one.name, ()), stored(server, one))
    quiet(line, left=int(poison))
    return Round(line, keys, before, tuple(line.rows("park", "list")), tuple(line.mails()))


@contextmanager
def door(line: Line) -> Iterator[smtplib.SMTP]:
    host, _, port = line.state.smtp.rpartition(":")
    with smtplib.SMTP(host, int(port), timeout=30) as server:
        server.ehlo("mx.example")
        yield server


def stored(server: smtplib.SMTP, one: Posting) -> str:
    """Hand a mail in as it is; where it is stored."""
    server.mail(one.sender)
    server.rcpt(one.recipient)
    code, told = server.data(one.raw)
    assert code == 250, (one.name, told)
    return "inbound/" + told.decode().rpartition(" ")[2]


def quiet(line: Line, *, left: int = 0) -> None:
    """Wait until nothing waits or is worked on anywhere, but for so many mails that failed."""
    mail = mail_queue(line)
    urls = {mail, *(url for name, url in line.stack.outputs.items() if name.endswith("QueueUrl"))}

    def still() -> bool:
        return all(moving(line, url) <= (left if url == mail else 0) for url in urls)

    try:
        until("quiet", twice(lambda: still() and not waiting(line)), patience=PATIENCE)
    except TookTooLongError as late:
        counts = {url.rpartition("/")[2]: moving(line, url) for url in urls}
        raise TookTooLongError(f"{late}: {counts}, {waiting(line)}") from late


def waiting(line: Line) -> list[PendingKey]:
    """What no function has come to yet, queue or no queue."""
    with kept_environment():
        return list(open_ledger(line.stack).pending.waiting())


def twice(look: Callable[[], bool]) -> Callable[[], bool]:
    """Whether it is so, and still so at the next look."""
    seen: list[bool] = [False]

    def again() -> bool:
        now = look()
        last, seen[0] = seen[0], now
        return now and last

    return again


def moving(line: Line, url: str) -> int:
    """How many messages wait in a queue or are being worked on."""
    told = line.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(MOVING))["Attributes"]
    return sum(int(told[name]) for name in MOVING)


def mail_queue(line: Line) -> str:
    url: str = line.sqs.get_queue_url(QueueName=f"{line.stack.name}-mail")["QueueUrl"]
    return url
