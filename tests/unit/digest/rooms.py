"""A small organisation in memory: enough to plan, write and send its digests."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from throughline.domain.digest import Digest
from throughline.domain.journey import JourneyMap, Lesson, folded
from throughline.domain.letter import Mail
from throughline.domain.person import Person
from throughline.domain.place import Place
from throughline.domain.recognition import Behind, Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.survey import Answer
from throughline.domain.week import Week
from throughline.usecases.send_digest import DigestLinks

WEEK = Week(2026, 47)
MONDAY_NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
DRIVER = Behind("Delivery", "Driver", "They carry it to where it will stand.")
PLANNER = Behind("Planning", "Planner", "They leave the driver the time for it.")
LESSON = Lesson("open", "Delivery at home", "Shoes first", "Covers before anyone asks.", "What first?", "Covers.")
MAP = JourneyMap("v1", (), mantra="As if it were ours.", lessons=(LESSON,))


def thanks(number: int = 1, **told: Any) -> Thanks:
    given = Thanks(
        line=f"F#{number}",
        number=1,
        words="He did not have to. He took one end.",
        touchpoint="Delivery at home",
        behind=(DRIVER, PLANNER),
        on=date(2026, 11, 18),
        who="a customer",
        why="it is thanks",
    )
    return replace(given, **told)


def change(number: int = 1, **told: Any) -> Change:
    words, done = "Lamps arrive scratched.", "The foot is now wrapped."
    made = Change(f"F#c{number}", 1, "Packing", "Unpacking", words, done, on=date(2026, 11, 19), place="North")
    return replace(made, **told)


def person(name: str = "ada", **told: Any) -> Person:
    known = Person(
        id=f"id-{name}",
        name=name,
        email=f"{name}@shop.example",
        department="Delivery",
        role="Driver",
        place="North",
        timezone="Europe/London",
    )
    return replace(known, **told)


@dataclass
class MemoryDirectory:
    known: dict[str, Person]

    def people(self) -> Iterator[Person]:
        return (one for one in self.known.values() if one.active)

    def person(self, person: str) -> Person | None:
        return self.known.get(person)

    def replace(self, people: Iterable[Person]) -> tuple[int, int, int]:
        self.known = {one.id: one for one in people}
        return len(self.known), 0, 0

    def size(self) -> int:
        return len(self.known)

    def several(self, people: Sequence[str]) -> Iterator[Person]:
        return (self.known[one] for one in people if one in self.known)

    def zones(self) -> Sequence[str]:
        return sorted({one.timezone for one in self.people()})

    def houses(self) -> frozenset[str]:
        return frozenset()

    def in_zone(self, timezone: str) -> Iterator[Person]:
        return (one for one in self.people() if one.timezone == timezone)

    def at_own_hour(self, timezone: str) -> Iterator[Person]:
        return (one for one in self.in_zone(timezone) if one.hour is not None)

    def choose(self, person: str, digest: str) -> bool:
        self.known[person] = replace(self.known[person], digest=digest)
        return True

    def choose_naming(self, person: str, naming: str) -> bool:
        self.known[person] = replace(self.known[person], naming=naming)
        return True

    def choose_hour(self, person: str, hour: int) -> bool:
        self.known[person] = replace(self.known[person], hour=hour)
        return True

    def choose_language(self, person: str, language: str) -> bool:
        self.known[person] = replace(self.known[person], language=language)
        return True

    def named(self, name: str) -> Sequence[Person]:
        return [one for one in self.people() if one.name == name]

    def first_names(self, words: Collection[str]) -> frozenset[str]:
        return frozenset(words) & {folded(one.name) for one in self.people()}


@dataclass
class MemoryDigests:
    states: dict[tuple[Week, str], str] = field(default_factory=dict)
    reports: int = 0
    doubts: set[tuple[Week, str]] = field(default_factory=set)

    def claim(self, week: Week, person: str, now: datetime) -> bool:  # noqa: ARG002 - leases never end here
        if self.states.get((week, person), "waiting") != "waiting":
            return False
        self.states[week, person] = "claimed"
        return True

    def release(self, week: Week, person: str) -> None:
        self.states[week, person] = "waiting"

    def in_doubt(self, week: Week, person: str, now: datetime) -> bool:  # noqa: ARG002 - as above
        return (week, person) in self.doubts

    def claimed(self, week: Week, person: str) -> bool:
        return self.states.get((week, person)) == "claimed"

    def done(self, week: Week, person: str, outcome: str, message_id: str = "") -> None:  # noqa: ARG002
        self.states[week, person] = outcome

    def report(self, week: Week) -> Iterator[tuple[str, str]]:
        self.reports += 1
        return iter([(person, state) for (of, person), state in self.states.items() if of == week])


@dataclass
class MemoryWeeks:
    given: tuple[Thanks, ...] = ()
    made: tuple[Change, ...] = ()
    looked: int = 0

    def thanks(self, week: Week) -> Sequence[Thanks]:
        self.looked += 1
        return [one for one in self.given if Week.of(one.on) == week]

    def changes(self, week: Week) -> Sequence[Change]:
        return [one for one in self.made if Week.of(one.on) == week]


@dataclass
class MemoryFigures:
    counted: dict[tuple[str, str], int] = field(default_factory=dict)
    weeks: dict[Week, dict[Asked, Tally]] = field(default_factory=dict)

    def count(self, answer: Answer, week: Week) -> bool:
        fresh = self.counted.get((answer.line, str(week)), -1) < answer.revision
        self.counted[answer.line, str(week)] = answer.revision
        return fresh

    def week(self, week: Week, *, at: Collection[str] | None = None) -> Mapping[Asked, Tally]:
        assert at is None
        return self.weeks.get(week, {})

    def each(self, week: Week) -> Mapping[str, Mapping[Asked, Tally]]:
        return {"": self.weeks.get(week, {})}


@dataclass
class MemoryMaps:
    held: JourneyMap | None = MAP

    def current(self) -> JourneyMap | None:
        return self.held

    def replace(self, journey_map: JourneyMap) -> None:
        self.held = journey_map


@dataclass
class MemoryPlaces:
    held: tuple[Place, ...] = (Place("north-link", "North", 12), Place("kiosk-link", "Kiosk", 2))

    def find(self, place: str) -> Place | None:
        return next((one for one in self.held if one.id == place), None)

    def add(self, name: str, staff: int) -> Place:
        self.held = (*self.held, Place(name, name, staff))
        return self.held[-1]

    def all(self) -> Iterator[Place]:
        return iter(self.held)

    def revoke(self, place: str) -> bool:
        self.held = tuple(replace(one, active=one.id != place) for one in self.held)
        return True


@dataclass
class MemoryQueue:
    messages: list[Mapping[str, Any]] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)

    def put(self, messages: Sequence[Mapping[str, Any]], *, delay: int = 0) -> None:  # noqa: ARG002 - time stands still
        self.messages += messages
        self.calls.append(len(messages))


@dataclass
class MemoryPostbox:
    sent: list[Mail] = field(default_factory=list)
    fails: Exception | None = None

    def post(self, mail: Mail) -> str:
        if self.fails:
            raise self.fails
        self.sent.append(mail)
        return f"ses-{len(self.sent)}"


@dataclass
class HandClock:
    moment: datetime = MONDAY_NINE

    def now(self) -> datetime:
        return self.moment


class Root:
    def root(self) -> bytes:
        return b"root"

    def source_keys(self, source: str) -> Sequence[bytes]:  # noqa: ARG002 - nobody asks here
        return []


class PlainPaper:
    def write(self, digest: Digest, reader: Person, links: DigestLinks) -> tuple[str, str, str]:
        return f"week {digest.week} for {reader.name}", links.choice, f"<p>{links.speak}</p>"
