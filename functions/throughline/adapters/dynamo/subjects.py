"""Finds what is kept about somebody, for privacy requests; only the operator's commands come here."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from secrets import token_hex
from typing import Any

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.contacts import CONTACT
from throughline.adapters.dynamo.deliveries import raw_of
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import AtlasRecord, LedgerRecord
from throughline.domain.retention import DAYS, Class, expiry_of
from throughline.domain.subject import Erasure, Held, Kept, Opened
from throughline.ports import Clock

Record = type[LedgerRecord] | type[AtlasRecord]


class DynamoSubjects:
    """Everything that is kept about somebody."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def under(self, subject: str) -> Held:
        """What stands under a code: lines of theirs, mails and thanks to them, what was set aside, how mail fares."""
        found = [(item.pk, item.sk) for item in self._record.by_subject.query(subject)]
        lines = dict.fromkeys(pk for pk, sk in found if sk.startswith((keys.FACT, CONTACT)))
        letters = tuple((pk, sk) for pk, sk in found if sk.startswith(("letter#", "thanks#")) and pk not in lines)
        beside = dict.fromkeys(pk for pk, sk in found if sk in (keys.ASIDE, keys.REACH, keys.COMPLAINT))
        return Held(tuple(lines), letters, tuple(beside))

    def stands(self, line: str) -> bool:
        """Whether there is such a line, or something set aside by that name."""
        return self._record.count(line, limit=1) > 0

    def responses(self, response: str) -> tuple[str, ...]:
        """The lines of a survey response, whichever source it came from: reads all of the ledger."""
        found = self._record.scan(self._record.pk.startswith("S#") & self._record.sk.startswith(keys.FACT))
        return tuple(dict.fromkeys(str(item.pk) for item in found if (item.body or {}).get("response_id") == response))

    def asides_naming(self, word: str) -> tuple[str, ...]:
        """What was set aside and names somebody in its words."""
        wanted, index = word.casefold(), self._record.by_listing
        items = (item for at in range(keys.ASIDE_SHARDS) for item in index.query(keys.asides(at)))
        return tuple(item.pk for item in items if wanted in str(item.body.get("what", "")).casefold())

    def deliveries_naming(self, address: str) -> tuple[str, ...]:
        """The lines of what survey vendors sent that holds an e-mail address: reads all of the ledger."""
        whole = re.compile(rf"(?<![\w.+-]){re.escape(address)}(?![\w-])", re.IGNORECASE)
        found = self._record.scan(self._record.sk.startswith("delivery#"))
        named = (item.pk for item in found if whole.search(raw_of(item.body or {}).decode("utf-8", "replace")))
        return tuple(dict.fromkeys(named))

    def kept(self, line: str) -> Iterator[Kept]:
        """Every item of a line, as it stands."""
        for item in self._items.live(self._record.query(line, consistent_read=True)):
            yield Kept(item.sk.partition("#")[0], f"{item.pk} {item.sk}", _document(item))

    def digests(self, person: str) -> Iterator[Kept]:
        """The digests that somebody had."""
        for item in self._record.batch_get(keys.digests_of(person, self._items.today())):
            yield Kept("digest", f"{item.pk} {item.sk}", {"week": item.pk.split("#")[1], "outcome": item.state})

    def letter(self, line: str, name: str) -> Kept | None:
        """One mail, or one recognition."""
        try:
            item = self._record.get(line, name)
        except self._record.DoesNotExist:
            return None
        return Kept(name.partition("#")[0], f"{line} {name}", _document(item))


def _document(item: LedgerRecord) -> Mapping[str, Any]:
    state = {"state": item.state} if item.state else {}
    body = item.body if isinstance(item.body, dict) else {}
    if "raw" in body:  # as it came, for whoever asks what is kept about them
        body = {**body, "raw": raw_of(body).decode("utf-8", "replace")}
    return {**body, **state, **({"erased": item.erased} if item.erased else {})}


class DynamoErasures:
    """What was erased, kept in both tables, so that either one survives a restore of the other."""

    def __init__(self, ledger: type[LedgerRecord], atlas: type[AtlasRecord], clock: Clock) -> None:
        self._tables: tuple[Record, ...] = (ledger, atlas)
        self._clock = clock

    def note(self, erasure: Erasure) -> None:
        """Keep that it was asked for, before it is done: what dies half-way is finished by doing it again."""
        pk, sk = keys.erasures(erasure.on.strftime("%Y-%m")), f"{erasure.on}#{token_hex(8)}"
        expires = expiry_of(Class.ERASURES, erasure.on)
        for table in self._tables:
            table(pk, sk, body=packed(erasure), expires=expires).save()

    def all(self) -> Iterator[Erasure]:
        """Every erasure that either table knows, the oldest first."""
        known = DAYS[Class.ERASURES]
        for month in _months(self._clock.now().date() - timedelta(days=known), self._clock.now().date()):
            found = {item.sk: item.body for table in self._tables for item in table.query(keys.erasures(month))}
            yield from (unpacked(Erasure, found[sk]) for sk in sorted(found))


class DynamoAudit:
    """Who looked at what is sealed."""

    def __init__(self, record: type[LedgerRecord], clock: Clock) -> None:
        self._record = record
        self._clock = clock

    def note(self, opened: Opened) -> None:
        """Keep it, before anything is shown."""
        pk, sk = keys.audit(opened.at.strftime("%Y-%m")), f"{opened.at.isoformat()}#{token_hex(4)}"
        expires = expiry_of(Class.AUDIT, opened.at.date())
        self._record(pk, sk, body=packed(opened), expires=expires).save()

    def all(self) -> Iterator[Opened]:
        """Every look, the oldest first."""
        now: datetime = self._clock.now()
        for month in _months(now.date() - timedelta(days=DAYS[Class.AUDIT]), now.date()):
            yield from (unpacked(Opened, item.body) for item in self._record.query(keys.audit(month)))


def _months(first: date, last: date) -> Iterator[str]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return (f"{at // 12}-{at % 12 + 1:02}" for at in months)
