"""Notes counted by link and sender in DynamoDB: in the transaction that writes them, so that none is counted twice."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from random import SystemRandom

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import AWAY, codes_of, commit, refused
from throughline.adapters.dynamo.records import CONFLICT, LedgerRecord, transaction
from throughline.domain.flood import Limit
from throughline.domain.retention import expiry
from throughline.errors import Unavailable

TRIES = 8  # a link that many use at once has one count, and each write is over in a moment
FIRST_PAUSE = 0.01
_random = SystemRandom()


def write_counted(
    record: type[LedgerRecord],
    new: Sequence[LedgerRecord],
    limits: Sequence[Limit],
    on: date,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> list[bool]:
    """Write all that is new with its counts; for each entry whether its own condition stood against that.

    Nothing stood against what was written. Unavailable when others write the same all the time.
    """
    for attempt in range(TRIES):
        try:
            commit(_together(record, new, limits, on))
        except TransactWriteError as error:
            codes, stood = codes_of(error), refused(error)
            if any(stood) and CONFLICT not in codes[: len(new)]:
                return stood
            if CONFLICT not in codes:
                raise Unavailable(AWAY) from error
            sleep(FIRST_PAUSE * 2**attempt * _random.random())
        else:
            return []
    raise Unavailable("others send notes by the same link just now")


def _together(
    record: type[LedgerRecord], new: Sequence[LedgerRecord], limits: Sequence[Limit], on: date
) -> TransactWrite:
    together = transaction(record)
    for item in new:
        together.save(item, condition=record.pk.does_not_exist())
    for limit in limits:
        counted: list[Action] = [record.taken.add(1), record.expires.set(expiry(1, on))]
        few = record.taken.does_not_exist() | (record.taken < limit.most)
        together.update(record(keys.flood(limit.code), limit.by.value), counted, condition=few)
    return together
