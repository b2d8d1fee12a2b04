"""What people decided, in DynamoDB: on the line that it is about, so that it goes when the line does."""

from collections.abc import Iterator

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.precedent import LONGEST_WORDS, Precedent
from throughline.domain.retention import Class, expiry_of

TAUGHT = "taught"
SHARDS = 4


class DynamoPrecedents:
    """Decisions in a list of their own."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def item(self, precedent: Precedent) -> LedgerRecord:
        """A decision as an item, to be written in one go with what it leads to."""
        return taught(self._record, precedent)

    def all(self) -> Iterator[Precedent]:
        """Every decision whose words are still kept, in any order."""
        index = self._record.by_listing
        found = (item for at in range(SHARDS) for item in index.query(listing(at)))
        return (unpacked(Precedent, item.body) for item in self._items.live(found))


def taught(record: type[LedgerRecord], precedent: Precedent) -> LedgerRecord:
    """A decision as an item; long words are cut, since their beginning teaches as well."""
    body = {**packed(precedent), "words": precedent.words[:LONGEST_WORDS]}
    return record(
        precedent.line,
        f"{TAUGHT}#{precedent.number}#{precedent.version:04}",
        body=body,
        listing=listing(keys.shard(precedent.line, SHARDS)),
        rank=f"{precedent.on}#{precedent.line}#{precedent.number}",
        expires=expiry_of(Class.WORDS, precedent.on),
    )


def listing(at: int) -> str:
    """The index key of one shard of decisions."""
    return f"L#{at}"
