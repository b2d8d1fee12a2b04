"""What each week's digest was settled to tell, in DynamoDB: one small partition a week."""

from collections.abc import Iterable
from datetime import datetime

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord
from throughline.domain.edition import DROPPED, PINNED, Edition, Hand
from throughline.domain.retention import Class, expiry_of
from throughline.domain.week import Week
from throughline.errors import Unavailable

EDITION, HELD, NOTE, MARK = "edition", "hand#held", "hand#note", "hand#mark#"


class DynamoEditions:
    """Settled by the first who asks for it; the manager's wishes stand beside it, an item each."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def of(self, week: Week) -> tuple[Edition | None, Hand]:
        """The edition that was settled, if one was, and the manager's wishes."""
        items = {str(item.sk): item for item in self._record.query(keys.edition(week), consistent_read=True)}
        settled = items.get(EDITION)
        return unpacked(Edition, settled.body) if settled else None, _hand(items.values())

    def settle(self, edition: Edition) -> Edition:
        """Keep it unless one was settled before; the one that holds."""
        week = Week.parse(edition.week)
        try:
            self._item(week, EDITION, packed(edition)).save(condition=self._record.pk.does_not_exist())
        except PutError as error:
            if error.cause_response_code != CONDITION:
                raise Unavailable("the ledger does not take the write just now") from error
            return self.of(week)[0] or edition
        return edition

    def hold(self, week: Week, *, held: bool) -> None:
        """Hold the week's digest back, or let it go."""
        self._write(self._item(week, HELD, {"held": held, "said_at": self._items.now().isoformat()}))

    def let_go_at(self, week: Week) -> datetime | None:
        """When the week's digest was let go; None when it is held, or nobody ever said so."""
        try:
            told = self._record.get(keys.edition(week), HELD, consistent_read=True).body
        except self._record.DoesNotExist:
            return None
        return datetime.fromisoformat(told["said_at"]) if "said_at" in told and not told["held"] else None

    def mark(self, week: Week, mark: str, wish: str) -> None:
        """Note that a success is PINNED or DROPPED; the last wish counts."""
        self._write(self._item(week, f"{MARK}{mark}", {"wish": wish}))

    def note(self, week: Week, words: str, by: str) -> None:
        """A signed line for the week's digest, in place of an earlier one."""
        self._write(self._item(week, NOTE, {"words": words, "by": by}))

    def _item(self, week: Week, sk: str, body: dict[str, object]) -> LedgerRecord:
        expires = expiry_of(Class.EDITIONS, self._items.today())
        return self._record(keys.edition(week), sk, body=body, expires=expires)

    def _write(self, item: LedgerRecord) -> None:
        try:
            item.save()
        except PutError as error:
            raise Unavailable("the ledger does not take the write just now") from error


def _hand(items: Iterable[LedgerRecord]) -> Hand:
    bodies = {str(item.sk): item.body for item in items}
    held, note = bodies.get(HELD), bodies.get(NOTE, {})
    wished = {sk.removeprefix(MARK): body["wish"] for sk, body in bodies.items() if sk.startswith(MARK)}
    return Hand(
        held=bool(held and held["held"]),
        free=bool(held and not held["held"]),
        pinned=tuple(mark for mark, wish in wished.items() if wish == PINNED),
        dropped=tuple(mark for mark, wish in wished.items() if wish == DROPPED),
        note=note.get("words", ""),
        by=note.get("by", ""),
    )
