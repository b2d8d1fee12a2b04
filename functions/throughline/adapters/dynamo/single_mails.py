"""Which mails about single cases a department had on a day, in DynamoDB: as many names as one item may hold.

They are counted in the transaction that writes them, so that there are never more, whoever writes at once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.committing import codes_of
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONFLICT, REFUSED_CONDITION, LedgerRecord
from throughline.domain.letter import Letter
from throughline.domain.recalling import line_of_day
from throughline.errors import Unavailable

TRIES = 4


class NoRoomError(Exception):
    """Some departments had their mails of the day, or have one written just now; says which lines, and for sure."""

    def __init__(self, full: Iterable[str]) -> None:
        super().__init__("the department had its mails of the day")
        self.full = frozenset(full)


@dataclass(frozen=True, slots=True)
class Lot:
    """The mails of one transaction: those that go by themselves are counted, the others are held."""

    record: type[LedgerRecord]
    items: Items
    most: int
    letters: Sequence[Letter]
    full: frozenset[str]

    @property
    def counted(self) -> dict[str, set[str]]:
        """The names that go by themselves, by the line of their department's day."""
        found: dict[str, set[str]] = {}
        for letter in self.letters:
            line = day_of(letter, self.items.now())
            if line and line not in self.full:
                found.setdefault(line, set()).add(f"{letter.line} {letter.name}")
        return found

    def written(self) -> list[LedgerRecord]:
        """All of them as items."""
        now = self.items.now()
        return [self.items.letter(one, held=day_of(one, now) in self.full) for one in self.letters]

    def count(self, together: TransactWrite) -> None:
        """Count those that go by themselves, where there is room."""
        names, expires = self.record.names, self.record.expires
        for line, own in self.counted.items():
            room: Condition = names.does_not_exist()
            room |= size(names) <= self.most - len(own)  # type: ignore[no-untyped-call]
            noted: list[Action] = [names.add(own), expires.set(self.items.letters_end())]
            together.update(self.record(line, keys.SINGLES), noted, condition=room)

    def explain(self, error: TransactWriteError, *, after: int = 0) -> None:
        """Raise NoRoomError when it was the counting that was refused, or met another's."""
        lines = list(self.counted)
        codes = codes_of(error)
        own = dict(zip(lines, codes[len(codes) - after - len(lines) :], strict=False))
        if {REFUSED_CONDITION, CONFLICT}.intersection(own.values()):
            raise NoRoomError(line for line, code in own.items() if code == REFUSED_CONDITION) from error


def day_of(letter: Letter, now: datetime) -> str:
    """The line of the department's day that a mail counts for; empty for one that goes whenever it is written."""
    share = letter.shared
    return line_of_day(share.department, _date(now, share.zone)) if share else ""


class DynamoSingleMails:
    """The first few of a day go by themselves; the others are held until they are told of in one."""

    def __init__(self, record: type[LedgerRecord], items: Items, most: int) -> None:
        self._record = record
        self._items = items
        self._most = most
        self._full: frozenset[str] = frozenset()

    def writing(self, letters: Sequence[Letter], write: Callable[[Lot], bool]) -> bool:
        """What `write` gives for the mails; it is asked again when a department turns out to have had its share.

        A worker remembers that, since a day that is full stays so.
        """
        for _ in range(TRIES):
            try:
                return write(Lot(self._record, self._items, self._most, letters, self._full))
            except NoRoomError as error:
                self._full |= error.full
        raise Unavailable("others write to the same departments just now")


def _date(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()
