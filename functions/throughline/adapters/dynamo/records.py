"""The records of the two tables; the only place that knows how items look.

A record holds its key, what indexes and conditions need as attributes of their own, and the
domain value as a document in `body`.
"""

import os
from typing import Any, TypeVar

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.connection import Connection
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, IncludeProjection, KeysOnlyProjection
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

M = TypeVar("M", bound=Model)
CONDITION = "ConditionalCheckFailedException"
REFUSED_CONDITION = "ConditionalCheckFailed"  # the same, of one entry of a transaction
CONFLICT = "TransactionConflict"  # somebody else writes the entry just now


class PendingIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    """Work not done yet; sparse, so that it holds only that."""

    class Meta:
        """Keys, and an answer's revision, are enough to hand the work out again."""

        index_name = "pending"
        projection = IncludeProjection(["revision"])

    pending = UnicodeAttribute(hash_key=True)
    pending_since = UnicodeAttribute(range_key=True)


class ListingIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    """Inboxes, triage and weeks, each in its order."""

    class Meta:
        """Lists are read whole."""

        index_name = "listing"
        projection = AllProjection()

    listing = UnicodeAttribute(hash_key=True)
    rank = UnicodeAttribute(range_key=True)


class SubjectIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    """Whatever is about somebody, by their code; sparse, for privacy requests."""

    class Meta:
        """Keys are enough to read or erase the whole line."""

        index_name = "subject"
        projection = KeysOnlyProjection()

    subject = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)


class LedgerRecord(Model):
    """One item of the ledger; one that was `erased`, on that day, has no words left."""

    class Meta:
        """Bound to a table by `bind`."""

        table_name = "unbound"

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    body = JSONAttribute(null=True)
    announces = UnicodeAttribute(null=True)
    digest = UnicodeAttribute(null=True)
    state = UnicodeAttribute(null=True)
    revision = NumberAttribute(null=True)
    tries = NumberAttribute(null=True)
    lease_until = NumberAttribute(null=True)
    message_id = UnicodeAttribute(null=True)
    pending = UnicodeAttribute(null=True)
    pending_since = UnicodeAttribute(null=True)
    listing = UnicodeAttribute(null=True)
    rank = UnicodeAttribute(null=True)
    promoters = NumberAttribute(null=True)
    passives = NumberAttribute(null=True)
    detractors = NumberAttribute(null=True)
    thousandths = NumberAttribute(null=True)
    summed = NumberAttribute(null=True)
    expires = NumberAttribute(null=True)
    subject = UnicodeAttribute(null=True)
    erased = UnicodeAttribute(null=True)
    returned = UnicodeAttribute(null=True)
    names = UnicodeSetAttribute(null=True)
    taken = NumberAttribute(null=True)
    before = NumberAttribute(null=True)
    left = NumberAttribute(null=True)
    free_at = NumberAttribute(null=True)
    why = UnicodeAttribute(null=True)
    bounces = NumberAttribute(null=True)
    complaints = NumberAttribute(null=True)
    by_pending = PendingIndex()
    by_listing = ListingIndex()
    by_subject = SubjectIndex()


class ZoneIndex(GlobalSecondaryIndex[Any]):  # type: ignore[no-untyped-call]
    """People by time zone, for those whose hour it is."""

    class Meta:
        """Everything a digest needs to know of a person."""

        index_name = "zone"
        projection = AllProjection()

    zone = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)


class AtlasRecord(Model):
    """One item of what the organisation told us: map, places, people."""

    class Meta:
        """Bound to a table by `bind`."""

        table_name = "unbound"

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    body = JSONAttribute(null=True)
    version = UnicodeAttribute(null=True)
    zone = UnicodeAttribute(null=True)
    choice = UnicodeAttribute(null=True)
    naming = UnicodeAttribute(null=True)
    hour = NumberAttribute(null=True)
    language = UnicodeAttribute(null=True)
    expires = NumberAttribute(null=True)
    by_zone = ZoneIndex()


def bind(record: type[M], table: str) -> type[M]:
    """The record class for a table: named by whoever wires things up, never by the environment at import."""
    meta = type("Meta", (), {"table_name": table, "region": os.environ.get("AWS_REGION") or None})
    bound: type[M] = type(record).__call__(type(record), record.__name__, (record,), {"Meta": meta})
    return bound


def transaction(record: type[Model]) -> TransactWrite:
    """A transaction over the connection that the record already has."""
    connection: Connection = record._get_connection().connection  # noqa: SLF001 - a second client would cost 100 ms at start
    return TransactWrite(connection=connection)
