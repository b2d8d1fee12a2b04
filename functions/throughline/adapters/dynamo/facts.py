"""What came in, in DynamoDB: one conditional write each."""

from collections.abc import Callable, Iterator
from heapq import merge

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.lines import line_of
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.feedback import Feedback
from throughline.domain.survey import Answer
from throughline.errors import Unavailable
from throughline.ports import Aside, Line, Standing

CONDITION = "ConditionalCheckFailedException"


class DynamoFacts:
    """The ledger's facts; each is announced by the write itself."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def record(self, feedback: Feedback) -> Standing:
        """Write it unless it is there; what stands in the ledger now."""
        item = self._items.fact(feedback.line, keys.FACT, "feedback.received", packed(feedback))
        item.digest = feedback.digest
        if self._written(lambda: item.save(self._record.pk.does_not_exist())):
            return Standing(feedback.digest, new=True)
        standing = self._found(feedback.line, keys.FACT)
        return Standing(str(standing.digest) if standing else feedback.digest, new=False)

    def record_answer(self, answer: Answer) -> bool:
        """Write it unless this revision or a later one is there; whether it was written."""
        item = self._items.fact(answer.line, keys.answer(answer.question_key), "answer.received", packed(answer))
        item.revision = answer.revision
        newer = self._record.pk.does_not_exist() | (self._record.revision < answer.revision)
        return self._written(lambda: item.save(newer))

    def feedback(self, line: str) -> Feedback | None:
        """The report of this line."""
        item = self._found(line, keys.FACT)
        return unpacked(Feedback, item.body) if item else None

    def answer(self, line: str, fact: str) -> Answer | None:
        """One survey answer of this line."""
        item = self._found(line, fact)
        return unpacked(Answer, item.body) if item else None

    def line(self, line: str) -> Line:
        """All that has become of it."""
        return line_of(self._record.query(line, consistent_read=True))

    def set_aside(self, aside: Aside) -> None:
        """Keep it with its reason; a repeat changes nothing."""
        item = self._items.aside(aside)
        self._written(lambda: item.save(self._record.pk.does_not_exist()))

    def asides(self) -> Iterator[Aside]:
        """Everything set aside, the oldest first."""
        queries = [self._record.by_listing.query(keys.asides(at)) for at in range(keys.ASIDE_SHARDS)]
        return (unpacked(Aside, item.body) for item in merge(*queries, key=lambda item: item.rank))

    def _found(self, line: str, sk: str) -> LedgerRecord | None:
        try:
            return self._record.get(line, sk, consistent_read=True)
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
