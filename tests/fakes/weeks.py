"""What a week has to celebrate and to count, in memory."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from throughline.adapters.clock import WallClock
from throughline.domain.edition import DROPPED, PINNED, Edition, Hand
from throughline.domain.journey import folded
from throughline.domain.recognition import Change, Publicity, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked, counted, moment_key
from throughline.domain.survey import Answer
from throughline.domain.week import Week
from throughline.ports import Clock

if TYPE_CHECKING:
    from fakes.ledger import MemoryLedger


class MemoryWeeks:
    def __init__(self, room: "MemoryLedger") -> None:
        self._room = room

    def thanks(self, week: Week) -> Sequence[Thanks]:
        all_given = (one for line in self._room.lines.values() for one in line.thanks)
        given = [one for one in all_given if Week.of(one.on) == week and one.state is Publicity.PUBLISHED]
        return sorted(given, key=lambda one: (one.on, one.line, one.number))

    def changes(self, week: Week) -> Sequence[Change]:
        made = [one for line in self._room.lines.values() for one in line.changes if Week.of(one.on) == week]
        return sorted(made, key=lambda one: (one.on, one.line, one.number))


class MemoryFigures:
    def __init__(self) -> None:
        self._latest: dict[tuple[str, str], tuple[Answer, Week]] = {}

    def count(self, answer: Answer, week: Week) -> bool:
        key = (answer.line, answer.question_key)
        if key in self._latest and self._latest[key][0].revision >= answer.revision:
            return False
        self._latest[key] = (answer, week)
        return True

    def week(self, week: Week, *, at: Collection[str] | None = None) -> Mapping[Asked, Tally]:
        found: dict[Asked, Tally] = defaultdict(Tally)
        named = None if at is None else {folded(one) for one in at}
        for answer, of in self._latest.values():
            asked, tally = Asked.of(answer), counted(answer)
            if of == week and asked and tally and (named is None or folded(answer.touchpoint_hint) in named):
                found[asked] += tally
        return dict(found)

    def each(self, week: Week) -> Mapping[str, Mapping[Asked, Tally]]:
        found: dict[str, dict[Asked, Tally]] = defaultdict(lambda: defaultdict(Tally))
        for answer, of in self._latest.values():
            asked, tally = Asked.of(answer), counted(answer)
            if of == week and asked and tally:
                found[moment_key(answer.touchpoint_hint)][asked] += tally
        return {moment: dict(counts) for moment, counts in found.items()}


class MemoryReadings:
    def __init__(self) -> None:
        self._seen: dict[Week, set[str]] = defaultdict(set)

    def note(self, week: Week, reading: str) -> None:
        self._seen[week].add(reading)

    def count(self, week: Week) -> int:
        return len(self._seen[week])


class MemoryEditions:
    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or WallClock()
        self._freed: dict[Week, datetime] = {}
        self._settled: dict[Week, Edition] = {}
        self._hands: dict[Week, Hand] = defaultdict(Hand)

    def of(self, week: Week) -> tuple[Edition | None, Hand]:
        return self._settled.get(week), self._hands[week]

    def settle(self, edition: Edition) -> Edition:
        return self._settled.setdefault(Week.parse(edition.week), edition)

    def hold(self, week: Week, *, held: bool) -> None:
        self._hands[week] = replace(self._hands[week], held=held, free=not held)
        self._freed[week] = self._clock.now()

    def let_go_at(self, week: Week) -> datetime | None:
        return self._freed[week] if self._hands[week].free else None

    def mark(self, week: Week, mark: str, wish: str) -> None:
        hand = self._hands[week]
        wished = dict.fromkeys(hand.pinned, PINNED) | dict.fromkeys(hand.dropped, DROPPED) | {mark: wish}
        pinned = tuple(one for one in sorted(wished) if wished[one] == PINNED)
        dropped = tuple(one for one in sorted(wished) if wished[one] == DROPPED)
        self._hands[week] = replace(hand, pinned=pinned, dropped=dropped)

    def note(self, week: Week, words: str, by: str) -> None:
        self._hands[week] = replace(self._hands[week], note=words, by=by)
