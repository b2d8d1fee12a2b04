"""Read what a survey vendor sent: its answers are recorded, what it only names is asked for, nothing is guessed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from throughline.domain.delivery import COUNTED_ONLY, LATE, Delivery, lines_of, told_of
from throughline.domain.journey import JourneyMap
from throughline.domain.survey import CONTACT_WANTED, Answer
from throughline.domain.survey_mapping import MappedSurvey, SurveyMap
from throughline.domain.survey_reading import Complete, NeedsFetch, Reading
from throughline.errors import Refused
from throughline.ports import Contacts, Facts, Queue
from throughline.usecases.letters import Letterhead
from throughline.usecases.record_answers import record_answers
from throughline.usecases.set_aside import set_aside
from throughline.usecases.tell_unmapped import Told, tell_unmapped

MOST_VERSIONS = 10_000


class Deliveries(Protocol):
    """What vendors sent, as it came."""

    def find(self, line: str, name: str) -> Delivery | None:
        """One of them; None when it is gone, or its line has been erased."""

    def done(self, delivery: Delivery, outcome: str, *, keep: bool) -> None:
        """Note that it was read; without `keep` its body goes."""

    def put(self, delivery: Delivery) -> bool:
        """Keep and announce it unless it is there; whether it is new."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What is mapped for a source; `versions` counts how often each survey's mapping changed."""

    surveys: tuple[MappedSurvey, ...] = ()
    versions: Mapping[str, int] = field(default_factory=dict)

    @property
    def changes(self) -> int:
        """How often any of them changed."""
        return sum(self.versions.values())


class Mappings(Protocol):
    """What the questions of surveys mean."""

    def of(self, source: str, *, changes: int = 0) -> Mapped:
        """All mapped surveys of a source, after at least so many changes."""

    def put(self, survey: MappedSurvey) -> int | None:
        """Take a mapping over; its version, None when it stands so already."""


@dataclass(frozen=True, slots=True)
class DeliveryDesk:
    """What reading needs: the stores, the vendors' readers, and whom to tell of questions that nobody mapped."""

    deliveries: Deliveries
    mappings: Mappings
    facts: Facts
    contacts: Contacts
    told: Told
    fetch: Queue
    read: Callable[[Delivery, SurveyMap], Reading]
    journey_map: Callable[[], JourneyMap | None]
    head: Callable[[], Letterhead]


def read_delivery(*, line: str, name: str, desk: DeliveryDesk, now: datetime, changes: int = 0) -> str:
    """Read one delivery by the mapping as it is now; what became of it, in words that are counted.

    It knows of at least so many `changes` of its source's mappings. Reading it again by the same mapping
    changes nothing. What can't be read is set aside with the reason.
    """
    delivery = desk.deliveries.find(line, name)
    if delivery is None:
        return "it is gone"
    mapped = desk.mappings.of(delivery.source, changes=changes)
    try:
        reading = desk.read(delivery, SurveyMap(delivery.source, mapped.surveys, desk.head().root))
    except Refused as refused:
        return _unreadable(delivery, f"{refused.what} ({refused.field})", desk, now)
    match reading:
        case Complete():
            return _recorded(delivery, reading, mapped, desk, now)
        case NeedsFetch():
            desk.fetch.put(list(_wanted(delivery, reading)))
            return "asked for"  # and waits on, so that it is asked for again should that get lost
        case _:
            desk.deliveries.done(delivery, reading.reason, keep=False)
            return f"ignored: {reading.reason}"


def _unreadable(delivery: Delivery, reason: str, desk: DeliveryDesk, now: datetime) -> str:
    set_aside(words=told_of(delivery), reason=reason, seen="survey", now=now, facts=desk.facts)
    desk.deliveries.done(delivery, "set aside", keep=True)  # another mapping, or a better reader, may read it
    return "set aside: it can't be read"


def _recorded(delivery: Delivery, reading: Complete, mapped: Mapped, desk: DeliveryDesk, now: datetime) -> str:
    """Where a body tells of other lines than its own, its answers say all that is kept of it.

    So they do where a customer asked to be contacted: what they left is sealed, and stands nowhere else.
    """
    late, head = now - delivery.received_at > LATE, desk.head()
    answers, wishes = list(_as_kept(reading.answers, mapped, late=late)), () if late else reading.wishes
    recorded = record_answers(answers=answers, root=head.root, facts=desk.facts, wishes=wishes, contacts=desk.contacts)
    unmapped = [one for one in reading.answers if one.question_key in reading.unmapped]
    tell_unmapped(answers=unmapped, told=desk.told, journey_map=desk.journey_map, head=head)
    desk.deliveries.done(delivery, "read", keep=lines_of(reading) == {delivery.line} and not wishes)
    return "recorded" if recorded.written else "repeated"


def _as_kept(answers: Sequence[Answer], mapped: Mapped, *, late: bool) -> Iterator[Answer]:
    for one in answers:
        hints = {**one.hints, COUNTED_ONLY: True, **_no_more_asked(one)} if late else one.hints
        yield as_version(replace(one, hints=hints), mapped.versions.get(one.survey_id, 0))


def _no_more_asked(answer: Answer) -> Mapping[str, bool]:
    """After so long nobody calls back."""
    return {CONTACT_WANTED: False} if CONTACT_WANTED in answer.hints else {}


def as_version(answer: Answer, version: int) -> Answer:
    """The vendor's revision counts first, then the mapping's, so that another mapping reads the same anew."""
    return replace(answer, revision=answer.revision * MOST_VERSIONS + min(version, MOST_VERSIONS - 1))


def _wanted(delivery: Delivery, reading: NeedsFetch) -> Iterable[Mapping[str, str]]:
    for response in reading.response_ids:
        yield {
            "id": delivery.name.partition("#")[2],
            "pk": delivery.line,
            "sk": delivery.name,
            "source": delivery.source,
            "survey": reading.survey_id,
            "response": response,
        }
