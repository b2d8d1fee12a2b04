"""The whole line in memory, and the short sentences that tests say about it."""

from dataclasses import dataclass, field
from typing import Any

from fakes import FixedClock, MemoryLedger, MemoryPostbox, PlainPaper
from fakes.outside import ROOT
from fakes.values import HEAD, report, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action, Case
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter
from throughline.domain.line import Line
from throughline.domain.routing import Router
from throughline.domain.seal import line_of, nonce_of
from throughline.domain.survey import Answer
from throughline.usecases.act_on_case import Acted, act_on_case
from throughline.usecases.decide_triage import decide_triage
from throughline.usecases.record_answers import record_answers
from throughline.usecases.record_feedback import Recorded, record_feedback
from throughline.usecases.route_fact import route_fact
from throughline.usecases.send_letter import send_letter


@dataclass
class Desk:
    """Somebody reports, somebody routes, somebody acts, somebody sends."""

    clock: FixedClock = field(default_factory=FixedClock)
    map: JourneyMap | None = field(default_factory=small_map)
    postbox: MemoryPostbox = field(default_factory=MemoryPostbox)

    def __post_init__(self) -> None:
        self.ledger = MemoryLedger(self.clock)

    def reports(self, text: str = "", **told: Any) -> str:
        return line_of(ROOT, self.records(text, **told).receipt)

    def records(self, text: str = "", **told: Any) -> Recorded:
        said = report(text, **told) if text else report(**told)
        return record_feedback(report=said, now=self.clock.now(), root=ROOT, facts=self.ledger.facts)

    def answers(self, *answers: Answer) -> str:
        record_answers(answers=answers, root=ROOT, facts=self.ledger.facts)
        return answers[0].line

    def routes(self, line: str, fact: str = "fact", *, revision: int | None = None) -> tuple[str, ...]:
        room = self.ledger
        return route_fact(
            line=line,
            fact=fact,
            facts=room.facts,
            cases=room.cases,
            router=Router(self.map) if self.map else None,
            head=HEAD,
            now=self.clock.now(),
            revision=revision,
        )

    def routed(self, text: str = "", **told: Any) -> str:
        line = self.reports(text, **told)
        self.routes(line)
        return line

    def acts(self, case: Case, action: Action, text: str = "", **told: str) -> Acted:
        """The act of somebody who sees the case as it is given."""
        nonce = told.pop("nonce", nonce_of(ROOT, case.subject, case.version))
        line = self.line(case.line)
        current = next(one for one in line.cases if one.number == case.number)
        return act_on_case(
            act=Act(action, nonce, text, **told),
            case=current,
            line=line,
            cases=self.ledger.cases,
            journey_map=self.map or small_map(),
            head=HEAD,
            now=self.clock.now(),
        )

    def decides(self, line: str, choice: str) -> tuple[str, ...]:
        room, journey_map = self.ledger, self.map or small_map()
        now = self.clock.now()
        return decide_triage(
            line=line,
            choice=choice,
            facts=room.facts,
            cases=room.cases,
            journey_map=journey_map,
            head=HEAD,
            now=now,
        )

    def sends(self, letter: Letter) -> str:
        return send_letter(
            line=letter.line,
            name=letter.name,
            letters=self.ledger.letters,
            facts=self.ledger.facts,
            standings=self.ledger.standings,
            paper=PlainPaper(),
            postbox=self.postbox,
            now=self.clock.now(),
        )

    def line(self, line: str) -> Line:
        return self.ledger.facts.line(line)

    def case(self, line: str, number: int = 1) -> Case:
        return next(one for one in self.line(line).cases if one.number == number)

    def letters(self) -> list[Letter]:
        return list(self.ledger.letters.written.values())

    def letter_to(self, to: str) -> Letter:
        return next(one for one in self.letters() if one.to == to)
