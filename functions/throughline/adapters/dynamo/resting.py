"""Which mails stand still for a while, lest their time tell when somebody wrote who signed nothing."""

from collections.abc import Iterable

from throughline.adapters.dynamo.records import LedgerRecord
from throughline.domain.letter import Posted

STILL = frozenset({Posted.WAITING.value, Posted.HELD.value})


def resting(record: type[LedgerRecord], names: Iterable[tuple[str, str]], hour: str) -> frozenset[tuple[str, str]]:
    """Of these mails, by line and name, those whose time has not come, to the hour, alone or with others."""
    asked = list(names)
    found = record.batch_get(asked) if asked else ()
    return frozenset((one.pk, one.sk) for one in found if one.state in STILL and (one.pending_since or "") > hour)
