"""One batch of digests: turns are taken for all of them at once, and each waits for its own."""

import json
import random
import time
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
from throughline.usecases.send_digest import DigestEnd
from throughline.usecases.settle_week import EVERYBODY, settle_week

GIVE_UP = timedelta(days=6)
TOO_LATE = DigestEnd("skipped", "it waited so long that the next one is due")
A_WHILE = timedelta(minutes=1)
NO_DIGEST = "later"
Message = Mapping[str, Any]


@dataclass
class Waiting:
    """The turns of a batch: nobody sends before its turn begins."""

    turns: Turns
    clock: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    _left: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """The first has not begun."""
        self._next = self.turns.at

    def fresh(self) -> None:
        """Begin with a turn of one's own."""
        self._left = 0

    def room(self) -> int:
        """How many may go by the next call; waits until it is at least one."""
        if not self._left:
            ahead = (self._next - self.clock()).total_seconds()
            if ahead > 0:
                self.sleep(ahead)
            self._next += self.turns.pace.every
            self._left = self.turns.pace.mails
        return self._left

    def used(self, mails: int) -> None:
        """So many went."""
        self._left -= mails


Send = Callable[[Message, Waiting], DigestEnd]


@dataclass(frozen=True)
class RoundDesk:
    """What a round works with: `send` sends what a message asks for, `late` ends what waited too long.

    What asks for no mail waits for no turn: its week is settled by the `editor`.
    """

    sending: Sending
    queue: PatientQueue
    clock: Callable[[], datetime]
    send: Send
    late: Callable[[Message, DigestEnd], None]
    editor: DigestEditor
    sleep: Callable[[float], None] = time.sleep


class Round:
    """The messages of one batch, all in their turns or all later."""

    def __init__(self, desk: RoundDesk, messages: Sequence[Message]) -> None:
        self._desk = desk
        messages = [one for one in messages if asks_for_mail(one)]
        sizes = sizes_of(messages)
        taken = desk.sending.take(sizes, desk.clock()) if messages else None
        self._ours = taken.groups if isinstance(taken, Turns) and len(sizes) > 1 else len(messages)
        self._later = taken if isinstance(taken, Later) else None
        self._turn = Waiting(taken, desk.clock, desk.sleep) if isinstance(taken, Turns) else None

    def take(self, message: dict[str, Any]) -> str:
        """Send it in its turn, or let it wait."""
        if not asks_for_mail(message):
            return str(settle_week(Week.parse(message["week"]), self._desk.editor))
        self._ours -= 1
        if self._turn is None or self._ours < 0:
            return self._put_off(message, self._later)
        try:
            end = self._desk.send(message, self._turn)
        except Paused as paused:
            self._later, self._turn = self._desk.sending.pause(str(paused), self._desk.clock()), None
            return self._put_off(message, self._later)
        if end.state == NO_DIGEST:
            return self._put_off(message, Later(self._desk.clock() + A_WHILE, end.reason))
        return str(end)

    def _put_off(self, message: dict[str, Any], later: Later | None) -> str:
        now = self._desk.clock()
        if now - datetime.fromisoformat(message["at"]) > GIVE_UP:
            self._desk.late(message, TOO_LATE)
            return str(TOO_LATE)
        wait = later or Later(now, "")
        spread = random.random()  # noqa: S311 - keeps all from coming at once
        self._desk.queue.put([message], delay=delay_of(wait, now, spread))
        return f"{NO_DIGEST}: {wait.reason}"


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
