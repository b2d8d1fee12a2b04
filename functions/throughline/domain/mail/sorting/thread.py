"""What ties a mail to an earlier one: the addresses it was sent to, and the mails it answers."""

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from itertools import islice

from throughline.domain.mail.incoming import Threading
from throughline.domain.mail.sorting.outer import addresses, values

RECIPIENTS = (
    "To",
    "Cc",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Forwarded-To",
    "Resent-To",
)
MOST_RECIPIENTS, MOST_ANSWERED = 200, 50
LONGEST = 50_000
_FOR = re.compile(r"\bfor\s{1,20}<?([^\s<>;]{3,320})")
_ID = re.compile(r"<([^<>]{1,1000})>")


def thread_of(message: Message) -> Threading:
    """Recipients in small letters; ids answered without their brackets, the nearest first."""
    recipients = islice(dict.fromkeys(_recipients(message)), MOST_RECIPIENTS)
    answered = islice(dict.fromkeys(_answered(message)), MOST_ANSWERED)
    return Threading(tuple(recipients), tuple(answered))


def _recipients(message: Message) -> Iterator[str]:
    for value in values(message, *RECIPIENTS):
        yield from addresses(value[:LONGEST])
    for value in values(message, "Received"):
        for found in _FOR.findall(value[:LONGEST]):
            yield from addresses(found)


def _answered(message: Message) -> Iterator[str]:
    for value in values(message, "In-Reply-To"):
        yield from _ids(value[:LONGEST])
    for value in reversed(values(message, "References")):
        yield from reversed(list(_ids(value[-LONGEST:])))


def _ids(value: str) -> Iterable[str]:
    """Ids in their order; those that lost their brackets are told by their @."""
    bracketed = ["".join(found.split()) for found in _ID.findall(value)]
    return (one for one in bracketed or (word.strip("<>,;") for word in value.split() if "@" in word) if one)
