"""How mail to an address fares, in DynamoDB, by the code of the address."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.addresses import DynamoAddresses
from throughline.adapters.dynamo.committing import updated
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.reach import Asked, Reach

FRESH = timedelta(seconds=30)
SURE = timedelta(minutes=15)
LASTING, PASSING = "lasting", "passing"


class DynamoStandings:
    """Bounces and complaints of addresses.

    Departments have few mailboxes and get most of the mail, and digests go to many at once: the list of those out of
    reach is kept in the worker for half a minute. Else an address is looked up when a mail is to go there.
    """

    def __init__(self, record: type[LedgerRecord], items: Items, addresses: DynamoAddresses) -> None:
        self._record = record
        self._items = items
        self._addresses = addresses
        self._sure: dict[str, datetime] = {}
        self._lost: dict[str, tuple[datetime, frozenset[str]]] = {}

    def bounced(self, subject: str, report: str, *, lasting: bool, staff: bool) -> None:
        """Count a mail that came back, each report of it once; `lasting` when none will ever arrive."""
        record, today = self._record, self._items.today().isoformat()
        counted: list[Action] = [
            record.body.set({"on": today}),
            record.tries.add(1),
            record.message_id.set(report),
            record.expires.set(self._items.letters_end()),
            record.subject.set(subject),
        ]
        if lasting:
            listing = keys.STAFF if staff else keys.OTHERS
            counted += [record.state.set(LASTING), record.listing.set(listing), record.rank.set(f"{today}#{subject}")]
        else:
            counted.append(record.state.set(record.state | PASSING))
        fresh = record.message_id.does_not_exist() | (record.message_id != report)
        updated(record(keys.standing(subject), keys.REACH), counted, fresh)

    def complained(self, subject: str) -> None:
        """Note that its owner did not want our mail."""
        body, expires = {"on": self._items.today().isoformat()}, self._items.letters_end()
        pk = keys.standing(subject)
        self._record(pk, keys.COMPLAINT, body=body, expires=expires, subject=subject).save()

    def unreachable(self, subject: str, *, staff: bool) -> bool:
        """Whether no mail arrives there; for a department's mailbox it may be known half a minute late."""
        return subject in self._listed(keys.STAFF) if staff else self.of(subject).lasting

    def lost_among(self, subjects: Collection[str]) -> frozenset[str]:
        """Those of these addresses that no mail arrives at; it may be known half a minute late."""
        return frozenset(subjects) & (self._listed(keys.STAFF) | self._listed(keys.OTHERS))

    def unconfirmed(self, subject: str) -> Asked | None:
        """What it was asked and has not answered; looked up once in a while where it need not answer.

        Only an address that is new on the map is ever asked, so that one which was known a moment ago stays so.
        """
        now = self._items.now()
        if now - self._sure.get(subject, now - SURE) < SURE:
            return None
        asked = self._addresses.asked(subject)
        if asked is None:
            self._sure[subject] = now
        return asked

    def mended(self, subject: str) -> bool:
        """Forget what was noted; whether there was anything. The last report stays known: it may come again."""
        found = {item.sk: item for item in self._record.query(keys.standing(subject))}
        complaint, reach = found.get(keys.COMPLAINT), found.get(keys.REACH)
        if complaint:
            complaint.delete()
        if reach is None or reach.tries is None:
            return complaint is not None
        record = self._record
        reach.update([field.remove() for field in (record.tries, record.state, record.listing, record.rank)])
        return True

    def of(self, subject: str) -> Reach:
        """How mail to it fares."""
        found = {item.sk: item for item in self._items.live(self._record.query(keys.standing(subject)))}
        complained = keys.COMPLAINT in found
        item = found.get(keys.REACH)
        came_back = item is not None and item.tries is not None
        return _reach(item, complained=complained) if item and came_back else Reach(subject, complained=complained)

    def unreached(self) -> Iterator[Reach]:
        """Every address that no mail arrives at, departments' first."""
        for listing in (keys.STAFF, keys.OTHERS):
            yield from (_reach(item) for item in self._items.live(self._record.by_listing.query(listing)))

    def _listed(self, listing: str) -> frozenset[str]:
        """All of a list that no mail arrives at."""
        now, known = self._items.now(), self._lost.get(listing)
        if known is None or now - known[0] > FRESH:
            found = self._items.live(self._record.by_listing.query(listing))
            known = self._lost[listing] = (now, frozenset(_reach(item).subject for item in found))
        return known[1]


def _reach(item: LedgerRecord, *, complained: bool = False) -> Reach:
    last = date.fromisoformat(item.body["on"])
    return Reach(item.pk.partition("#")[2], int(item.tries or 0), last, item.state == LASTING, complained)
