"""Somebody holds eight weeks of a department's mails and all rosters, and guesses who wrote each unsigned note.

`python -m operate.bench.attacker [SEED]` prints how often they are right. They know how places are hidden, which
leaves them those that no mail names, how long mails wait, and who worked when; they do not know how people write.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from operate.bench.figures import Figure, as_table
from operate.bench.rosters import NOTES, Chain, Writer, Written, chain
from throughline.domain.decision import Routed
from throughline.domain.feedback import Channel, Feedback, Report
from throughline.domain.journey import Department, JourneyMap, Part
from throughline.domain.letter import Letter
from throughline.domain.line import Line
from throughline.domain.place import nameable
from throughline.domain.seal import line_of, receipt_of
from throughline.usecases.hear_fact import FACT, said_in
from throughline.usecases.letters import Letterhead
from throughline.usecases.route_fact import consequences
from throughline.usecases.sweep_pending import OVERDUE

SMALLEST_GROUP, QUIET_MINUTES, ONE_IN_FIVE = 5, 240, 0.2
SWEEP_MINUTE, GRID = 30, 10
PACKING = Part("Buying", "At home", "Opening the parcel", "home", "Packing", "", "", (), "2d", "packing@shop.example")
MAP = JourneyMap("1", (PACKING,), (Department("Packing", "packing@shop.example"),))


@dataclass(frozen=True, slots=True)
class Mail:
    """What the attacker holds: a mail to the department and when it came."""

    place: str
    came: datetime


@dataclass(frozen=True, slots=True)
class Attacker:
    """Who works where and when, and how the machine hides: all is known but the key."""

    known: Chain
    named: frozenset[str]
    quiet: int

    def likely(self, mail: Mail) -> dict[Writer, float]:
        """How well each of those who may have written it fits."""
        names = {place.id: place.name for place in self.known.places if place.id in self.named}
        fits: dict[Writer, float] = defaultdict(float)
        for writer, stretches in self.known.rosters.items():
            if names.get(writer.place, "") == mail.place:
                for start, end in stretches:
                    fits[writer] += _fit(start, end, mail.came, self.quiet)
        return fits

    def right(self, mail: Mail, writer: Writer) -> float:
        """The chance that the likeliest writer is the one; among equals they guess."""
        fits = self.likely(mail)
        best = max(fits.values(), default=0.0)
        guesses = [one for one, fit in fits.items() if fit == best]
        return 1 / len(guesses) if writer in guesses else 0.0


def attacker_figures(seed: int = 1, *, notes: int = NOTES) -> Iterator[Figure]:
    """How many writers of a hundred are named: of all, and at the place where most are."""
    rng = Random(seed)  # noqa: S311 - no secret comes of it
    known = chain(rng)
    written = list(known.notes(rng, notes))
    waiting, at_once = (named_shares(known, written, quiet) for quiet in (QUIET_MINUTES, 0))
    limit, every = 100 * ONE_IN_FIVE, [one for shares in waiting.values() for one in shares]
    by_place = {place.name: _in_hundred(waiting[place.id]) for place in known.places if place.id in waiting}
    worst = max(_in_hundred(shares) for shares in waiting.values())
    yield Figure("writers named by mails and rosters", _in_hundred(every), "in 100", limit, parts=by_place)
    yield Figure("the same where most are named", worst, "in 100", limit)
    told = _in_hundred([one for shares in at_once.values() for one in shares])
    yield Figure("the same if mail did not wait", told, "in 100")


def named_shares(known: Chain, written: list[Written], quiet: int) -> dict[str, list[float]]:
    """How surely the attacker names the writer of each note, by the place that it came from."""
    named, shares = nameable(known.places, SMALLEST_GROUP), defaultdict[str, list[float]](list)
    attacker = Attacker(known, named, quiet)
    head = Letterhead("https://line.example", b"a key that the attacker lacks", quiet_minutes=quiet)
    for one in written:
        shares[one.writer.place].append(attacker.right(_mail(one, known, named, head), one.writer))
    return shares


def _in_hundred(shares: Sequence[float]) -> float:
    return round(100 * sum(shares) / len(shares), 1)


def _mail(one: Written, known: Chain, named: frozenset[str], head: Letterhead) -> Mail:
    """The department's mail about a note, as the machine writes it and its sweep lets it go."""
    place = next(place for place in known.places if place.id == one.writer.place)
    report = Report(f"device-{one.number}", Channel.FORM, "The lamp was scratched.", place=place.name)
    report = report if place.id in named else Report(report.identity, report.channel, report.text)
    line = line_of(head.root, receipt_of(head.root, report.identity))
    standing = Line(Feedback(line, report, report.digest(), one.at.date()))
    said = said_in(standing, FACT)
    if said is None:
        raise ValueError(line)
    routed = (Routed(PACKING, report.text, "the map names Packing"),)
    (letter,) = consequences(said, routed, standing, MAP, head, one.at).letters
    return Mail(str(letter.fields["place"]), sent(letter, one.at))


def sent(letter: Letter, written: datetime) -> datetime:
    """When a mail leaves: at once, or by the first sweep after its hour."""
    if not letter.quiet:
        return written
    since = _hour(written + timedelta(minutes=letter.quiet))
    sweep = since.replace(minute=SWEEP_MINUTE)
    while not since + OVERDUE < sweep:
        sweep += timedelta(hours=1)
    return sweep


def _fit(start: datetime, end: datetime, came: datetime, quiet: int) -> float:
    """How many minutes of a stretch, each as likely as its mails come then, speak for it."""
    if not quiet:
        return float(start <= came < end)
    hour = came.replace(minute=0) - OVERDUE
    if end + timedelta(minutes=quiet) < hour or start > hour + timedelta(hours=1):
        return 0.0
    minutes = range(0, int((end - start).seconds / 60), GRID)
    return sum(_waits(hour - (start + timedelta(minutes=at)), quiet) for at in minutes)


def _waits(until: timedelta, quiet: int) -> float:
    """The chance that a mail waits so long and less than an hour more."""
    first = until.total_seconds() / 60
    return max(0.0, min(quiet + 1.0, first + 60) - max(0.0, first)) / (quiet + 1)


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


if __name__ == "__main__":
    for told in as_table(list(attacker_figures(*map(int, sys.argv[1:2])))):
        print(told)
