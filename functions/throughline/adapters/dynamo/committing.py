"""Ends a write: whether it was written, or did not hold, or must be tried again later."""

from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo.records import CONDITION, CONFLICT, REFUSED_CONDITION
from throughline.errors import Unavailable

AWAY = "the ledger does not take the write just now"


def commit(together: TransactWrite) -> None:
    """Write all of it or nothing; the context manager of pynamodb would hide what failed. TransactWriteError if not."""
    together._commit()  # noqa: SLF001 - see above


def committed(together: TransactWrite, *, beaten_counts: bool = False, away: str = AWAY) -> bool:
    """Whether it was written; False when a condition did not hold.

    With `beaten_counts` somebody who writes the same just now counts as such a condition. Unavailable otherwise.
    """
    try:
        commit(together)
    except TransactWriteError as error:
        codes = set(codes_of(error))
        if REFUSED_CONDITION in codes or (beaten_counts and CONFLICT in codes):
            return False
        raise Unavailable(away) from error
    return True


def updated(item: Model, actions: list[Action], condition: Condition | None = None, *, away: str = AWAY) -> bool:
    """Whether it was written, as the item then says; False when the condition did not hold. Unavailable otherwise."""
    try:
        item.update(actions, condition=condition)
    except UpdateError as error:
        if error.cause_response_code == CONDITION:
            return False
        raise Unavailable(away) from error
    return True


def codes_of(error: TransactWriteError) -> list[str]:
    """What stood against each entry; empty where nothing did."""
    return [str(reason.code) if reason else "" for reason in error.cancellation_reasons or ()]


def refused(error: TransactWriteError) -> list[bool]:
    """For each entry whether its own condition did not hold."""
    return [code == REFUSED_CONDITION for code in codes_of(error)]
