"""How decisions, cases and letters look as items."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.case import Case, Saying, Step
from throughline.domain.case_tally import COUNTED
from throughline.domain.gathering import Gathering
from throughline.domain.letter import Letter, Posted, Share
from throughline.domain.line import Aside, ParkedItem
from throughline.domain.recognition import Change, Publicity, Thanks
from throughline.domain.retention import DAYS, Class, expiry, expiry_of, is_over
from throughline.domain.week import Week
from throughline.ports import Clock

WORDS = DAYS[Class.WORDS]
SEALED = "sealed"
LETTER_WAITING, FEEDBACK_RECEIVED = "letter.waiting", "feedback.received"


class Items:
    """Makes new items of a table; words live `days`, states and history stay."""

    def __init__(self, record: type[LedgerRecord], clock: Clock, *, days: int = WORDS) -> None:
        self._record = record
        self._clock = clock
        self._days = days

    def today(self) -> date:
        """The day that things are dated by."""
        return self._clock.now().date()

    def live(self, found: Iterable[LedgerRecord]) -> Iterator[LedgerRecord]:
        """Those whose time has not come."""
        now = self._clock.now()
        return (item for item in found if not is_over(item.expires, now))

    def case(self, case: Case, announces: str) -> LedgerRecord:
        """A case in its department's inbox."""
        at = keys.shard(case.line, keys.DEPARTMENT_SHARDS)
        return self._record(
            case.line,
            keys.case(case.number),
            body=packed(case),
            revision=case.version,
            state=case.state.value,
            announces=announces,
            listing=keys.inbox(case.department, done=case.done, at=at),
            rank=f"{case.reply_by.isoformat()}#{case.line}#{case.number}",
            **(self._uncounted(case.line) if case.version == 1 else {}),
        )

    def step(self, case: Case, step: Step) -> LedgerRecord:
        """One entry of a case's history."""
        uncounted: dict[str, Any] = self._uncounted(case.line) if step.action in COUNTED else {}
        return self._record(case.line, keys.step(case.number, step.version), body=packed(step), **uncounted)

    def _uncounted(self, line: str) -> dict[str, Any]:
        """Waits to be counted in its week."""
        return {"pending": keys.pending(line), "pending_since": self.this_hour()}

    def saying(self, case: Case, saying: Saying) -> LedgerRecord:
        """Words said about a case."""
        sk = keys.saying(case.number, saying.version)
        return self._record(case.line, sk, body=packed(saying), expires=self._words())

    def weighed(self, line: str, number: int, words: tuple[str, ...]) -> LedgerRecord:
        """The words that weighed most for a case: they are the writer's, and live as long as theirs."""
        return self._record(line, keys.weighed(number), body={"words": [*words]}, expires=self._words())

    def thanks(self, thanks: Thanks) -> LedgerRecord:
        """A recognition: in its week where all may read it, in a list of its own where a person looks first."""
        item = self._celebrated(thanks, keys.thanks(thanks.number), announces="recognition.given")
        item.state, item.subject = thanks.state.value, thanks.about or None
        if thanks.state is not Publicity.PUBLISHED:
            held = thanks.state is Publicity.HELD
            at = keys.shard(thanks.line, keys.WEEK_SHARDS)
            item.announces, item.listing = None, keys.held_thanks(at) if held else None
            item.rank = item.rank if held else None
        return item

    def change(self, change: Change) -> LedgerRecord:
        """What a case changed, in its week."""
        return self._celebrated(change, keys.change(change.number), announces="change.made")

    def parked(self, parked: ParkedItem) -> LedgerRecord:
        """Something that waits for a person, and until then for its meaning to be weighed; or was decided by one."""
        waits = not parked.decided
        unweighed = waits and not parked.by_meaning and not parked.confidential
        return self._record(
            parked.line,
            keys.PARKED,
            body=packed(parked),
            state="waiting" if waits else "decided",
            announces="feedback.parked" if waits and not parked.confidential else None,
            listing=keys.triage(keys.shard(parked.line, keys.TRIAGE_SHARDS)) if waits else None,
            rank=f"{parked.since}#{parked.line}" if waits else None,
            pending=keys.pending(parked.line) if unweighed else None,
            pending_since=self.this_hour() if unweighed else None,
            expires=self._words(),
        )

    def gathered(self, one: Gathering) -> LedgerRecord:
        """A customer's words in their week, by touchpoint."""
        return self._record(
            one.line,
            keys.gathered(one.fact),
            body=packed(one),
            digest=one.digest,
            listing=keys.said_in(Week.of(one.on), keys.shard(one.line, keys.GATHERED_SHARDS)),
            rank=f"{one.touchpoint}#{one.key}",
            expires=self._words(),
        )

    def letter(self, letter: Letter, *, sealed: bool = False, held: bool = False) -> LedgerRecord:
        """A mail that waits to be sent; a `sealed` one waits for more than that, a `held` one is told of in another.

        A quiet one is announced to nobody: a sweep finds it when its time has come.
        """
        if held and letter.shared:
            return self._held(letter, letter.shared)
        return self._record(
            letter.line,
            letter.name,
            body=packed(letter),
            state=SEALED if sealed else Posted.WAITING.value,
            tries=0,
            announces=None if sealed or letter.quiet else LETTER_WAITING,
            pending=None if sealed else keys.pending(letter.line),
            pending_since=None if sealed else self._hour(timedelta(minutes=letter.quiet)),
            expires=self.letters_end(),
            subject=letter.subject or None,
        )

    def _held(self, letter: Letter, share: Share) -> LedgerRecord:
        return self._record(
            letter.line,
            letter.name,
            body=packed(letter),
            state=Posted.HELD.value,
            tries=0,
            pending_since=self._hour(timedelta(minutes=letter.quiet)),
            listing=keys.held(share.department, keys.shard(letter.line, keys.DEPARTMENT_SHARDS)),
            rank=f"{letter.line}#{letter.name}",
            expires=self.letters_end(),
            subject=letter.subject or None,
        )

    def confirmed(self, conversation: str) -> LedgerRecord:
        """The note that a conversation had its confirmation of the day."""
        return self._record(keys.conversation(conversation), keys.CONFIRMED, expires=self.letters_end())

    def mailed(self, message_id: str, line: str, name: str) -> LedgerRecord:
        """The note that leads from the mail service's id back to a letter."""
        body = {"line": line, "name": name}
        return self._record(keys.mailed(message_id), keys.MAIL, body=body, expires=self.letters_end())

    def now(self) -> datetime:
        """This moment."""
        return self._clock.now()

    def this_hour(self) -> str:
        """Since when something waits, never finer."""
        return self._hour(timedelta())

    def _hour(self, ahead: timedelta) -> str:
        return (self._clock.now() + ahead).isoformat(timespec="hours")

    def letters_end(self) -> int:
        """When what is written today of mails is forgotten."""
        return expiry_of(Class.LETTERS, self.today())

    def fact(self, line: str, sk: str, announces: str, body: dict[str, Any], subject: str = "") -> LedgerRecord:
        """Something that came in and waits for its decision."""
        return self._record(
            line,
            sk,
            body=body,
            announces=announces,
            pending=keys.pending(line),
            pending_since=self.this_hour(),
            expires=self._words(),
            subject=subject or None,
        )

    def copy(self, line: str, stored: str) -> LedgerRecord:
        """The note that another raw mail said the same."""
        return self._record(line, keys.copy(stored), body={"stored": stored}, expires=self._words())

    def aside(self, aside: Aside, subject: str = "") -> LedgerRecord:
        """Something that became nothing, in the list of such."""
        listing = keys.asides(keys.shard(aside.id, keys.ASIDE_SHARDS))
        return self._record(
            aside.id,
            keys.ASIDE,
            body=packed(aside),
            listing=listing,
            rank=f"{aside.on}#{aside.id}",
            expires=self._words(),
            subject=subject or None,
        )

    def _celebrated(self, one: Thanks | Change, sk: str, *, announces: str) -> LedgerRecord:
        at = keys.shard(one.line, keys.WEEK_SHARDS)
        return self._record(
            one.line,
            sk,
            body=packed(one),
            announces=announces,
            listing=keys.celebrated(Week.of(one.on), at),
            rank=f"{sk.partition('#')[0]}#{one.on}#{one.line}#{one.number}",
            expires=self._words(),
        )

    def _words(self) -> int:
        return expiry(self._days, self.today())
