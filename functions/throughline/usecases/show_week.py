"""The week's digest as everybody may read it: what last went out, for whoever gets no mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from throughline.domain.digest import Digest
from throughline.domain.digest_time import Rhythm, last_out
from throughline.domain.week import Week
from throughline.ports import Editions
from throughline.usecases.compose_digest import DigestEditor

LOOKED_BACK = 8  # older news are none
EVERYBODY = ""  # no department: nothing that only one is told


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the digests that went out are looked at; its editor settles nothing. `zone` is the organisation's."""

    rhythm: Rhythm
    zone: str
    editions: Editions
    editor: DigestEditor

    def weeks(self, now: datetime) -> Iterator[Week]:
        """The weeks that may be out, the latest first."""
        week = last_out(self.zone, self.rhythm, now)
        for _ in range(LOOKED_BACK):
            yield week
            week = week.previous()

    def asked(self, name: str, now: datetime) -> Week | None:
        """The week of that name, if it is out for anybody: east of us a mail leads there hours before it is here."""
        try:
            week = Week.parse(name)
        except ValueError:
            return None
        return week if week >= min(self.weeks(now)) and self.is_out(week) else None

    def is_out(self, week: Week) -> bool:
        """Whether a week's digest went out: it was settled for its readers, and is neither held nor put off."""
        edition, hand = self.editions.of(week)
        return edition is not None and not hand.held and bool(edition.whole or edition.told)

    def out(self, week: Week, department: str) -> Digest | None:
        """A week's digest, if it went out."""
        return self.editor.digest(week, department=department) if self.is_out(week) else None


def digest_out(shelf: Shelf, now: datetime, *, department: str = EVERYBODY, asked: str = "") -> Digest | None:
    """The digest of the week that was asked for, else the latest that went out; None before the first."""
    first = shelf.asked(asked, now)
    weeks = chain((first,) if first else (), shelf.weeks(now))
    return next(filter(None, (shelf.out(week, department) for week in weeks)), None)
