"""What comes in, by every door, and comes again when nobody answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from fakes.outside import ROOT
from fakes.values import answer as an_answer
from simulation.answers import an_answer_by_mail, steps_of
from simulation.functions import INBOUND, SMALLEST_GROUP, Functions
from simulation.gratitude import praise_of
from simulation.organisation import CANARY, SAID, WORD, spelled
from throughline.domain.feedback import Channel, Report, Reporter
from throughline.domain.mail.incoming import MailKind, ReadMail, Split
from throughline.domain.place import Place
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.survey import CONTACT_WANTED, Answer, Metric
from throughline.errors import Refused
from throughline.usecases.mail_desk import Got
from throughline.usecases.record_answers import record_answers
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.take_mail import take_mail


@dataclass
class Sent:
    """One thing that somebody sent, whether the door said that it has it, and how to see that it has."""

    identity: str
    send: Callable[[], str]
    stands: Callable[[], bool]
    taken: bool = False
    refused: str = ""
    receipts: set[str] = field(default_factory=set)


class Doors:
    """Forms, mails, surveys and bus events; everything sent is remembered so that it can be sent again."""

    def __init__(self, functions: Functions, places: list[Place]) -> None:
        self.functions = functions
        self.rng = functions.rng
        self.places = places
        self.sent: list[Sent] = []
        self.answers: list[Answer] = []
        self.reports: list[Report] = []
        self.mails: list[ReadMail] = []

    def something_new(self) -> None:
        """A customer or a colleague says something."""
        self.rng.choice((self._form, self._form, self._praise, self._mail, self._survey, self._survey))()
        self.knock(self.sent[-1])

    def something_again(self) -> None:
        """What was sent before is sent again: it was not answered, or a network repeats it."""
        if self.sent:
            unanswered = [one for one in self.sent[-20:] if not one.taken and not one.refused]
            self.knock(self.rng.choice(unanswered or self.sent))

    def knock(self, sent: Sent) -> None:
        """Send it; what the door says is remembered."""
        try:
            receipt = sent.send()
        except Refused as refused:
            sent.refused = refused.what
            return
        sent.taken = True
        sent.receipts.add(receipt)

    def _form(self) -> None:
        text, touchpoint, kind = self.rng.choice(SAID)
        number = len(self.sent)
        shown = self._shown_place()
        known = self.rng.random() < 0.4
        reporter = Reporter(f"{CANARY}name", f"{CANARY}{number}@home.example") if known else Reporter()
        identity = f"{CANARY}device-{number}"
        again = self.rng.random() < 0.05
        if again and self.reports:
            identity = self.rng.choice(self.reports).identity
        report = Report(
            identity, Channel.FORM, f"{text} {WORD}{spelled(number)}", touchpoint, kind, reporter, place=shown
        )
        self._remember(report)

    def _praise(self) -> None:
        self._remember(praise_of(self.rng, len(self.sent), self._shown_place()))

    def _shown_place(self) -> str:
        place = self.rng.choice(self.places)
        return place.name if place.staff >= SMALLEST_GROUP else ""

    def _remember(self, report: Report) -> None:
        self.reports.append(report)
        clock, facts = self.functions.clock, self.functions.ledger.facts

        def send() -> str:
            return record_feedback(report=report, now=clock.now(), root=ROOT, facts=facts).receipt

        def stands() -> bool:
            kept = facts.feedback(line := line_of(ROOT, receipt_of(ROOT, report.identity)))
            return bool(kept and kept.report == report) or facts.line(line).erased

        self.sent.append(Sent(report.identity, send, stands))

    def _mail(self) -> None:
        number = len(self.sent)
        answered = an_answer_by_mail(self.functions, number) if self.rng.random() < 0.5 else None
        mail = answered or self._a_mail(number)
        clock, facts, stored = self.functions.clock, self.functions.ledger.facts, f"inbound/{number}"

        def send() -> str:
            take_mail(got=Got(mail, stored, clock.now()), desk=self.functions.mail_desk())
            return ""

        def stands() -> bool:
            kept = facts.feedback(line := line_of(ROOT, receipt_of(ROOT, f"mail|{INBOUND}|{mail.identity}")))
            aside = any(one.what == stored for one in facts.asides())
            return kept is not None or facts.line(line).erased or aside or steps_of(self.functions, mail) > 0

        self.sent.append(Sent(mail.identity, send, stands))
        self.mails.append(mail)

    def _a_mail(self, number: int) -> ReadMail:
        """A note of a driver's, or what their mail program says by itself."""
        kind = self.rng.choice((MailKind.HUMAN, MailKind.HUMAN, MailKind.AUTO))
        words = Split(f"{self.rng.choice(SAID)[0]} {WORD}{number}")
        address = f"{CANARY}{number}@drivers.example"
        return ReadMail(kind, f"<{address}>", f"{CANARY}tom", address, "", words)

    def something_more(self, line: str) -> None:
        """Who answered a survey answers more of it."""
        earlier = [one for one in self.answers if one.line == line]
        if earlier:
            self._answered(earlier[-1].response_id, earlier[-1].revision + 1)
            self.knock(self.sent[-1])

    def _survey(self) -> None:
        if self.answers and self.rng.random() < 0.4:
            earlier = self.rng.choice(self.answers[-6:])
            self._answered(earlier.response_id, earlier.revision + self.rng.randint(0, 2))
        else:
            self._answered(f"response-{len(self.sent)}", 1)

    def _answered(self, response: str, revision: int) -> None:
        number = len(self.sent)
        questions = self.rng.sample(("recommend", "easy", "why"), self.rng.randint(1, 3))
        answers = [self._answer(response, question, revision, number) for question in questions]
        self.answers += answers
        facts = self.functions.ledger.facts

        def send() -> str:
            record_answers(answers=answers, root=ROOT, facts=facts)
            return ""

        def stands() -> bool:
            kept = [facts.answer(one.line, f"fact#{one.question_key}") for one in answers]
            stood = all(at and at.revision >= one.revision for at, one in zip(kept, answers, strict=True))
            return stood or facts.line(answers[0].line).erased

        self.sent.append(Sent(response, send, stands))

    def _answer(self, response: str, question: str, revision: int, number: int) -> Answer:
        words = f"{self.rng.choice(SAID)[0]} {WORD}{number}" if self.rng.random() < 0.5 else ""
        metric = {"recommend": Metric.NPS, "easy": Metric.CES}.get(question)
        score = self.rng.randint(1, 7) if metric else None
        given_at = self.functions.clock.now() - timedelta(days=self.rng.randint(0, 9))
        return an_answer(
            score,
            words,
            response_id=response,
            question_key=question,
            revision=revision,
            metric=metric,
            scale_min=None,
            scale_max=None,
            answered_at=given_at,
            customer_ref=f"{CANARY}{number}",
            hints={CONTACT_WANTED: True} if self.rng.random() < 0.2 else {},
        )
