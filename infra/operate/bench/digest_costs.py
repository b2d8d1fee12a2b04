"""What a thousand digests cost, each by itself and in chunks: the calls of the functions, and DynamoDB's units.

Those that plan, send, and note what the mail service reports run as they are, on pretended tables.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from unittest.mock import patch
from zlib import crc32

import boto3

from operate.bench.bill import Bill, billed
from operate.bench.far_end import NOW
from operate.bench.figures import Figure
from operate.bench.payloads import MOST, queued
from operate.bench.pretended import TABLES, pretended_stack
from operate.bench.way import WentWrongError, taken_from
from throughline.adapters import ledger_room
from throughline.adapters.clock import WallClock
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.person import Person
from throughline.domain.recognition import Thanks
from throughline.domain.sending import Limits
from throughline.domain.week import Week

READERS, THOUSAND, STORIES = 1000, 1000, 12
WEEK = Week(2026, 47)
FUNCTIONS = ("plan_digests", "send_digest", "mail_outcome")
FREE = Limits(rate=1_000_000, daily=-1, sent=0)


@dataclass(frozen=True, slots=True)
class Price:
    """What infra/README.md says of a thousand readers: at most so many calls, and units written and read."""

    how: str
    calls: int
    written: int
    read: int
    alone: bool = False
    mixed: bool = False


PRICES = (
    Price("singly", 6500, 3300, 1200, alone=True),
    Price("in chunks", 350, 400, 1200),
    Price("in chunks, reports mixed", 1200, 3100, 1200, mixed=True),
)


def cost_figures(readers: Sequence[Person]) -> Iterator[Figure]:
    """Calls and units a thousand readers, each within what the README says."""
    for price in PRICES:
        bill, share = bill_of(readers, price), THOUSAND / len(readers)
        what, parts = f"1,000 digests {price.how}", {name: count * share for name, count in bill.calls.items()}
        yield Figure(f"{what}: calls to AWS", bill.calls.total() * share, "calls", price.calls, parts=parts)
        yield Figure(f"{what}: units written", bill.written * share, "units", price.written)
        yield Figure(f"{what}: units read", bill.read * share, "units", price.read)


def bill_of(readers: Sequence[Person], price: Price) -> Bill:
    """All that a week's digest costs for these readers: planned, sent, and what the mail service reports noted."""
    with billed() as bill, pretended_stack(), _unhurried():
        os.environ.update(DIGEST_HOUR="9", DIGEST_WEEKDAY="MON", DIGEST_SINGLES=str(len(readers) * price.alone))
        os.environ["DIGEST_QUEUE"] = boto3.client("sqs").create_queue(QueueName="digest")["QueueUrl"]
        _celebrated()
        AtlasRoom(TABLES["Atlas"]).directory.replace(readers)
        _forget()
        _run(bill, "plan_digests", {"time": NOW.isoformat()})
        _batches(bill, "send_digest", taken_from("digest"))
        _batches(bill, "mail_outcome", list(_reports(bill.mails, mixed=price.mixed)))
        _forget()
    if len(bill.mails) != len(readers):
        raise WentWrongError(f"{len(bill.mails)} of {len(readers)} readers got the digest")
    return bill


@contextmanager
def _unhurried() -> Iterator[None]:
    """The clock stands, so that a slow machine misses no turn, and the mail service takes as much as one likes."""
    still = patch.object(WallClock, "now", lambda _self: NOW)
    with still, patch.object(ledger_room, "mail_limits", lambda: FREE):
        yield


def _celebrated() -> None:
    items, words = LedgerRoom(TABLES["Ledger"]).items, "He did not have to carry it up, and he did."
    for at in range(STORIES):
        items.thanks(Thanks(f"F#{at}", 1, words, "Delivery", (), WEEK.monday(), "a customer", "")).save()


def _reports(mails: Sequence[dict[str, str]], *, mixed: bool) -> Iterator[dict[str, Any]]:
    """That each mail went, in the order in which they did, or as if by chance."""
    for at, mail in enumerate(sorted(mails, key=lambda one: crc32(one["person"].encode())) if mixed else mails):
        tags = {name: [value] for name, value in mail.items()}
        yield {"eventType": "Send", "mail": {"messageId": f"m-{at}", "tags": tags}}


def _batches(bill: Bill, function: str, messages: Sequence[dict[str, Any]]) -> None:
    for first in range(0, len(messages), MOST):
        answer = _run(bill, function, queued(messages[first : first + MOST]))
        if answer["batchItemFailures"]:
            raise WentWrongError(f"{function} could not do all of its messages")


def _run(bill: Bill, function: str, event: dict[str, Any]) -> Any:
    bill.open = True
    try:
        return import_module(f"{function}.handler").handle(event, None)
    finally:
        bill.open = False


def _forget() -> None:
    """The functions begin cold: what they keep leads to other tables."""
    for function in FUNCTIONS:
        for kept in vars(import_module(f"{function}.handler")).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()
