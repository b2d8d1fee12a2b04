"""A made-up chain of places with rosters, and eight weeks of notes that nobody signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from throughline.domain.place import Place

WEEKS, NOTES = 8, 1500
FIRST = date(2026, 9, 7)
SIZES = (3, 4, 6, 7, 9, 11, 12, 14, 16, 18, 22, 25, 31, 40)
SHIFTS = ((time(7), time(14)), (time(10), time(17)), (time(13), time(20)))
DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody on the roster of a place."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Written:
    """A note: who wrote it, and when."""

    number: int
    writer: Writer
    at: datetime


@dataclass(frozen=True, slots=True)
class Chain:
    """Its places, and who works when: each stretch with its two ends."""

    places: tuple[Place, ...]
    rosters: dict[Writer, tuple[tuple[datetime, datetime], ...]]

    def notes(self, rng: Random, count: int = NOTES) -> Iterator[Written]:
        """Notes as they come: anybody writes, at any minute of a shift of theirs."""
        people = sorted(self.rosters, key=lambda one: (one.place, one.name))
        for number in range(count):
            writer = rng.choice(people)
            start, end = rng.choice(self.rosters[writer])
            yield Written(number, writer, start + timedelta(minutes=rng.randrange(int((end - start).seconds / 60))))


def chain(rng: Random) -> Chain:
    """A chain with places of all sizes; people change their shift from week to week."""
    places = tuple(Place(f"place-{size}", f"Shop {size}", size) for size in SIZES)
    people = [Writer(f"{place.name} {number}", place.id) for place in places for number in range(place.staff)]
    return Chain(places, {one: tuple(_stretches(rng)) for one in people})


def _stretches(rng: Random) -> Iterator[tuple[datetime, datetime]]:
    for week in range(WEEKS):
        opens, closes = rng.choice(SHIFTS)
        for weekday in sorted(rng.sample(range(7), DAYS_A_WEEK)):
            day = FIRST + timedelta(weeks=week, days=weekday)
            yield datetime.combine(day, opens, UTC), datetime.combine(day, closes, UTC)
