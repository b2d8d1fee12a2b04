"""Takes the words out of what the ledger keeps; states and history stay.

What is erased stays as a tombstone, so that nothing that comes again, and no step that was begun before,
brings its words back.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import updated
from throughline.adapters.dynamo.contacts import CONTACT, LOOKED
from throughline.adapters.dynamo.digest_chunks import DynamoChunks
from throughline.adapters.dynamo.editions import EDITION
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.edition import Edition, without
from throughline.domain.retention import Class, expiry_of
from throughline.errors import Unavailable
from throughline.ports import Clock

PASSES = 5
RAW, MAIL = ("inbound/", "unnamed/", "attachments/"), "mail"
HANDED_ON = ": “"
Document = Mapping[str, Any]
Blank = Callable[[Document], Document]


def _fact(body: Document) -> Document:
    channel = body.get("report", {}).get("channel", "survey")
    return {"channel": channel, "on": str(body.get("received_on") or body.get("received_at") or "")[:10]}


def _case(body: Document) -> Document:
    return {**body, "place": "", "reference": "", "why": str(body["why"]).partition(HANDED_ON)[0]}


def _thanks(body: Document) -> Document:
    return {**body, "words": "", "to": "", "about": "", "state": "dropped"}


def _parked(body: Document) -> Document:
    gone = {"words": "", "weighed": [], "hits": [], "by_meaning": ""}
    return {**body, **gone, "decided": body.get("decided") or "erased"}


def _letter(body: Document) -> Document:
    return {name: body[name] for name in ("line", "name", "kind")} | {"to": ""}


def _aside(body: Document) -> Document:
    return {name: body[name] for name in ("id", "door", "on")} | {"reason": "erased", "what": ""}


def _contact(_body: Document) -> Document:
    return {}


def _delivery(body: Document) -> Document:
    return {"source": body.get("source", ""), "on": str(body.get("received_at", ""))[:10]}


BLANKS: Mapping[str, Blank] = {
    "fact": _fact,
    "case": _case,
    "thanks": _thanks,
    "parked": _parked,
    "letter": _letter,
    "aside": _aside,
    "delivery": _delivery,
    CONTACT: _contact,
}
STAY = frozenset({keys.ERASED, "step", "counted", keys.TALLIED, LOOKED})  # these never held a word


class DynamoErasing:
    """Erases lines, single mails and what was set aside; doing it again changes nothing."""

    def __init__(self, record: type[LedgerRecord], clock: Clock) -> None:
        self._record = record
        self._clock = clock

    def mark(self, line: str) -> None:
        """Say that the line is erased, before anything is: from now on nothing new is made of it."""
        today = self._today()
        expires = expiry_of(Class.TOMBSTONES, today)
        body = {"on": today.isoformat()}
        self._record(line, keys.ERASED, body=body, erased=today.isoformat(), expires=expires).save()

    def stored(self, line: str) -> tuple[str, ...]:
        """Where the raw mails of the line, or of what was set aside, lie."""
        bodies = [item.body or {} for item in self._record.query(line, consistent_read=True)]
        named = [str(body.get("what" if body.get("door") == MAIL else "stored", "")) for body in bodies]
        named += [str(file) for body in bodies for file in body.get("files", ()) if file]
        return tuple(dict.fromkeys(one for one in named if one.startswith(RAW)))

    def erase_line(self, line: str) -> None:
        """Take out all words, again and again until nothing is left that somebody wrote meanwhile."""
        for _ in range(PASSES):
            changed = [self._erase(item) for item in self._record.query(line, consistent_read=True)]
            if not any(changed):
                return
        raise Unavailable("somebody works on this line just now: erase it again")

    def erase_fact(self, line: str, fact: str) -> None:
        """Take the words out of one fact, unread, and the contact that may have come with it."""
        self._blank(self._record(line, fact, body={}), _fact)
        self._blank(self._record(line, CONTACT, body={}), _contact)

    def erase_letter(self, line: str, name: str) -> None:
        """Take out what a mail says and whom it is for; it is not sent any more."""
        try:
            self._erase(self._record.get(line, name, consistent_read=True))
        except self._record.DoesNotExist:
            return

    def erase_digests(self, person: str) -> None:
        """Forget which digests somebody had: their id tells who they are to those who know their address."""
        with self._record.batch_write() as batch:
            for pk, sk in keys.digests_of(person, self._today()):
                batch.delete(self._record(pk, sk))
        DynamoChunks(self._record, self._clock).forget(person)
        for item in self._record.batch_get([(pk, EDITION) for pk in keys.editions_since(self._today())]):
            edition = unpacked(Edition, item.body)
            if person in (*edition.people.named, *edition.people.waiting):
                item.body = packed(without(edition, person))
                item.save()

    def _erase(self, item: LedgerRecord) -> bool:
        """Whether there was anything to take out."""
        kind = item.sk.partition("#")[0]
        if item.erased or kind in STAY:
            return False
        blank = BLANKS.get(kind)
        if blank is None:  # what it is about does not matter any more
            item.delete()
            return True
        return self._blank(item, blank)

    def _blank(self, item: LedgerRecord, blank: Blank) -> bool:
        record, is_case = self._record, item.sk.startswith("case#")
        gone: list[Any] = [record.announces, record.pending, record.pending_since, record.subject]
        gone += [record.digest, record.names]
        listed: list[Action] = [record.listing.remove(), record.rank.remove(), record.lease_until.remove()]
        news: list[Action] = [record.body.set(blank(item.body)), record.erased.set(self._today().isoformat())]
        if not is_case:
            news += [record.expires.set(expiry_of(Class.TOMBSTONES, self._today())), *listed]
        if item.sk.startswith(("letter#", keys.PARKED)):
            news.append(record.state.set("erased"))
        as_read = record.revision == item.revision if is_case else record.pk.exists()
        updated(item, [*news, *(one.remove() for one in gone)], as_read)  # else it moved on: the next pass reads it
        return True

    def _today(self) -> date:
        return self._clock.now().date()
