"""`python -m operate.bench.kills --runs N --workers M`, run beside a stack that is up; prints JSON.

Notes, mails, events and answers go down the line while functions are killed at their calls, and while the
local AWS's own workers are killed at random. Afterwards each must have become one case, and each of its
mails must have gone once.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from itertools import islice
from typing import Any

from operate.bench.killed import Kill
from operate.bench.killed_workers import kill_a_worker
from operate.bench.killing import DOORS, QUEUES, SAID, TOUCHPOINT, WRITER, Line, Told
from operate.demo.doors import TookTooLongError, send_json, until
from operate.local.checkout import find_checkout
from operate.local.outbox import Outbox
from operate.stack import find_stack
from operate.wire import open_ledger
from throughline.domain.letter import Posted
from throughline.domain.score import Tally
from throughline.domain.seal import line_of
from throughline.domain.shares import Asked
from throughline.domain.survey import Metric
from throughline.domain.week import Week

LATER = timedelta(hours=2)
HOURS, ROUND, SETTLING_SECONDS, QUIET_SECONDS = 4, 24, 20.0, 6.0
FINE, VISIBLE = (200, 201), "VisibilityTimeout"
DOOR_OF = {"tally_answer": "survey_answered"}


class Trial:
    """Rounds of things told, each killed once; what was found wanting."""

    def __init__(self, line: Line) -> None:
        self.line, self.ledger = line, open_ledger(line.stack)
        self.outbox = Outbox(find_checkout().outbox)
        self.runs, self.killed = 0, 0
        self.broken: list[str] = []

    # ── functions that die at their calls ──
    def rounds(self, runs: int, seed: int) -> None:
        """So many things told, in rounds; the first learns how many calls each function makes."""
        with self.line.in_our_hands():
            self.round([Told(door) for door in DOORS])
            kills = self._kills(random.Random(seed))  # noqa: S311 - an order, no secret
            while self.runs < runs:
                carriers = [
                    Kill(call, after) for call in range(1, self.line.calls["carry"] + 1) for after in (False, True)
                ]
                self.round(list(islice(kills, min(ROUND, runs - self.runs))))
                self.round([Told(door) for door in DOORS[:2]], carriers[self.runs % len(carriers)])

    def _kills(self, dice: random.Random) -> Iterator[Told]:
        """What is killed where, over and over, each time in another order."""
        while True:
            known = list(self._each_kill())
            dice.shuffle(known)
            yield from known

    def _each_kill(self) -> Iterator[Told]:
        """Each end of each call of each function, by a door that leads there; and two consumers at once."""
        for function, calls in self.line.calls.items():
            for kill in _ends(calls) if function != "carry" else ():
                door = function if function in DOORS else DOOR_OF.get(function, DOORS[kill.call % len(DOORS)])
                yield Told(door, function, kill)
        yield from (Told("survey_answered", twins=function) for function in QUEUES.values())

    def round(self, told: list[Told], carrier: Kill | None = None) -> None:
        """All of it comes in and goes down the line; the hours after; then it is judged."""
        before, about = self._counted(), [str(one) for one in told]
        self.line.waiting = told
        for one in told:
            self.line.take_in(one)
        self.line.flow(carrier=carrier)
        self.settle(told)
        self.judge(told, about)
        surveys = sum(one.door == "survey_answered" for one in told)
        if self._counted() - before != surveys:
            self.broken.append(f"{surveys} answers were counted as {self._counted() - before}: {about}")
        self.runs += len(told)

    def settle(self, told: Sequence[Told]) -> None:
        """Reports come in, then hours pass until nothing waits."""
        for hour in range(1, HOURS + 1):
            self._reported(told)
            if not any(self._waits(one) for one in told):
                return
            self.line.sweep(LATER * hour)
            self.line.flow(LATER * hour)

    def _reported(self, told: Sequence[Told]) -> None:
        """Wait until the mail service's word of every mail that went is noted; what is not is found wanting later."""
        try:
            until("the reports", lambda: all(self._sent(*mail) for mail in self._mails(told)), SETTLING_SECONDS)
        except TookTooLongError as late:
            print(late, file=sys.stderr)

    # ── what is wanting ──
    def judge(self, told: Sequence[Told], about: Sequence[str]) -> None:
        """Each became one case; each of its mails went once; nothing waits."""
        mails = self._mails(told)
        for one, name in zip(told, about, strict=True):
            self.broken += [f"{name}: {wrong}" for wrong in self._wrong(one, mails)]

    def _wrong(self, told: Told, mails: Counter[tuple[str, str]]) -> Iterator[str]:
        items = list(self.ledger.record.query(told.line)) if told.line else []
        if sum(item.sk.startswith("case#") for item in items) != 1:
            yield f"{[item.sk for item in items]} is not one case"
        for item in items:
            if item.pending:
                yield f"{item.sk} still waits"
            if item.sk.startswith("letter#") and (item.state, mails[told.line, item.sk]) != (Posted.SENT.value, 1):
                yield f"{item.sk} is {item.state} and went {mails[told.line, item.sk]} times"

    def _waits(self, told: Told) -> bool:
        return not told.line or any(item.pending for item in self.ledger.record.query(told.line))

    def _sent(self, line: str, name: str) -> bool:
        return bool(self.ledger.record.get(line, name).state == Posted.SENT.value)

    def _mails(self, told: Sequence[Told]) -> Counter[tuple[str, str]]:
        lines = {one.line for one in told}
        tags = [mail.tags for mail in self.outbox.all() if "letter" in mail.tags]
        names = [(bytes.fromhex(one["line"]).decode(), bytes.fromhex(one["letter"]).decode()) for one in tags]
        return Counter(name for name in names if name[0] in lines)

    def _counted(self) -> int:
        week = self.ledger.figures.week(Week.of(self.ledger.clock.now()))
        return week.get(Asked.usual(Metric.NPS), Tally()).answered

    # ── workers that are killed ──
    def workers(self, kills: int) -> None:
        """Notes go in by the site while the local AWS's own workers are killed; then the hours after."""
        told: list[Told] = []
        with tries_after(self.line, "2"):
            while self.killed < kills:
                told.append(self._posted())
                self.killed += kill_a_worker(self.line.stack.state)
            self._quiet(told)
        with self.line.in_our_hands():
            self.settle(told)
            self.judge(told, [f"{one.word} while workers are killed" for one in told])
        self.runs += len(told)

    def _posted(self) -> Told:
        told, stack = Told("feedback_form"), self.line.stack
        said = {"id": told.word, "text": SAID % told.word, "touchpoint": TOUCHPOINT, "email": WRITER}
        url = f"{stack.outputs['SiteUrl']}/f/{self.line.place}"
        taken = until("a receipt", lambda: _asked(url, said), SETTLING_SECONDS)
        told.line = line_of(self.line.root, taken["receipt"])
        return told

    def _quiet(self, told: Sequence[Told]) -> None:
        """Give what lives the time to come through; what does not is found by the sweep."""
        with suppress(TookTooLongError):
            until("the mails", lambda: not any(self._waits(one) for one in told), QUIET_SECONDS)


