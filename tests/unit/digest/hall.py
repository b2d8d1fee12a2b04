"""Some readers in one chunk, and a mail service that takes many at a time."""

from dataclasses import dataclass, field
from datetime import timedelta

from fakes.chunks import ENDLESS, MemoryChunks
from throughline.adapters.digest_round import Waiting
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest_chunk import Chunk, chunked
from throughline.domain.person import Person
from throughline.domain.sending import Pace, Turns
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import DigestDesk, DigestEnd
from unit.digest.rooms import (
    WEEK,
    HandClock,
    MemoryDirectory,
    MemoryFigures,
    MemoryMaps,
    MemoryPlaces,
    MemoryQueue,
    MemoryWeeks,
    PlainPaper,
    Root,
    person,
    thanks,
)

SENT = Answered(Fate.SENT)
LATER = timedelta(minutes=16)


@dataclass
class Bulk:
    """Takes all, but for what it is told of an address."""

    fates: dict[str, Answered] = field(default_factory=dict)
    fails: list[BaseException] = field(default_factory=list)
    taken: list[Bundle] = field(default_factory=list)

    def post_all(self, bundle: Bundle) -> Answers:
        if self.fails:
            raise self.fails.pop(0)
        self.taken.append(bundle)
        return [self.fates.get(copy.person, SENT) for copy in bundle.copies]

    def mails(self) -> list[str]:
        """Whose mails went, in their order."""
        copies = [copy.person for bundle in self.taken for copy in bundle.copies]
        return [one for one in copies if self.fates.get(one, SENT).fate is Fate.SENT]


class Writer(PlainPaper):
    """Counts how often it writes, the same for all who read the same."""

    written = 0

    def write(self, _digest: object, reader: Person, links: object) -> tuple[str, str, str]:
        self.written += 1
        choice = links.choice  # type: ignore[attr-defined] # of the links that it is given
        return f"{{{{choice}}}} for {reader.department}", f"{{{{x}}}} {choice}", f'<a href="{choice}">{{{{x}}}}</a>'


@dataclass
class Hall:
    """Some readers in one chunk."""

    people: list[Person]
    bulk: Bulk = field(default_factory=Bulk)
    pace: Pace = ENDLESS
    clock: HandClock = field(default_factory=HandClock)
    slept: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The chunk is planned."""
        self.directory = MemoryDirectory({one.id: one for one in self.people})
        self.chunks, self.queue, self.paper = MemoryChunks(), MemoryQueue(), Writer()
        [self.planned] = list(chunked(self.people, "Europe/London"))
        self.chunks.put(WEEK, [self.planned])
        weeks = MemoryWeeks((thanks(),))
        editor = DigestEditor(weeks, MemoryFigures(), MemoryMaps(), MemoryPlaces(), self.clock, 5)
        self.desk = DigestDesk(editor, self.paper, Root(), "https://line.example", "line@shop.example")

    def send(self) -> DigestEnd:
        room = ChunkRoom(self.chunks, self.directory, self.bulk, self.queue)
        turn = Waiting(Turns(self.clock.now(), self.pace), self.clock.now, self.slept.append, took=self.chunks.went)
        given = {"press": Press(self.desk), "room": room, "turn": turn, "now": self.clock.now()}
        return send_chunk(week=WEEK, chunk=self.planned.id, **given)  # type: ignore[arg-type] # as it takes them

    @property
    def chunk(self) -> Chunk:
        return next(self.chunks.of(WEEK))


def crowd(count: int = 3) -> list[Person]:
    return [person(f"p{number}") for number in range(count)]
