"""Gathered words and what was made of them, in DynamoDB; a week is read by its own keys, never by a scan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge

from pynamodb.exceptions import PutError
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import committed
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord, transaction
from throughline.domain.case import Case
from throughline.domain.gathering import Gathering, Risen, ThemeWeek, short
from throughline.domain.letter import Letter
from throughline.domain.retention import Class, expiry_of
from throughline.domain.week import Week
from throughline.errors import Unavailable

TOLD = "told"


class DynamoThemes:
    """What a week's customers speak of."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def gathered(self, week: Week) -> Iterator[Gathering]:
        """All that was gathered in a week, touchpoint by touchpoint."""
        index, shards = self._record.by_listing, range(keys.GATHERED_SHARDS)
        found = merge(*(index.query(keys.said_in(week, at)) for at in shards), key=lambda item: item.rank)
        return (unpacked(Gathering, item.body) for item in self._items.live(found))

    def week(self, week: Week) -> ThemeWeek:
        """What is remembered of a week's themes."""
        codes, kept = defaultdict[str, set[str]](set), dict[str, int]()
        for item in self._record.query(keys.themes(week), consistent_read=True):
            kind, _, code = item.sk.partition("#")
            codes[kind].add(code)
            kept |= item.body or {} if kind == keys.KEPT else {}
        over = "" in codes[keys.KEPT]
        return ThemeWeek(kept if over else None, frozenset(codes[keys.RISEN]), frozenset(codes[TOLD]))

    def keep(self, week: Week, kept: Mapping[str, int]) -> None:
        """Remember how many spoke of what, an item a touchpoint; the last one says that it is all there."""
        by_touchpoint = defaultdict[str, dict[str, int]](dict)
        for mark, count in kept.items():
            by_touchpoint[mark.partition("\n")[0]][mark] = count
        for touchpoint, counts in by_touchpoint.items():
            self._note(week, f"{keys.KEPT}#{short(touchpoint)}", counts).save()
        self._note(week, keys.KEPT, {}).save()

    def tell(self, week: Week, department: str, letter: Letter | None) -> bool:
        """Note that a department was told of a week, and let the mail go, both or neither; False if it was before."""
        together = transaction(self._record)
        self._save_new(together, [self._note(week, f"{TOLD}#{short(department)}", {})])
        self._save_new(together, [self._items.letter(letter)] if letter else [])
        return committed(together)

    def rise(self, risen: Risen, case: Case, letter: Letter) -> bool:
        """Open the case of a theme that rose; False when it has one already, under any of its codes."""
        week, together = Week.parse(risen.week), transaction(self._record)
        notes = [self._note(week, f"{keys.RISEN}#{code}", {}) for code in risen.codes]
        expires = expiry_of(Class.THEMES, self._items.today())
        theme = self._record(risen.line, keys.RISEN, body=packed(risen), expires=expires)
        self._save_new(together, [*notes, theme, self._items.case(case, "case.routed"), self._items.letter(letter)])
        return committed(together)

    def still_risen(self, week: Week, codes: tuple[str, ...]) -> None:
        """Note that a theme with a case is still risen in this week."""
        for code in codes:
            try:
                self._note(week, f"{keys.RISEN}#{code}", {}).save()
            except PutError as error:
                raise Unavailable("the ledger does not take the write just now") from error

    def _note(self, week: Week, sk: str, body: dict[str, int]) -> LedgerRecord:
        expires = expiry_of(Class.THEMES, self._items.today())
        return self._record(keys.themes(week), sk, body=body, expires=expires)

    def _save_new(self, together: TransactWrite, items: Iterable[LedgerRecord]) -> None:
        for item in items:
            together.save(item, condition=self._record.pk.does_not_exist())
