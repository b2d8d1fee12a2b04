"""What survey vendors sent, in DynamoDB: one conditional write at the door, which announces itself."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import commit, updated
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord, transaction
from throughline.domain.delivery import Delivery, Shape
from throughline.domain.letter import Letter
from throughline.domain.retention import Class, expiry_of
from throughline.errors import Unavailable

RECEIVED = "delivery.received"
SHARDS = 8
TOLD = "told#"


class DynamoDeliveries:
    """Deliveries under the line of their response; listed by source, so that another mapping finds them."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def put(self, delivery: Delivery) -> bool:
        """Keep and announce it unless it is there; whether it is new."""
        item = self._record(
            delivery.line,
            delivery.name,
            body=_body(delivery),
            announces=RECEIVED,
            pending=keys.pending(delivery.line),
            pending_since=self._items.this_hour(),
            listing=_listing(delivery.source, keys.shard(delivery.line, SHARDS)),
            rank=f"{self._items.today()}#{delivery.line}#{delivery.name}",
            expires=expiry_of(Class.DELIVERIES, self._items.today()),
        )
        try:
            item.save(self._record.pk.does_not_exist())
        except PutError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise Unavailable("the ledger does not take the write just now") from error
        return True

    def find(self, line: str, name: str) -> Delivery | None:
        """One of them; None when it is gone, or its line has been erased."""
        item = self._kept(line, name)
        if item is None:
            return None
        if self._kept(line, keys.ERASED):
            self._change(item, [*self._rests(), self._record.body.set(blanked(item.body))])
            return None
        return _delivery(item)

    def done(self, delivery: Delivery, outcome: str, *, keep: bool) -> None:
        """Note that it was read; without `keep` its body goes, and what it says with it."""
        record = self._record
        news: list[Action] = [*self._rests(), record.state.set(outcome[:100])]
        if not keep:
            news += [record.body.set(blanked(_body(delivery))), record.listing.remove(), record.rank.remove()]
        self._change(record(delivery.line, delivery.name), news)

    def of_source(self, source: str) -> Iterator[tuple[str, str, str]]:
        """Line, name and survey of everything of a source that can be read again."""
        for at in range(SHARDS):
            for item in self._items.live(self._record.by_listing.query(_listing(source, at))):
                yield item.pk, item.sk, str(item.body.get("survey", ""))

    def announce_again(self, line: str, name: str, changes: int) -> None:
        """Let it be read once more, after so many changes of its source's mappings."""
        record = self._record
        again: list[Action] = [
            record.announces.set(RECEIVED),
            record.revision.set(changes),  # another announcement than the first
            record.pending.set(keys.pending(line)),
            record.pending_since.set(self._items.this_hour()),
        ]
        self._change(record(line, name), again)

    def _kept(self, line: str, name: str) -> LedgerRecord | None:
        try:
            item = self._record.get(line, name, consistent_read=True)
        except self._record.DoesNotExist:
            return None
        over = next(self._items.live([item]), None) is None
        return None if over or (item.erased and name != keys.ERASED) or _is_blank(item, name) else item

    def _rests(self) -> list[Action]:
        record = self._record
        return [record.announces.remove(), record.pending.remove(), record.pending_since.remove()]

    def _change(self, item: LedgerRecord, news: list[Action]) -> None:
        stands = self._record.pk.exists() & self._record.erased.does_not_exist()
        updated(item, news, stands)  # else it was erased meanwhile: there is nothing to note


class DynamoTold:
    """Which questions of a survey somebody was told of: notes that stay, and the mail that tells."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def of(self, line: str) -> frozenset[str]:
        """The codes of the questions of a survey that were told."""
        found = self._record.query(line, self._record.sk.startswith(TOLD), consistent_read=True)
        return frozenset(item.sk.removeprefix(TOLD) for item in found)

    def tell(self, codes: Iterable[str], letter: Letter) -> None:
        """Note them and let the mail go, both or neither."""
        new, together = self._record.pk.does_not_exist(), transaction(self._record)
        for code in codes:
            together.save(self._record(letter.line, TOLD + code, body={}), condition=new)
        together.save(self._items.letter(letter), condition=new)
        try:
            commit(together)
        except TransactWriteError as error:
            raise Unavailable("somebody else tells of one of these questions just now") from error


def blanked(body: dict[str, Any]) -> dict[str, Any]:
    """What stays of a delivery whose body goes: that there was one, so that the same comes in once only."""
    return {
        "source": body.get("source", ""),
        "survey": body.get("survey", ""),
        "on": str(body.get("received_at", ""))[:10],
    }


def raw_of(body: dict[str, Any]) -> bytes:
    """The body as it came; empty where it is gone."""
    return zlib.decompress(b64decode(body["raw"])) if "raw" in body else b""


def _body(delivery: Delivery) -> dict[str, Any]:
    return {
        "source": delivery.source,
        "survey": delivery.survey_id,
        "received_at": delivery.received_at.isoformat(),
        "shape": delivery.shape.value,
        "headers": dict(delivery.headers),
        "raw": b64encode(zlib.compress(delivery.raw)).decode(),
    }


def _delivery(item: LedgerRecord) -> Delivery:
    body = item.body
    return Delivery(
        line=item.pk,
        name=item.sk,
        source=body["source"],
        received_at=datetime.fromisoformat(body["received_at"]),
        raw=raw_of(body),
        headers=body["headers"],
        survey_id=body["survey"],
        shape=Shape(body["shape"]),
    )


def _is_blank(item: LedgerRecord, name: str) -> bool:
    return name != keys.ERASED and "raw" not in item.body


def _listing(source: str, at: int) -> str:
    return f"R#{source}#{at}"
