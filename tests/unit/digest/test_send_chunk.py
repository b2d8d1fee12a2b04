"""Digests that go many at a time: leased as one, each reader's at most once, whatever becomes of each."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from fakes.chunks import ENDLESS, MemoryChunks
from throughline.adapters.digest_round import Waiting
from throughline.domain.bundle import Answered, Answers, Bundle, Fate
from throughline.domain.digest_chunk import ALONE, ENDED, Chunk, chunked
from throughline.domain.person import Person
from throughline.domain.sending import Pace, Turns
from throughline.errors import Paused, Refused, Unavailable
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.send_chunk import ChunkRoom, Press, send_chunk
from throughline.usecases.send_digest import DigestDesk, DigestEnd, digest_mail
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
        turn = Waiting(Turns(self.clock.now(), self.pace), self.clock.now, self.slept.append)
        given = {"press": Press(self.desk), "room": room, "turn": turn, "now": self.clock.now()}
        return send_chunk(week=WEEK, chunk=self.planned.id, **given)  # type: ignore[arg-type] # as it takes them

    @property
    def chunk(self) -> Chunk:
        return next(self.chunks.of(WEEK))


def crowd(count: int = 3) -> list[Person]:
    return [person(f"p{number}") for number in range(count)]


def test_all_of_a_chunk_get_one_mail_by_one_call_and_words_are_written_once() -> None:
    hall = Hall(crowd(50))
    assert hall.send() == DigestEnd("sent", "50 of 50")
    assert hall.send().state == "taken"
    assert (len(hall.bulk.taken), hall.paper.written) == (1, 1)
    assert sorted(hall.bulk.mails()) == sorted(one.id for one in hall.people)
    assert dict(hall.chunk.outcomes()) == {one.id: "sent" for one in hall.people}


def test_who_reads_something_else_gets_it_by_a_call_of_its_own() -> None:
    hall = Hall([*crowd(2), person("zoe", department="Packing")])
    hall.send()
    assert sorted(len(bundle.copies) for bundle in hall.bulk.taken) == [1, 2]


def test_each_copy_says_what_a_mail_alone_would_say() -> None:
    hall = Hall(crowd(1))
    hall.send()
    [bundle] = hall.bulk.taken
    [copy] = bundle.copies
    alone = digest_mail(week=WEEK, reader=hall.people[0], desk=hall.desk, now=hall.clock.now())
    assert alone
    assert {**bundle.headers, **copy.headers} == alone.headers
    assert copy.tags == {**alone.tags, "chunk": hall.planned.id}
    assert bundle.printed.text.replace("{{{choice}}}", copy.choice).replace("\u2060", "") == alone.text
    assert copy.choice in alone.html


def test_braces_that_somebody_wrote_open_no_gap() -> None:
    hall = Hall(crowd(1))
    hall.send()
    printed = hall.bulk.taken[0].printed
    assert [words.count("{{") for words in (printed.subject, printed.text, printed.html)] == [0, 1, 1]


@pytest.mark.parametrize(
    ("fate", "outcome"),
    [(Answered(Fate.REFUSED, "MESSAGE_REJECTED"), "refused: MESSAGE_REJECTED"), (Answered(Fate.ALONE, "FAILED"), "")],
)
def test_what_fails_for_one_fails_for_nobody_else(fate: Answered, outcome: str) -> None:
    hall = Hall(crowd(), Bulk({"id-p1": fate}))
    hall.send()
    told = dict(hall.chunk.outcomes())
    assert (told["id-p0"], told.get("id-p1", "")) == ("sent", outcome)
    assert [message["person"] for message in hall.queue.messages] == ([] if outcome else ["id-p1"])


@pytest.mark.parametrize("status", [Fate.LATER, Fate.PAUSED])
def test_what_the_mail_service_does_not_take_now_goes_later_and_nothing_twice(status: Fate) -> None:
    hall = Hall(crowd(), Bulk({"id-p1": Answered(status, "not now")}))
    end = _ended(hall.send)
    assert end == ("later" if status is Fate.LATER else "paused")
    hall.bulk.fates.clear()
    hall.send()
    sent = [[copy.person for copy in bundle.copies] for bundle in hall.bulk.taken]
    assert sent == [["id-p0", "id-p1", "id-p2"], ["id-p1"]]
    assert hall.chunk.state == ENDED


@pytest.mark.parametrize(("trouble", "end"), [(Unavailable("away"), "later"), (Paused("paused"), "paused")])
def test_a_call_that_took_nothing_is_given_back_whole(trouble: Exception, end: str) -> None:
    hall = Hall(crowd(), Bulk(fails=[trouble]))
    assert _ended(hall.send) == end
    hall.send()
    assert sorted(hall.bulk.mails()) == ["id-p0", "id-p1", "id-p2"]


def test_a_call_that_is_refused_because_of_one_is_made_for_each_alone() -> None:
    hall = Hall(crowd(), Bulk(fails=[Refused("an address")]))
    hall.send()
    assert set(hall.chunk.ends.values()) == {ALONE}
    assert [message["person"] for message in hall.queue.messages] == ["id-p0", "id-p1", "id-p2"]


def test_whoever_takes_over_from_a_sender_that_died_leaves_out_whose_mail_went() -> None:
    hall = Hall(crowd(), Bulk(fails=[RuntimeError("it died")]))
    with pytest.raises(RuntimeError):
        hall.send()
    assert hall.send() == DigestEnd("later", "somebody is sending it")
    hall.chunks.reported(WEEK, hall.planned.id, ["id-p0", "id-p2"])
    hall.clock.moment += LATER
    hall.send()
    assert hall.bulk.mails() == ["id-p1"]
    assert set(dict(hall.chunk.outcomes()).values()) == {"sent"}


def test_a_chunk_whose_senders_died_twice_is_left_to_a_person_and_a_late_report_settles_it() -> None:
    hall = Hall(crowd(1), Bulk(fails=[RuntimeError("it died"), RuntimeError("again")]))
    for _ in range(2):
        with pytest.raises(RuntimeError):
            hall.send()
        hall.clock.moment += LATER
    assert hall.send().state == "in doubt"
    assert dict(hall.chunk.outcomes())["id-p0"].startswith("in doubt")
    hall.chunks.reported(WEEK, hall.planned.id, ["id-p0"])
    assert dict(hall.chunk.outcomes()) == {"id-p0": "sent"}


def test_who_left_or_wants_none_since_planning_gets_none_and_it_says_why() -> None:
    hall = Hall([person("ada"), person("bob"), person("cleo")])
    hall.directory.known["id-bob"] = replace(hall.directory.known["id-bob"], digest="off")
    del hall.directory.known["id-cleo"]
    hall.send()
    told = dict(hall.chunk.outcomes())
    assert told == {"id-ada": "sent", "id-bob": "skipped: asked for none", "id-cleo": "skipped: is no longer here"}


def test_no_call_holds_more_than_the_turn_lets_go_and_each_turn_is_waited_for() -> None:
    hall = Hall(crowd(50), pace=Pace(20, timedelta(seconds=1)))
    hall.send()
    assert [len(bundle.copies) for bundle in hall.bulk.taken] == [20, 20, 10]
    assert [round(wait) for wait in hall.slept] == [1, 2]


def _ended(send: Callable[[], DigestEnd]) -> str:
    try:
        return send().state
    except Paused:
        return "paused"
