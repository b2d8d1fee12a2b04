"""How many calls a note costs: at each door, and on its whole way to the department's mail."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import uuid4

from operate.bench.calls import Call
from operate.bench.figures import Figure
from operate.bench.pretended import pretended_stack
from operate.bench.way import Leg, Way

TEN = 10
PUBLIC = "eventbridge.PutEvents"
BESIDE = " (beside the way)"
NOTE = {"text": "The box arrived crushed and the foot of the lamp was scratched.", "touchpoint": "Opening the parcel"}
MAIL = (
    b"From: Tom <tom@drivers.example>\r\nTo: feedback@in.throughline.example\r\nSubject: The third floor\r\n"
    b"Message-ID: <%s@drivers.example>\r\n\r\nA heavy wardrobe, no lift, and the route left us no time.\r\n"
)
ANSWER = {
    "source": "own",
    "survey_id": "after-delivery",
    "question_key": "recommend",
    "metric": "nps",
    "score": 3,
    "scale_min": 0,
    "scale_max": 10,
    "answered_at": "2026-11-20T10:00:00Z",
    "verbatim": "Five weeks and my refund still has not come.",
    "touchpoint_hint": "Getting money back",
}


def call_figures(texts: Iterable[str] = ()) -> Iterator[Figure]:
    """All counts; functions are warm, as one note went through all of them before. `texts` are notes of one's own."""
    with pretended_stack() as place:
        _through(Way(place.id))
        yield _door("a note by form, taken in", place.id, 1, lambda way: way.form(_note()))
        yield _door("a note by mail, taken in", place.id, 2, lambda way: way.mail(MAIL % _name().encode(), _name()))
        yield _door("a survey answer, taken in", place.id, 1, lambda way: way.survey(_answer()))
        yield _door("a survey tool's message, taken in", place.id, 1, lambda way: way.delivery(_answer()))
        yield _read(place.id)
        yield _door("a note on the bus, taken in", place.id, 1, lambda way: way.event(_note()))
        yield _whole("a note to its mail sent, one by one", place.id, [_note()], 8)
        yield _whole("a note to its mail sent, in tens", place.id, [_note() for _ in range(TEN)], 6.5)
        yield _reported(place.id)
        own = [{"id": _name(), "text": text} for text in texts]
        for first in range(0, len(own), TEN):
            yield _whole(f"your notes from {first + 1} on", place.id, own[first : first + TEN], None)


def _through(way: Way) -> None:
    way.form(_note())
    way.mail(MAIL % _name().encode(), _name())
    way.survey(_answer())
    way.delivery(_answer())
    way.event(_note())
    way.follow()


def _door(what: str, place: str, limit: int, enter: Callable[[Way], None]) -> Figure:
    way = Way(place)
    enter(way)
    calls = _calls(way.legs)
    way.follow()
    return Figure(what, sum(calls.values()), "calls", limit, parts=calls)


def _whole(what: str, place: str, notes: list[dict[str, str]], limit: float | None) -> Figure:
    """Public events for other systems and the weekly figures are beside the way, so they are told and not counted."""
    way = Way(place)
    for note in notes:
        way.form(note)
    way.follow()
    calls = _calls(way.legs)
    counted = sum(count for name, count in calls.items() if BESIDE not in name)
    each = {name: count / len(notes) for name, count in calls.items()}
    return Figure(what, counted / len(notes), "calls", limit, parts=each)


def _reported(place: str) -> Figure:
    way = Way(place)
    way.form(_note())
    letters = way.follow()
    way.legs.clear()
    way.report(letters[0])
    calls = _calls(way.legs)
    return Figure("the mail service's report of a mail, noted", sum(calls.values()), "calls", 1, parts=calls)


def _read(place: str) -> Figure:
    """A tool's message of one answer whose question is known: looked up, recorded, noted."""
    way = Way(place)
    way.delivery(_answer())
    way.legs.clear()
    way.follow()
    legs = [leg for leg in way.legs if leg.function == "read_delivery"]
    calls = _calls(legs)
    return Figure("a survey tool's message, read", sum(calls.values()), "calls", 4, parts=calls)


def _calls(legs: Iterable[Leg]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for leg in legs:
        for call in leg.calls:
            found[f"{leg.function}: {call}{BESIDE if is_beside(call) else ''}"] += 1
    return found


def is_beside(call: Call) -> bool:
    """Whether no mail waits for it: it tells other systems, or hands a step over to be counted."""
    return str(call) == PUBLIC or (bool(call.queue) and call.queue == os.environ["TALLY_QUEUE"])


def _note() -> dict[str, str]:
    return {"id": _name(), **NOTE}


def _answer() -> dict[str, Any]:
    return {**ANSWER, "response_id": _name()}


def _name() -> str:
    return uuid4().hex
