"""What is read in a delivery, and whom it makes known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fakes import FixedClock, MemoryAtlas, MemoryLedger, MemoryQueue
from fakes.values import HEAD, NOW, small_map
from throughline.domain.delivery import COUNTED_ONLY, Delivery, delivery_of, line_of_response
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Complete, Ignored, NeedsFetch, Reading
from throughline.errors import Refused
from throughline.usecases.read_delivery import MOST_VERSIONS, DeliveryDesk, as_version, read_delivery

ANSWER = Answer("typeform", "s1", "r1", "q1", metric=Metric.NPS, score=3, revision=7, received_at=NOW)
UNMAPPED = replace(ANSWER, metric=None, score=None, hints={"question": "How likely?", "value": "not to be told"})


class Room:
    """A ledger, an atlas, and a reader that says what it is told to."""

    def __init__(self, says: Reading | Refused) -> None:
        self.clock = FixedClock()
        self.ledger, self.atlas, self.fetch = MemoryLedger(self.clock), MemoryAtlas(), MemoryQueue()
        self.atlas.maps.replace(small_map(cx_manager="cx@shop.example"))
        self.says = says

    def keep(self, raw: bytes = b"{}") -> Delivery:
        reading = None if isinstance(self.says, Refused) else self.says
        delivery = delivery_of("typeform", raw, {"Content-Type": "x", "Cookie": "y"}, reading, self.clock.now())
        assert self.ledger.deliveries.put(delivery)
        return delivery

    def read(self, delivery: Delivery) -> str:
        desk = DeliveryDesk(
            self.ledger.deliveries,
            self.atlas.mappings,
            self.ledger.facts,
            self.ledger.contacts,
            self.ledger.told,
            self.fetch,
            self._said,
            self.atlas.maps.current,
            lambda: HEAD,
        )
        return read_delivery(line=delivery.line, name=delivery.name, desk=desk, now=self.clock.now())

    def _said(self, _delivery: Delivery, mapping: SurveyMap) -> Reading:
        assert mapping.source == "typeform"
        if isinstance(self.says, Refused):
            raise self.says
        return self.says

    @property
    def letters(self) -> list[Mapping[str, Any]]:
        return [letter.fields for letter in self.ledger.letters.written.values()]


def test_a_delivery_stands_in_the_line_of_its_response_and_keeps_few_headers() -> None:
    delivery = Room(Complete((ANSWER,), "1 answer")).keep()
    assert delivery.line == ANSWER.line == line_of_response("typeform", "r1")
    assert dict(delivery.headers) == {"content-type": "x"}
    assert delivery.survey_id == "s1"


@pytest.mark.parametrize(
    "reading", [None, Ignored("no response"), Complete((ANSWER, replace(ANSWER, response_id="r2")), "2 answers")]
)
def test_what_names_no_single_response_has_a_line_of_its_own(reading: Reading | None) -> None:
    first, same, other = (delivery_of("typeform", raw, {}, reading, NOW) for raw in (b"1", b"1", b"2"))
    assert first.line == same.line != other.line
    assert first.line not in (ANSWER.line, replace(ANSWER, response_id="r2").line)


def test_answers_are_recorded_under_the_vendors_revision_and_the_mappings() -> None:
    room = Room(Complete((ANSWER,), "1 answer"))
    delivery = room.keep()
    assert [room.read(delivery), room.read(delivery)] == ["recorded", "repeated"]
    room.atlas.mappings.put(MappedSurvey("typeform", "s1", (Question("q1", Metric.NPS, (0, 10)),)))
    assert room.read(delivery) == "recorded"
    (answer,) = room.ledger.facts.line(ANSWER.line).answers
    assert answer.revision == 7 * MOST_VERSIONS + 1


@pytest.mark.parametrize(("revision", "version", "later"), [(7, 0, (7, 1)), (7, 9_999, (8, 0)), (7, 20_000, (8, 0))])
def test_a_vendors_later_revision_stands_above_every_mapping(
    revision: int, version: int, later: tuple[int, int]
) -> None:
    first = as_version(replace(ANSWER, revision=revision), version)
    assert first.revision < as_version(replace(ANSWER, revision=later[0]), later[1]).revision


def test_what_is_read_again_after_a_week_is_counted_only() -> None:
    room = Room(Complete((ANSWER,), "1 answer"))
    delivery = room.keep()
    room.clock.moment += timedelta(days=8)
    room.read(delivery)
    (answer,) = room.ledger.facts.line(ANSWER.line).answers
    assert answer.hints[COUNTED_ONLY] is True


def test_unmapped_questions_are_told_once_those_that_come_together_in_one_mail() -> None:
    others = tuple(replace(UNMAPPED, question_key=f"q{at}") for at in range(2, 5))
    room = Room(Complete((UNMAPPED, *others[:2]), "", ("q1", "q2", "q3")))
    room.read(room.keep(b"1"))
    room.read(room.keep(b"2"))
    room.says = Complete((UNMAPPED, others[2]), "", ("q1", "q4"))
    room.read(room.keep(b"3"))
    told = [[one["key"] for one in fields["questions"]] for fields in room.letters]
    assert told == [["q1", "q2", "q3"], ["q4"]]
    assert room.letters[0]["questions"][0]["title"] == "How likely?"
    assert "not to be told" not in str(room.letters)


def test_without_a_cx_manager_nobody_is_told_until_there_is_one() -> None:
    room = Room(Complete((UNMAPPED,), "", ("q1",)))
    room.atlas.maps.replace(small_map())
    room.read(room.keep(b"1"))
    assert room.letters == []
    room.atlas.maps.replace(small_map(cx_manager="cx@shop.example"))
    room.read(room.keep(b"2"))
    assert len(room.letters) == 1


def test_ids_are_asked_for_and_the_delivery_waits_until_they_came() -> None:
    room = Room(NeedsFetch("s1", ("r1",), "ids only"))
    delivery = room.keep()
    assert room.read(delivery) == "asked for"
    (wanted,) = room.fetch.messages
    assert (wanted["pk"], wanted["sk"]) == (delivery.line, delivery.name)
    assert (delivery.line, delivery.name) in room.ledger.waits


def test_of_what_is_ignored_no_body_stays() -> None:
    room = Room(Ignored("no response"))
    delivery = room.keep(b"words")
    assert room.read(delivery) == "ignored: no response"
    assert room.ledger.deliveries.held[delivery.line, delivery.name] is None
    assert room.read(delivery) == "it is gone"


def test_what_can_not_be_read_is_set_aside_once_and_read_when_it_can_be() -> None:
    room = Room(Refused("No form.", field="x"))
    delivery = room.keep(b"words")
    assert {room.read(delivery) for _ in range(2)} == {"set aside: it can't be read"}
    assert [one.reason for one in room.ledger.facts.asides()] == ["No form. (x)"]
    assert (delivery.line, delivery.name) not in room.ledger.waits
    room.says = Complete((ANSWER,), "1 answer")
    assert room.read(delivery) == "recorded"


def test_a_body_of_several_responses_goes_since_its_answers_say_all() -> None:
    room = Room(Complete((ANSWER, replace(ANSWER, response_id="r2")), "2 answers"))
    delivery = room.keep()
    assert room.read(delivery) == "recorded"
    assert room.ledger.deliveries.held[delivery.line, delivery.name] is None
