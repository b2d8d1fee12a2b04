"""A step taken back in DynamoDB: all that followed from it goes in the same write, or nothing does."""

from collections.abc import Iterator

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from throughline.adapters.dynamo import keys
from throughline.adapters.dynamo.items import Items
from throughline.adapters.dynamo.precedents import TAUGHT
from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.letter import Posted
from throughline.domain.line import Advance, Undoing

TAKEN_BACK = "taken back"


def take_back(together: TransactWrite, record: type[LedgerRecord], items: Items, advance: Advance) -> None:
    """Put what a taken-back step leaves behind into its write."""
    undoing, line = advance.undoing or Undoing(), advance.case.line
    for name in undoing.letters:
        unsent = record.state.is_in(Posted.WAITING.value, Posted.HELD.value)
        together.update(record(line, name), [*_told_nobody(record), *_unlisted(record)], condition=unsent)
    for sk in _celebrated(advance):
        together.update(record(line, sk), _unlisted(record), condition=record.pk.exists())
    if undoing.thanks:
        together.save(items.thanks(undoing.thanks), condition=record.pk.exists())
    if undoing.withdrawn:
        case, step = undoing.withdrawn
        as_read: Condition = record.revision == step.version - 1
        as_read &= record.erased.exists() if advance.erased else record.erased.does_not_exist()
        item = items.case(case, f"case.{step.action}")
        item.erased = step.on.isoformat() if advance.erased else None
        together.save(item, condition=as_read)
        together.save(items.step(case, step), condition=record.pk.does_not_exist())


def _celebrated(advance: Advance) -> Iterator[str]:
    """What is in a list because of the step: the change of the week, and what routing learns from."""
    undoing = advance.undoing or Undoing()
    yield from [keys.change(advance.case.number)] if undoing.change else []
    if undoing.taught:
        number, version = undoing.taught
        yield f"{TAUGHT}#{number}#{version:04}"


def _unlisted(record: type[LedgerRecord]) -> list[Action]:
    return [record.listing.remove(), record.rank.remove(), record.announces.remove()]


def _told_nobody(record: type[LedgerRecord]) -> list[Action]:
    said: list[Action] = [record.state.set(Posted.TAKEN_BACK.value), record.message_id.set(TAKEN_BACK)]
    return [*said, record.pending.remove(), record.pending_since.remove()]