def _ends(calls: int) -> Iterator[Kill]:
    return (Kill(call, after) for call in range(1, calls + 1) for after in (False, True))


def _asked(url: str, said: dict[str, str]) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        answer = send_json(url, said)
        return answer.document() if answer.status in FINE else None
    return None


@contextmanager
def tries_after(line: Line, seconds: str) -> Iterator[None]:
    """What a dead worker leaves comes again so soon; a report too, or hours would pass for us before it does."""
    reports = line.sqs.get_queue_url(QueueName=f"{line.stack.name}-outcome")["QueueUrl"]
    urls = [*(line.stack.outputs[queue] for queue in QUEUES), reports]
    before = {
        url: line.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[VISIBLE])["Attributes"][VISIBLE]
        for url in urls
    }
    try:
        for url in urls:
            line.sqs.set_queue_attributes(QueueUrl=url, Attributes={VISIBLE: seconds})
        yield
    finally:
        for url, was in before.items():
            line.sqs.set_queue_attributes(QueueUrl=url, Attributes={VISIBLE: was})


def main(arguments: list[str] | None = None) -> int:
    """0 when nothing was found wanting."""
    parser = argparse.ArgumentParser(prog="python -m operate.bench.kills", description=__doc__)
    parser.add_argument("--runs", type=int, default=500, help="how many things to tell")
    parser.add_argument("--seed", type=int, default=1, help="in which order")
    parser.add_argument("--workers", type=int, default=20, help="how many workers to kill")
    asked = parser.parse_args(arguments)
    trial = Trial(Line(find_stack()))
    trial.rounds(asked.runs, asked.seed)
    trial.workers(asked.workers)
    found = {"runs": trial.runs, "kills": trial.line.kills, "workers": trial.killed, "broken": trial.broken}
    print(json.dumps(found))
    return 1 if trial.broken else 0


if __name__ == "__main__":
    sys.exit(main())
