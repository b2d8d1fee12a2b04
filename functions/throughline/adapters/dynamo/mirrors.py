"""The weekly mirrors in DynamoDB: the letter itself says that it was written."""

from pynamodb.exceptions import PutError

from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.records import CONDITION, LedgerRecord
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.week import Week
from throughline.errors import Unavailable


class DynamoMirrors:
    """One line a week."""

    def __init__(self, record: type[LedgerRecord], items: Items) -> None:
        self._record = record
        self._items = items

    def line(self, week: Week) -> str:
        """The line that the mail of a week is on."""
        return f"V#{week}"

    def shown(self, week: Week) -> bool:
        """Whether it was."""
        prefix = self._record.sk.startswith(f"letter#{LetterKind.MIRROR}")
        return any(True for _ in self._record.query(self.line(week), prefix, consistent_read=True))

    def show(self, letter: Letter) -> bool:
        """Let the mail go unless it went before."""
        try:
            self._items.letter(letter).save(self._record.pk.does_not_exist())
        except PutError as error:
            if error.cause_response_code == CONDITION:
                return False
            raise Unavailable("the ledger does not take the write just now") from error
        return True
