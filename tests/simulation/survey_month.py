"""A month of survey answers for twelve departments: what they become, and how many mails anybody has for it."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from fakes.outside import ROOT
from fakes.values import HEAD
from fakes.values import answer as an_answer
from simulation.customers import MANAGER, MOMENTS, NAMES, RULED, ZONE, complaint, praise, shop
from simulation.functions import SMALLEST_GROUP
from simulation.weather import CALM
from simulation.world import World
from throughline.domain.act import Act
from throughline.domain.case import Action, Case
from throughline.domain.contact import Contact, Wish
from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.line import Line
from throughline.domain.recalling import SINGLE_MAILS
from throughline.domain.routing import Router
from throughline.domain.seal import nonce_of
from throughline.domain.survey import CONTACT_WANTED, Answer, Band, Metric
from throughline.domain.week import Week
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.carry_records import ROUTE
from throughline.usecases.keep_promises import PromiseDesk, keep_promises
from throughline.usecases.record_answers import record_answers
from throughline.usecases.tell_themes import ThemeDesk, tell_themes

BEGIN = datetime(2026, 11, 30, tzinfo=UTC)  # a Monday
DAYS, ANSWERS = 31, 80_000
MOODS = {Band.DETRACTOR: (10, range(7)), Band.PASSIVE: (22, range(7, 9)), Band.PROMOTER: (68, range(9, 11))}
SPEAK = {Band.DETRACTOR: 0.4, Band.PASSIVE: 0.12, Band.PROMOTER: 0.08}  # twelve of a hundred, all together
ASKS, IMPORTED, UNPLACED, AGAIN, LATER, HANDLED = 0.01, 0.02, 0.1, 0.03, 0.2, 0.5
BURST = 30
RISES = {16: (7, "The ladder wobbles on its third step, say {}."), 24: (10, "Die Schublade der Küche klemmt, sagt {}.")}
PEOPLE = ("Ann", "Bea", "Cem", "Dora", "Emil", "Finn", "Gita", "Hans", "Ines", "Jon")
OUTCOMES = ("gathered", "thanks", "case", "parked", "counted only")
REASONS = ("contact", "rule", "rise", "nothing that asks for one")
DONE = Act(Action.RESOLVE, "", "It is mended.", told="A new one comes.", reached="reached")


@dataclass(frozen=True)
class Customer:
    """What somebody answered: a score or two and maybe words, all of one response."""

    answers: tuple[Answer, ...]

    @property
    def line(self) -> str:
        return self.answers[0].line

    @property
    def words(self) -> str:
        return self.answers[-1].verbatim

    @property
    def asks(self) -> bool:
        """Whether they want to be contacted, and nobody decided that they are only counted."""
        return CONTACT_WANTED in self.answers[0].hints and COUNTED_ONLY not in self.answers[0].hints


class SurveyMonth:
    """Everything that happens, day by day."""

    def __init__(self, answers: int = ANSWERS, seed: int = 7) -> None:
        self.world = World(seed, CALM)
        self.world.clock.moment = BEGIN
        self.map = shop()
        self.world.atlas.maps.replace(self.map)
        self.world.ledger.single_mails.most = SINGLE_MAILS
        self.world.functions.router_of = {self.map.version: Router(self.map)}.__getitem__
        self.rng, self.wanted = self.world.rng, answers
        self.customers: list[Customer] = []
        self.answered = 0
        self.answering = 0.0

    # ── what happens ──
    def passes(self) -> None:
        """The whole month, and the Monday after it."""
        for day in range(DAYS):
            self._day(BEGIN + timedelta(days=day), self.wanted * (day + 1) // DAYS, RISES.get(day))
        self._strikes(BEGIN + timedelta(days=35, hours=10))

    def _day(self, day: datetime, until: int, burst: tuple[int, str] | None) -> None:
        self._strikes(day + timedelta(hours=10))
        began = time.process_time()
        while self.answered < until:
            self._comes(self._somebody())
        for number in range(BURST if burst else 0):
            self._comes(self._one_of_many(number, *(burst or (0, ""))))
        self.answering += time.process_time() - began
        self._strikes(day + timedelta(hours=15))

    def _comes(self, customer: Customer) -> None:
        self.customers.append(customer)
        self.answered += len(customer.answers)
        if self.rng.random() < LATER:
            self._sent(customer.answers[:1])
        self._sent(customer.answers)
        if self.rng.random() < AGAIN:
            self._sent(customer.answers)
            self.world.queues[ROUTE].give(self.world.queues[ROUTE].ever[-3:])
            self.world.works_off()

    def _sent(self, answers: tuple[Answer, ...]) -> None:
        """At the door, as one call, and on through stream and queues."""
        room, first = self.world.ledger, answers[0]
        wishes = [Wish(first.line, first.question_key, Contact("Kim", "kim@home.example"))]
        asked = wishes if first.hints.get(CONTACT_WANTED) else []
        record_answers(answers=answers, root=ROOT, facts=room.facts, wishes=asked, contacts=room.contacts)
        self.world.works_off()

    def _somebody(self) -> Customer:
        mood = self.rng.choices(list(MOODS), [share for share, _ in MOODS.values()])[0]
        at, score = self.rng.randrange(len(MOMENTS)), self.rng.choice(MOODS[mood][1])
        say = praise if mood is Band.PROMOTER else complaint
        words = say(self.rng, at) if self.rng.random() < SPEAK[mood] else ""
        hints = {CONTACT_WANTED: True} if self.rng.random() < ASKS else {}
        hints |= {COUNTED_ONLY: True} if self.rng.random() < IMPORTED else {}
        return self._customer(at, score, words, placed=self.rng.random() >= UNPLACED, hints=hints)

    def _one_of_many(self, number: int, at: int, said: str) -> Customer:
        return self._customer(at, 2, said.format(PEOPLE[number % len(PEOPLE)]), placed=True, hints={})

    def _customer(self, at: int, score: int, words: str, *, placed: bool, hints: dict[str, bool]) -> Customer:
        whole = an_answer(
            score,
            response_id=f"r-{len(self.customers)}",
            answered_at=self.world.clock.now(),
            touchpoint_hint=MOMENTS[at] if placed else "",
            hints=hints,
        )
        easy = replace(
            whole, question_key="easy", metric=Metric.CES, score=score * 6 // 10 + 1, scale_min=1, scale_max=7
        )
        why = replace(whole, question_key="why", metric=None, score=None, verbatim=words)
        return Customer((whole, easy, *([why] if words else [])))

    def _strikes(self, now: datetime) -> None:
        """The hour at which clocks strike, twice, and departments do some of what waits for them."""
        self.world.clock.moment = now
        for _ in range(2):
            self._told(now)
            self.world.works_off()
        if now.weekday() < 5:
            for case in [case for _, case in self.cases() if not case.done and self.rng.random() < HANDLED]:
                self._handled(case)
        self.world.works_off()

    def _told(self, now: datetime) -> None:
        room = self.world.ledger
        tell_themes(now=now, desk=ThemeDesk(room.themes, self.map, HEAD, ZONE, SMALLEST_GROUP))
        keep_promises(now=now, desk=PromiseDesk(room.promises, room.standings, self.map, HEAD))

    def _handled(self, case: Case) -> None:
        act_on_case(
            act=replace(DONE, nonce=nonce_of(ROOT, case.subject, case.version)),
            case=case,
            line=self.world.ledger.facts.line(case.line),
            cases=self.world.ledger.cases,
            journey_map=self.map,
            head=HEAD,
            now=self.world.clock.now(),
        )

    # ── what came of it ──
    def cases(self) -> Iterator[tuple[Line, Case]]:
        """All of them, with their lines."""
        return ((line, case) for line in self.world.ledger.lines.values() for case in line.cases)

    def became(self, customer: Customer) -> list[str]:
        """What somebody's words have become; one thing, where all is well."""
        line = self.world.ledger.facts.line(customer.line)
        found = [len(line.gathered), len(line.thanks), len(line.cases), bool(line.parked)]
        counted = not any(found) and COUNTED_ONLY in customer.answers[0].hints
        return [name for name, count in zip(OUTCOMES, (*found, counted), strict=True) for _ in range(count)]

    def outcomes(self) -> Counter[str]:
        """The same of all who said something."""
        return Counter(name for one in self.customers if one.words for name in self.became(one))

    def reasons(self) -> Counter[str]:
        """Why there are cases."""
        return Counter(_reason(line, case) for line, case in self.cases())

    def rises(self) -> list[str]:
        """The moments at which something was seen to rise."""
        return [case.touchpoint for line, case in self.cases() if line.risen]

    def mails(self) -> Counter[tuple[str, str, str]]:
        """How many mails of a kind went to whom in which week."""
        addresses = {f"{name.lower()}@shop.example": name for name in NAMES} | {MANAGER: "(CX manager)"}
        return Counter(
            (sent.mail.tags["kind"], addresses.get(sent.mail.to, sent.mail.to), str(Week.of(sent.at)))
            for _, sent in self.world.mail.mails()
        )


def _reason(line: Line, case: Case) -> str:
    if line.risen:
        return "rise"
    if case.call_back:
        return "contact"
    return "rule" if case.touchpoint == RULED else REASONS[-1]
