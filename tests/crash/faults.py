"""What goes wrong in a run, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from crash.ending import Ending, ending
from crash.wire import When, die, refuse, unsaid
from crash.world import World

READS = ("Query", "GetItem", "GetSecretValue", "GetObject")


@dataclass(frozen=True)
class Point:
    """One end of one call, counted from where it begins, and what happens there."""

    number: int
    when: When
    how: str = "dies"

    def __str__(self) -> str:
        return f"{self.how} {self.when} call {self.number + 1}"

    def strike(self) -> None:
        {"dies": die, "unsaid": unsaid}[self.how]()


def each_point(calls: int) -> Iterator[Point]:
    """Both ends of each call, and the answer that never comes."""
    for number in range(calls):
        yield from (Point(number, When.BEFORE), Point(number, When.AFTER), Point(number, When.AFTER, "unsaid"))


@dataclass
class Faults:
    """What goes wrong in a run: single points; a call that is refused, or kills, for as long as it is out of order."""

    world: World
    points: Sequence[Point] = ()
    refused: str = ""
    deadly: str = ""
    lasts: timedelta = timedelta()
    struck: int = 0

    def __post_init__(self) -> None:
        self.until = self.world.now + self.lasts

    @property
    def over(self) -> bool:
        """Whether nothing goes wrong any more."""
        return self.struck >= len(self.points) and self.world.now >= self.until

    def __call__(self, number: int, when: When, name: str) -> None:
        if self.world.now < self.until:
            if when is When.BEFORE and name == self.refused:
                refuse()
            if when is When.AFTER and name == self.deadly:
                die()
        for point in self.points:
            if (point.number, point.when) == (number, when):
                self.struck += 1
                point.strike()


def lived(world: World, faults: Faults, futures: dict[str, Ending]) -> Ending:
    """What comes of the world as it stands.

    Equal states have equal futures once all faults are over, so each future is lived through once.
    """
    passed: list[str] = []
    while True:
        state = world.state() if faults.over else ""
        if state in futures:
            end = futures[state]
            break
        passed += [state] if state else []
        delivery = world.next()
        if delivery is None:
            end = ending(world)
            break
        world.attempt(delivery)
    futures.update(dict.fromkeys(passed, end))
    return end


@dataclass
class Watch:
    """Notes of each point how far the run has come: points between two writes of a delivery leave the same."""

    world: World
    places: dict[tuple[int, When], tuple[int, int]] = field(default_factory=dict)
    _writes: int = 0

    def __call__(self, number: int, when: When, name: str) -> None:
        if when is When.AFTER and not name.endswith(READS):
            self._writes += 1
        self.places[number, when] = (self.world.delivered, self._writes)

    def points(self) -> Iterator[tuple[Point, bool]]:
        """Each point, and whether it is the first of those that leave the same."""
        known: set[tuple[object, ...]] = set()
        for point in each_point(len(self.places) // 2):
            place = (self.places[point.number, point.when], point.how)
            yield point, place not in known
            known.add(place)
