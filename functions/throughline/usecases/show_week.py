"""The week's digest as everybody may read it: what last went out, for whoever gets no mail."""

from datetime import datetime

from throughline.domain.digest import Digest
from throughline.domain.digest_time import Rhythm, last_out
from throughline.ports import Editions
from throughline.usecases.compose_digest import DigestEditor

LOOKED_BACK = 8  # older news are none
EVERYBODY = ""  # no department: nothing that only one is told


def digest_out(*, now: datetime, rhythm: Rhythm, zone: str, editions: Editions, editor: DigestEditor) -> Digest | None:
    """The latest digest that went out; None before the first.

    It is out once it was settled for its readers and its hour has come in `zone`; one that is held, or put off to the
    next, is not.
    """
    week = last_out(zone, rhythm, now)
    for _ in range(LOOKED_BACK):
        edition, hand = editions.of(week)
        if edition and (edition.whole or edition.told) and not hand.held:
            digest = editor.digest(week, department=EVERYBODY)
            if digest:
                return digest
        week = week.previous()
    return None
