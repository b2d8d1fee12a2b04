"""Which model routes, in DynamoDB: one pointer, and all that it ever was."""

from collections.abc import Iterator

from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.records import AtlasRecord, transaction
from throughline.domain.learned import Placed

MODEL, CURRENT, WAS = "MODEL", "current", "was#"


class DynamoModelPointer:
    """One small item that is read, and its history that is listed."""

    def __init__(self, record: type[AtlasRecord]) -> None:
        self._record = record

    def current(self) -> Placed | None:
        """The one in place; None before the first."""
        try:
            return unpacked(Placed, self._record.get(MODEL, CURRENT, consistent_read=True).body)
        except self._record.DoesNotExist:
            return None

    def place(self, placed: Placed) -> bool:
        """Put one in place of the revision before it; False when somebody else was first."""
        record, revision = self._record, str(placed.revision)
        together = transaction(record)
        first = record.pk.does_not_exist()
        as_read = first if placed.revision == 1 else record.version == str(placed.revision - 1)
        together.save(record(MODEL, CURRENT, body=packed(placed), version=revision), condition=as_read)
        together.save(record(MODEL, f"{WAS}{placed.revision:08}", body=packed(placed)), condition=first)
        return committed(together, away="the atlas does not take the write just now")

    def forget(self, placed: Placed) -> None:
        """Take it out of the history."""
        self._record(MODEL, f"{WAS}{placed.revision:08}").delete()

    def history(self) -> Iterator[Placed]:
        """All that were placed and not forgotten, the newest first."""
        found = self._record.query(MODEL, self._record.sk.startswith(WAS), scan_index_forward=False)
        return (unpacked(Placed, item.body) for item in found)
