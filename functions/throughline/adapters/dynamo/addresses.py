"""Departments' addresses that were asked for a click, in DynamoDB: an item each until they answer."""

from collections.abc import Iterator

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.letter import Letter
from throughline.domain.reach import Asked

ASKED = "asked"


class DynamoAddresses:
    """Those that were asked and have not answered."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def ask(self, asked: Asked, letter: Letter | None) -> None:
        """Note it in place of what was noted, and let the mail go unless it went before, both or neither."""
        together = transaction(self._record)
        together.save(self._item(asked))
        if letter:
            together.save(self._items.letter(letter), condition=self._record.pk.does_not_exist())
        if not committed(together):
            self._item(asked).save()  # the mail is there; what is noted may have changed

    def asked(self, subject: str) -> Asked | None:
        """What is noted of an address; None once it answered, or was never asked."""
        try:
            item = self._record.get(keys.asked(subject), ASKED, consistent_read=True)
        except self._record.DoesNotExist:
            return None
        return unpacked(Asked, item.body)

    def waiting(self) -> Iterator[Asked]:
        """All that have not answered."""
        return (unpacked(Asked, item.body) for item in self._record.by_listing.query(keys.ASKED))

    def settle(self, subject: str) -> bool:
        """It answered, or need not any more; whether it was waited for."""
        known = self.asked(subject) is not None
        if known:
            self._record(keys.asked(subject), ASKED).delete()
        return known

    def _item(self, asked: Asked) -> LedgerRecord:
        pk = keys.asked(asked.subject)
        return self._record(pk, ASKED, body=packed(asked), listing=keys.ASKED, rank=f"{asked.on}#{asked.subject}")
