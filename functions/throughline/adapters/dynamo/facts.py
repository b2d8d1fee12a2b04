"""What came in, in DynamoDB: one conditional write each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge

from pynamodb.exceptions import PutError
from pynamodb.expressions.update import Action

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.committing import committed, updated
from throughline.adapters.dynamo.erasing import DynamoErasing
from throughline.adapters.dynamo.flood import write_counted
from throughline.adapters.dynamo.items import FEEDBACK_RECEIVED, LETTER_WAITING, SEALED, Items
from throughline.adapters.dynamo.lines import line_of
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord, transaction
from throughline.domain.feedback import Feedback
from throughline.domain.flood import Limit
from throughline.domain.letter import UNNAMED, Letter, Posted
from throughline.domain.line import Aside, Line, Standing
from throughline.domain.survey import Answer
from throughline.errors import Unavailable


class DynamoFacts:
    """The ledger's facts; each is announced by the write itself."""

    def __init__(self, record: type[LedgerRecord], items: Items, erasing: DynamoErasing) -> None:
        self._record = record
        self._items = items
        self._erasing = erasing

    def record(self, feedback: Feedback, *, subject: str = "", limits: Sequence[Limit] = ()) -> Standing:
        """Write it unless it is there, or one too many; what stands in the ledger now."""
        item = self._fact(feedback, subject)
        if limits:
            return self._counted(feedback, [item], limits)
        if self._written(lambda: item.save(self._record.pk.does_not_exist())):
            return Standing(feedback.digest, new=True, stored=feedback.stored)
        return _standing(self._found(feedback.line, keys.FACT), feedback)

    def record_sealed(self, feedback: Feedback, letter: Letter | None, limits: Sequence[Limit] = ()) -> Standing:
        """Write it, and its letter, so that nobody acts on them before `unseal`; limited like others."""
        item = self._fact(feedback, "")
        item.announces = item.pending = item.pending_since = None
        item.state = SEALED
        letters = [self._items.letter(letter, sealed=True)] if letter else []
        return self._counted(feedback, [item, *letters], limits)

    def _counted(self, feedback: Feedback, new: Sequence[LedgerRecord], limits: Sequence[Limit]) -> Standing:
        """What stands already is found before anything is too many: it was counted when it came."""
        stood = write_counted(self._record, new, limits, self._items.today())
        if not stood:
            return Standing(feedback.digest, new=True, stored=feedback.stored)
        found = self._found(feedback.line, keys.FACT)
        over = [limit for limit, full in zip(limits, stood[len(new) :], strict=True) if full]
        if over and found is None:
            return Standing(feedback.digest, new=False, over=over[0])
        return _standing(found, feedback)

    def unseal(self, line: str) -> bool:
        """Announce what was written sealed; False when that was done before, or it has been erased."""
        record, items = self._record, self._items
        waits: list[Action] = [record.pending.set(keys.pending(line)), record.pending_since.set(items.this_hour())]
        sealed = (record.state == SEALED) & record.erased.does_not_exist()
        together = transaction(record)
        fact: list[Action] = [record.announces.set(FEEDBACK_RECEIVED), record.state.remove()]
        together.update(record(line, keys.FACT), [*waits, *fact], condition=sealed)
        if self._found(line, UNNAMED):
            letter: list[Action] = [record.announces.set(LETTER_WAITING), record.state.set(Posted.WAITING.value)]
            together.update(record(line, UNNAMED), [*waits, *letter], condition=sealed)
        return committed(together)

    def _fact(self, feedback: Feedback, subject: str) -> LedgerRecord:
        item = self._items.fact(feedback.line, keys.FACT, FEEDBACK_RECEIVED, packed(feedback), subject)
        item.digest = feedback.digest
        return item

    def record_answer(self, answer: Answer, *, subject: str = "") -> bool:
        """Write it unless this revision or a later one is there, or it was erased; whether it was written."""
        sk = keys.answer(answer.question_key)
        item = self._items.fact(answer.line, sk, "answer.received", packed(answer), subject)
        item.revision = answer.revision
        newer = (self._record.revision < answer.revision) & self._record.erased.does_not_exist()
        return self._written(lambda: item.save(self._record.pk.does_not_exist() | newer))

    def keep_copy(self, line: str, stored: str) -> None:
        """Note another raw mail that said the same, so that it goes when its line does."""
        self._written(lambda: self._items.copy(line, stored).save())

    def forget(self, line: str, fact: str) -> None:
        """Erase a fact that came to an erased line afterwards."""
        self._erasing.erase_fact(line, fact)

    def feedback(self, line: str) -> Feedback | None:
        """The report of this line."""
        item = self._found(line, keys.FACT)
        return unpacked(Feedback, item.body) if item and not item.erased else None

    def feedbacks(self, lines: Iterable[str]) -> Mapping[str, Feedback]:
        """The reports of these lines, read together; those that are gone are left out."""
        found = self._record.batch_get([(line, keys.FACT) for line in lines])
        return {item.pk: unpacked(Feedback, item.body) for item in self._items.live(found) if not item.erased}

    def answer(self, line: str, fact: str) -> Answer | None:
        """One survey answer of this line."""
        item = self._found(line, fact)
        return unpacked(Answer, item.body) if item and not item.erased else None

    def line(self, line: str) -> Line:
        """All that has become of it."""
        return line_of(self._items.live(self._record.query(line, consistent_read=True)))

    def set_aside(self, aside: Aside, *, subject: str = "") -> bool:
        """Keep it with its reason; whether it is new."""
        item = self._items.aside(aside, subject)
        return self._written(lambda: item.save(self._record.pk.does_not_exist()))

    def set_aside_before(self, aside: str) -> Aside | None:
        """What stands under this id; None when it has been erased since."""
        found = self._found(aside, keys.ASIDE)
        return unpacked(Aside, found.body) if found and not found.erased else None

    def let_go(self, aside: str) -> None:
        """It was taken in after all: nobody has to look at it any more."""
        record = self._record
        gone: list[Action] = [record.listing.remove(), record.rank.remove()]
        updated(record(aside, keys.ASIDE), gone, record.pk.exists())

    def asides(self) -> Iterator[Aside]:
        """Everything set aside, the oldest first."""
        queries = [self._record.by_listing.query(keys.asides(at)) for at in range(keys.ASIDE_SHARDS)]
        return (unpacked(Aside, item.body) for item in self._items.live(merge(*queries, key=lambda item: item.rank)))

    def _found(self, line: str, sk: str) -> LedgerRecord | None:
        try:
            return next(self._items.live([self._record.get(line, sk, consistent_read=True)]), None)
        except self._record.DoesNotExist:
            return None

    @staticmethod
    def _written(save: Callable[[], object]) -> bool:
        try:
            save()
        except PutError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise Unavailable("the ledger does not take the write just now") from error
        return True


def _standing(item: LedgerRecord | None, feedback: Feedback) -> Standing:
    if item is None:
        return Standing(feedback.digest, new=False)
    if item.erased:
        return Standing("", new=False, erased=True)
    return Standing(str(item.digest), new=False, stored=unpacked(Feedback, item.body).stored)
