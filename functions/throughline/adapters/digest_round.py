"""One batch of digests: turns are taken for all of them at once, and each waits for its own."""

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from throughline.domain.fetching import Later
from throughline.domain.sending import Turns
from throughline.domain.week import Week
from throughline.errors import Paused
from throughline.ports import PatientQueue, Sending
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.fetch_responses import delay_of
from throughline.usecases.preview_digest import CLAIM
from throughline.usecases.send_digest import DigestEnd
from throughline.usecases.settle_week import EVERYBODY, settle_week

GIVE_UP = timedelta(days=6)
TOO_LATE = DigestEnd("skipped", "it waited so long that the next one is due")
TO_SPARE = timedelta(seconds=20)  # a call gives up before, and what is left is queued again
A_WHILE, A_SECOND, A_CALL = timedelta(minutes=1), timedelta(seconds=1), timedelta(seconds=2)
NO_DIGEST, NOTED_AT_ONCE = "later", 100
Message = Mapping[str, Any]


@dataclass
class Waiting:
    """The turns of a batch: nobody sends before its turn begins, nor once the turns of others have.

    So many turns are `ours` in all. Whoever is behind takes none of them up at once, and no call is made that might not
    be back by the `deadline`. What the mail service `took` is told week by week.
    """

    turns: Turns
    clock: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    ours: int | None = None
    deadline: datetime | None = None
    took: Callable[[Week, int], None] = lambda _week, _mails: None
    _left: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """The first has not begun."""
        self._next = self.turns.at

    def fresh(self) -> None:
        """Begin with a turn of one's own."""
        self._left = 0

    def room(self) -> int:
        """How many may go by the next call; waits until it is at least one. 0 when no more may go."""
        now = self.clock()
        begins = now if self._left else max(self._next, now)
        if self.over(begins) or not (self._left or self._are_ours(begins)):
            return 0
        if not self._left:
            if begins > now:
                self.sleep((begins - now).total_seconds())
            self._next = begins + self.turns.pace.every
            self._left = self.turns.pace.mails
        return self._left

    def over(self, moment: datetime) -> bool:
        """Whether a call that begins then might be cut off."""
        return self.deadline is not None and moment >= self.deadline

    def _are_ours(self, moment: datetime) -> bool:
        """Whether turns that begin then are; a call may take longer than a turn that is shorter than a second."""
        if self.ours is None:
            return True
        every = self.turns.pace.every
        return moment < self.turns.at + self.ours * every + (A_CALL if every < A_SECOND else timedelta())

    def used(self, mails: int) -> None:
        """So many went."""
        self._left -= mails


Send = Callable[[Message, Waiting], DigestEnd]


@dataclass(frozen=True)
class RoundDesk:
    """What a round works with: `send` sends what a message asks for, `late` ends what waited too long.

    What asks for no mail waits for no turn: its week is settled by the `editor`. What is put off waits longer by its
    share (`spread`, from 0 to 1), which keeps all from coming at once. No call begins after the `deadline`; `tell` lets
    an operator know that sending is paused, `count` notes how many of a week went.
    """

    sending: Sending
    queue: PatientQueue
    clock: Callable[[], datetime]
    send: Send
    late: Callable[[Message, DigestEnd], None]
    editor: DigestEditor
    sleep: Callable[[float], None] = time.sleep
    spread: Callable[[], float] = random.random
    deadline: datetime | None = None
    tell: Callable[[], None] = lambda: None
    count: Callable[[Week, int], None] = lambda _week, _mails: None


class Round:
    """The messages of one batch, all in their turns or all later."""

    def __init__(self, desk: RoundDesk, messages: Sequence[Message]) -> None:
        self._desk = desk
        messages = [one for one in messages if asks_for_mail(one) and not self._held(one)]
        sizes = sizes_of(messages)
        taken = desk.sending.take(sizes, desk.clock()) if messages else None
        self._ours = taken.groups if isinstance(taken, Turns) and len(sizes) > 1 else len(messages)
        self._later = taken if isinstance(taken, Later) else None
        self._turn = self._waiting(taken, sizes) if isinstance(taken, Turns) else None
        self._went = Counter[Week]()

    def take(self, message: dict[str, Any]) -> str:
        """Send it in its turn, or let it wait."""
        if not asks_for_mail(message):
            return str(settle_week(Week.parse(message["week"]), self._desk.editor))
        held = self._held(message)
        if held:
            return str(DigestEnd("held", held))
        self._ours -= 1
        if self._turn is None or self._ours < 0 or self._turn.over(self._desk.clock()):
            return self._put_off(message, self._later)
        try:
            end = self._desk.send(message, self._turn)
        except Paused as paused:
            self._later, self._turn = self._desk.sending.pause(str(paused), self._desk.clock()), None
            self._desk.tell()
            return self._put_off(message, self._later)
        if end.message_id and message["person"] != CLAIM:
            self._took(Week.parse(message["week"]), 1)
        if end.state == NO_DIGEST:
            return self._put_off(message, Later(self._desk.clock() + A_WHILE, end.reason))
        return str(end)

    def counted(self) -> None:
        """Note how many mails went; they count for so much less if their worker dies before."""
        for week in tuple(self._went):
            self._desk.count(week, self._went.pop(week))

    def _took(self, week: Week, mails: int) -> None:
        """What goes is noted for so many at once: each note is a call, and too late a one makes bounces look many."""
        self._went[week] += mails
        if self._went[week] >= NOTED_AT_ONCE:
            self.counted()

    def _waiting(self, taken: Turns, sizes: Sequence[int]) -> Waiting:
        ours = taken.pace.turns(sizes[: taken.groups])
        return Waiting(taken, self._desk.clock, self._desk.sleep, ours, self._desk.deadline, self._took)

    def _held(self, message: Message) -> str:
        """Why its week may not go yet; such a message takes no turn. The preview goes all the same."""
        try:
            return self._desk.editor.held(Week.parse(message["week"])) if message.get("person") != CLAIM else ""
        except (KeyError, TypeError, ValueError):  # it fails alone
            return ""

    def _put_off(self, message: dict[str, Any], later: Later | None) -> str:
        now = self._desk.clock()
        if now - datetime.fromisoformat(message["at"]) > GIVE_UP:
            self._desk.late(message, TOO_LATE)
            return str(TOO_LATE)
        wait = later or Later(now, "")
        self._desk.queue.put([message], delay=delay_of(wait, now, self._desk.spread()))
        return f"{NO_DIGEST}: {wait.reason}"


def deadline_of(context: Any, now: datetime) -> datetime | None:
    """The latest moment to begin a call before the function is stopped; None where nobody stops it."""
    left = getattr(context, "get_remaining_time_in_millis", None)
    return now + timedelta(milliseconds=left()) - TO_SPARE if left else None


def asks_for_mail(message: Message) -> bool:
    """Whether it needs a turn."""
    return message.get("person") != EVERYBODY


def sizes_of(messages: Sequence[Message]) -> list[int]:
    """How many mails go together: each chunk by itself, single ones in the same turns where there are no others."""
    if any("chunk" in message for message in messages):
        return [int(message.get("mails", 1)) for message in messages]
    return [len(messages)]


def messages_in(event: Mapping[str, Any]) -> list[Message]:
    """The messages of a batch that can be read."""
    found: list[Message] = []
    for record in event.get("Records", ()):
        try:
            message = json.loads(record["body"])
        except (ValueError, RecursionError):
            continue
        found += [message] if isinstance(message, dict) else []
    return found
