"""How customers can be reached who asked for it, in DynamoDB: sealed, one a line, and gone when the call-back ends."""

from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.expressions.condition import Condition

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.codec import packed
from throughline.adapters.dynamo.committing import AWAY, commit, refused
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord, transaction
from throughline.domain.contact import Contacting, Look
from throughline.domain.retention import Class, expiry_of
from throughline.domain.survey import Answer
from throughline.errors import Unavailable
from throughline.ports.contacts import Taken

CONTACT, LOOKED = "contact", "looked"


class DynamoContacts:
    """Sealed contacts beside the answers of their line; an answer and its contact are written together."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def record(self, answer: Answer, sealed: str, *, subject: str = "", reached_by: str = "") -> Taken:
        """Write an answer with its contact, unless it is there already, or none is taken any more."""
        record = self._record
        fact = self._items.fact(
            answer.line, keys.answer(answer.question_key), "answer.received", packed(answer), subject
        )
        fact.revision = answer.revision
        newer = (record.revision < answer.revision) & record.erased.does_not_exist()
        contact = record(
            answer.line,
            CONTACT,
            body={"sealed": sealed},
            state=Contacting.KEPT.value,
            revision=answer.revision,
            expires=expiry_of(Class.CONTACTS, self._items.today()),
            subject=reached_by or None,
        )
        together = transaction(record)
        together.save(fact, condition=record.pk.does_not_exist() | newer)
        together.save(contact, condition=record.pk.does_not_exist() | self._taking())
        try:
            commit(together)
        except TransactWriteError as error:
            return _refused(error)
        return Taken.WRITTEN

    def withdraw(self, answer: Answer) -> None:
        """Delete the contact of a customer who does not ask any more, unless they asked again since."""
        gone = marker(self._record, self._items, answer.line, Contacting.WITHDRAWN)
        gone.revision = answer.revision
        before = self._taking() & (self._record.revision < answer.revision)
        try:
            gone.save(before)
        except PutError as error:
            if error.cause_response_code != CONDITION:
                raise Unavailable(AWAY) from error

    def find(self, line: str) -> str:
        """The sealed contact of a line; empty where there is none any more."""
        found = self._items.live(self._record.query(line, self._record.sk == CONTACT, consistent_read=True))
        return next((str(item.body["sealed"]) for item in found if stands(item) is Contacting.KEPT), "")

    def note(self, line: str, look: Look) -> None:
        """Write down that it is shown, once a day and case; whom to and when stays in the history."""
        self._record(line, f"{LOOKED}#{look.number}#{look.on}", body=packed(look)).save()

    def _taking(self) -> Condition:
        """A contact may stand here, or stood and may again."""
        state = self._record.state
        taking: Condition = (state == Contacting.KEPT.value) | (state == Contacting.WITHDRAWN.value)
        taking &= self._record.erased.does_not_exist()
        return taking


def marker(record: type[LedgerRecord], items: Items, line: str, why: Contacting) -> LedgerRecord:
    """What stands in place of a contact that was deleted."""
    expires = expiry_of(Class.TOMBSTONES, items.today())
    return record(line, CONTACT, body={}, state=why.value, expires=expires)


def stands(item: LedgerRecord) -> Contacting | None:
    """What is left of a contact; nothing of one that was erased."""
    return None if item.erased else Contacting(item.state)


def _refused(error: TransactWriteError) -> Taken:
    first, *others = refused(error) or [False]
    if first:
        return Taken.REPEATED
    if any(others):
        return Taken.NO_CONTACT
    raise Unavailable(AWAY) from error
