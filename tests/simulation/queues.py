"""SQS as it is promised: at least once, in any order, hidden while somebody works on it, put away after five tries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fakes import FixedClock
from simulation.faults import Nature

MOST_TRIES = 5
HIDDEN = timedelta(minutes=3)
Body = Mapping[str, Any]


@dataclass
class Message:
    """One message: what it says, when it may be seen, how often it was handed out."""

    body: Body
    visible: datetime
    tries: int = 0


@dataclass
class SimQueue:
    """One queue with the place for what failed too often; `ever` is everything it was given."""

    name: str
    clock: FixedClock
    nature: Nature
    waiting: list[Message] = field(default_factory=list)
    failed: list[Body] = field(default_factory=list)
    ever: list[Body] = field(default_factory=list)

    def put(self, messages: Sequence[Body], *, delay: int = 0) -> None:
        """Take all, to be seen after so many seconds; some come twice."""
        self.give(messages, timedelta(seconds=delay))
        if self.nature.happens(self.nature.weather.duplicate):
            self.give(messages[:1])

    def give(self, messages: Sequence[Body], after: timedelta = timedelta()) -> None:
        """Take all, to be seen after a while."""
        self.ever += messages
        self.waiting += [Message(one, self.clock.now() + after) for one in messages]

    def has_some(self) -> bool:
        """Whether anything can be seen."""
        now = self.clock.now()
        return any(one.visible <= now for one in self.waiting)

    def take(self, most: int) -> list[Message]:
        """Some that can be seen, in any order; those tried too often are put away."""
        now = self.clock.now()
        seen = [one for one in self.waiting if one.visible <= now]
        taken = self.nature.rng.sample(seen, min(most, len(seen)))
        spent = [one for one in taken if one.tries >= MOST_TRIES]
        self.failed += [one.body for one in spent]
        for one in taken:
            one.tries += 1
            one.visible = now + HIDDEN
        self._drop(spent)
        return [one for one in taken if one.tries <= MOST_TRIES]

    def done(self, messages: list[Message]) -> None:
        """They were handled; a few are handed out again all the same."""
        again = self.nature.weather.duplicate / 2
        self._drop([one for one in messages if not self.nature.happens(again)])

    def release(self) -> None:
        """What failed gets another chance."""
        failed, self.failed = self.failed, []
        self.waiting += [Message(one, self.clock.now()) for one in failed]

    def _drop(self, messages: list[Message]) -> None:
        gone = {id(one) for one in messages}
        self.waiting = [one for one in self.waiting if id(one) not in gone]
