"""Wrong designs that look right: each is put in place of the product's own, and the simulation has to notice."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from fakes.cases import MemoryCases
from fakes.ledger import MemoryFacts
from fakes.weeks import MemoryFigures
from simulation import functions
from simulation.mutants_of_chunks import (
    chunk_without_claim,
    claim_those_who_have_it,
    end_it_first,
    forget_the_refused,
    give_back_when_unsure,
    leave_who_goes_alone,
    plan_it_afresh,
    print_one_link_for_all,
    send_all_of_it_again,
    tag_the_call_alone,
    take_each_answer_for_a_yes,
)
from simulation.mutants_of_mail import (
    NEVER_ENDS,
    Patches,
    claim_for_ever,
    deaf_to_reports,
    digest_without_claim,
    release_when_unsure,
    send_what_is_not_sent,
)
from simulation.mutants_of_thanks import (
    count_no_giver,
    credit_the_front,
    name_whoever_is_thanked,
    publish_what_is_private,
    tell_in_the_night,
    tell_what_is_held,
)
from throughline.domain.case import Case, Step
from throughline.domain.feedback import Feedback
from throughline.domain.line import Advance, Line, Outcome, Standing
from throughline.domain.survey import Answer
from throughline.domain.week import Week
from throughline.usecases import carry_records as carrying
from throughline.usecases import route_fact as routing
from throughline.usecases import show_case as showing
from throughline.usecases import sweep_pending as sweeping
from throughline.usecases import take_reply as replying
from throughline.usecases import take_step as acting
from throughline.usecases.carry_records import LETTERS, ROUTE, TALLY

Mutant = Callable[[], Patches]


def route_first() -> Patches:
    """The router is handed a fact before the counter is: once it is settled, no sweep finds it."""
    order = (ROUTE, LETTERS, TALLY)
    return [(carrying, "ORDER", order), (sweeping, "ORDER", order)]


def settle_any_revision() -> Patches:
    """A routing settles whatever revision stands, asked for or not: nobody may have been asked to count it."""
    plain = routing.route_fact

    def route(**given: Any) -> tuple[str, ...]:
        return plain(**{**given, "revision": None})

    return [(functions, "route_fact", route)]


def forget_which_answers_were_taken() -> Patches:
    """An answer by mail is taken for new as long as its case can take it."""
    return [(replying, "_stands", lambda _line, _digest: False)]


def route_what_is_confided() -> Patches:
    """What is said in confidence goes where its words fit."""
    return [(routing, "confidence", lambda _said, _map: None)]


def quote_the_erased() -> Patches:
    """What comes to an erased line is quoted until it is forgotten."""
    plain = showing.words_of

    def words_of(line: Line, case: Case | None = None) -> str:
        return plain(replace(line, erased=False), case)

    return [(acting, "words_of", words_of)]


def settle_anyway() -> Patches:
    """A routing is written without looking whether the fact still waits for one."""

    def settle(self: MemoryCases, outcome: Outcome) -> bool:
        self._follow(outcome)
        self._room.waits.pop((outcome.line, outcome.fact), None)
        return True

    return [(MemoryCases, "settle", settle)]


def last_one_wins() -> Patches:
    """A step is written over whatever version stands."""
    plain = MemoryCases.advance

    def advance(self: MemoryCases, advance: Advance) -> bool:
        line = self._room.lines[advance.case.line]
        standing = next(one for one in line.cases if one.number == advance.case.number)
        step = advance.step
        same = Step(standing.version + 1, step.action, step.before, step.after, step.by, step.on, step.digest)
        return plain(self, Advance(advance.case, same, advance.saying, advance.change, advance.opened, advance.letters))

    return [(MemoryCases, "advance", advance)]


def decide_anyway() -> Patches:
    """A decision is written over another one."""

    def decide(self: MemoryCases, outcome: Outcome) -> bool:
        self._follow(outcome)
        return True

    return [(MemoryCases, "decide", decide)]


def sweep_no_letters() -> Patches:
    """Letters that the stream forgot are left to it."""
    return [(sweeping, "ORDER", (TALLY, ROUTE))]


def lose_what_a_queue_refuses() -> Patches:
    """The carrier goes on when a queue takes nothing."""
    plain = carrying.carry_records

    def carry(**given: Any) -> dict[str, int]:
        try:
            return plain(**given)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            return {}

    return [(functions, "carry_records", carry), (sweeping, "OVERDUE", NEVER_ENDS)]


def count_again() -> Patches:
    """A later revision is counted beside the earlier one."""
    plain = MemoryFigures.count

    def count(self: MemoryFigures, answer: Answer, week: Week) -> bool:
        beside = (f"{answer.line}@{answer.revision}", answer.question_key)
        if beside in self._latest:
            return False
        plain(self, answer, week)
        self._latest[beside] = (answer, week)
        return True

    return [(MemoryFigures, "count", count)]


def write_over() -> Patches:
    """A report is written over another one that came under its id."""
    plain = MemoryFacts.record

    def record(self: MemoryFacts, feedback: Feedback, **told: Any) -> Standing:
        if self.feedback(feedback.line):
            self._room.change(feedback.line, feedback=feedback)
            return Standing(feedback.digest, new=False)
        return plain(self, feedback, **told)

    return [(MemoryFacts, "record", record)]


def tell_the_world() -> Patches:
    """Public events carry what was said."""
    plain = carrying.Announced.message

    def message(self: carrying.Announced) -> dict[str, str]:
        return {**plain(self), "about": repr(self.document)}

    def publish(record: carrying.Announced) -> dict[str, Any]:
        return {"Detail": repr(record.document)}

    return [(carrying.Announced, "message", message), (functions, "_public", publish)]


MUTANTS: tuple[Mutant, ...] = (
    route_first,
    settle_any_revision,
    forget_which_answers_were_taken,
    quote_the_erased,
    route_what_is_confided,
    send_what_is_not_sent,
    claim_for_ever,
    release_when_unsure,
    deaf_to_reports,
    settle_anyway,
    last_one_wins,
    decide_anyway,
    sweep_no_letters,
    lose_what_a_queue_refuses,
    count_again,
    write_over,
    digest_without_claim,
    chunk_without_claim,
    claim_those_who_have_it,
    send_all_of_it_again,
    give_back_when_unsure,
    take_each_answer_for_a_yes,
    forget_the_refused,
    leave_who_goes_alone,
    plan_it_afresh,
    print_one_link_for_all,
    tag_the_call_alone,
    end_it_first,
    tell_the_world,
    name_whoever_is_thanked,
    publish_what_is_private,
    tell_what_is_held,
    tell_in_the_night,
    count_no_giver,
    credit_the_front,
)

# Where to begin to look for those that show only where several rare things meet; elsewhere they show too.
RARE: Mapping[Mutant, int] = {
    settle_any_revision: 282,
    give_back_when_unsure: 264,
    quote_the_erased: 114,
    forget_the_refused: 81,
}


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """The product with this one thing wrong."""
    patches = [patch.object(where, name, wrong) for where, name, wrong in mutant()]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()
