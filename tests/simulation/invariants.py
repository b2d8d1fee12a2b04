"""What is promised whatever happens: each promise a function, its sentence, and what breaks it."""

from collections.abc import Callable, Iterator

from fakes.outside import ROOT
from simulation.answers import steps_of
from simulation.confided_promises import confided_to_its_contact
from simulation.digest_promises import everyone_leaves_by_themselves
from simulation.functions import INBOUND
from simulation.mail_promises import (
    canaries_stay_home,
    erased_stays_away,
    has_ended,
    heard_once_a_step,
    mails_go_once,
    no_mail_is_lost,
    one_digest_a_week,
    sent_to_whom_it_belongs,
)
from simulation.organisation import map_of
from simulation.thanks_promises import (
    credited_along_the_journey,
    few_are_given,
    held_is_told_to_nobody,
    nobody_is_named_unasked,
    praise_ends_as_one,
    private_stays_private,
    told_of_each_thanks_once,
)
from simulation.world import World
from throughline.domain.case import TABLE, Case, State, Step, Turns
from throughline.domain.case_tally import CaseTally, tally_of
from throughline.domain.gathering import band_of
from throughline.domain.in_confidence import keeps
from throughline.domain.line import Line
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.routing import MOST_CASES
from throughline.domain.score import Tally
from throughline.domain.seal import line_of, receipt_of
from throughline.domain.shares import Asked, counted
from throughline.domain.week import Week
from throughline.usecases.hear_fact import answer_in, words_to_gather

Invariant = Callable[[World], Iterator[str]]


def every_input_ends(world: World) -> Iterator[str]:
    """What a door took ends as a case, a recognition, a counted answer, or a row that a person can see."""
    for report in world.doors.reports:
        line = world.ledger.lines.get(line_of(ROOT, receipt_of(ROOT, report.identity)))
        if line and line.feedback and not has_ended(line):
            yield f"{report.identity} became nothing"
    for line in world.ledger.lines.values():
        if any(one.verbatim.strip() for one in line.answers) and not has_ended(line):
            yield f"the words of {line.answers[0].line} became nothing"


def what_was_taken_stands(world: World) -> Iterator[str]:
    """What a door said yes to is in the ledger or set aside."""
    for sent in world.doors.sent:
        if sent.taken and not sent.stands():
            yield f"{sent.identity} was taken and is gone"


def history_is_a_path(world: World) -> Iterator[str]:
    """The history of each case is a path of the state table, from routed to where it stands."""
    for case, steps in _histories(world):
        at, led = State.ROUTED, {step.version: step.before for step in steps}
        for step in steps:
            wanted = TABLE[at][step.action]
            after = led.get(int(step.reason or 0)) if wanted is Turns.BACK else wanted
            if step.before is not at or after is not step.after:
                yield f"{case.subject}: {step.action} led from {at} to {step.after}"
            at = step.after
        if at is not case.state:
            yield f"{case.subject} stands at {case.state}, its history ends at {at}"


def versions_have_no_gaps(world: World) -> Iterator[str]:
    """Each step of a case has the next version, and the case has that of its last step."""
    for case, steps in _histories(world):
        if [step.version for step in steps] != list(range(2, case.version + 1)):
            yield f"{case.subject} is at version {case.version} after {[step.version for step in steps]}"


def cases_are_numbered(world: World) -> Iterator[str]:
    """The cases of a line are numbered one by one, and the map sends a line to a department once, call-backs aside."""
    for key, line in world.ledger.lines.items():
        numbers = [case.number for case in line.cases]
        by_map = [
            case for case in line.cases if not case.confidential
        ]  # each thing that was confided is one of its own
        routed = [case for case in by_map if not (case.hops or case.call_back or "person decided" in case.why)]
        first = [case.department for case in routed]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{key} has cases {numbers}"
        if len(first) > MOST_CASES * max(1, len(line.answers)) or len(set(first)) != len(first):
            yield f"{key} was routed to {first}"


def owned_by_its_map(world: World) -> Iterator[str]:
    """Each case belongs to a department of the map version that it was routed with."""
    for case, _ in _histories(world):
        if map_of(case.map_version).department(case.department) is None:
            yield f"{case.subject} belongs to {case.department}, unknown to its map"


def promised_ahead(world: World) -> Iterator[str]:
    """Each case promises an answer for after the day it was opened."""
    for case, _ in _histories(world):
        if case.reply_by.date() < case.opened_on:
            yield f"{case.subject} promised {case.reply_by} on {case.opened_on}"


def nothing_waits(world: World) -> Iterator[str]:
    """After two quiet sweeps nothing is pending."""
    for line, name in world.ledger.waits:
        yield f"{name} of {line} still waits"


def gathered_as_answered(world: World) -> Iterator[str]:
    """What is gathered of an answer are its words and the score of its response, as they stand."""
    for key, line in world.ledger.lines.items():
        for one in line.gathered:
            answer = answer_in(line, one.fact)
            now = (words_to_gather(answer), band_of(answer, line.answers)) if answer else None
            if now and _confided(line, one.fact, now[0]):
                now = ("", now[1])
            if now != (one.words, one.band):
                yield f"{one.fact} of {key} is gathered as {one.band}, {one.words!r}, and is {now}"


def _confided(line: Line, fact: str, words: str) -> bool:
    return bool(is_sensitive(words)) or any(keeps(case, fact) for case in line.cases)


def figures_recount(world: World) -> Iterator[str]:
    """Each week's figures equal a recount from the answers that stand; those erased since stay counted."""
    standing = [answer for line in world.ledger.lines.values() for answer in line.answers]
    gone = [answer for answer, _ in world.ledger.figures._latest.values() if world.ledger.lines[answer.line].erased]
    recount: dict[tuple[Week, str], Tally] = {}
    for answer in (*standing, *gone):
        asked, tally, moment = Asked.of(answer), counted(answer), answer.answered_at
        if asked and tally and moment:
            key = (Week.of(moment), asked.key)
            recount[key] = recount.get(key, Tally()) + tally
    weeks = {week for week, _ in recount}
    told = {(week, asked.key): one for week in weeks for asked, one in world.ledger.figures.week(week).items()}
    for key in recount.keys() | told.keys():
        if recount.get(key) != told.get(key):
            yield f"{key[1]} of {key[0]}: {told.get(key)} instead of {recount.get(key)}"


def case_figures_recount(world: World) -> Iterator[str]:
    """Each week's figures of cases equal a recount from the histories that stand; what was erased stays counted."""
    recount: dict[tuple[Week, str, str], CaseTally] = {}
    noted = world.ledger.case_figures.noted
    for line in world.ledger.lines.values():
        for case in line.cases:
            stands = tally_of(case, line.steps.get(case.number, ()), line.changes)
            for week, tally in (noted.get((case.line, case.number), (case, {}))[1] if line.erased else stands).items():
                key = (week, case.department, case.touchpoint)
                recount[key] = recount.get(key, CaseTally()) + tally
    told = {
        (week, *about): tally
        for week in {week for week, _, _ in recount}
        for about, tally in world.ledger.case_figures.week(week).items()
    }
    for key in recount.keys() | told.keys():
        if recount.get(key, CaseTally()) != told.get(key, CaseTally()):
            yield f"{key[1]} in {key[0]}: {told.get(key)} instead of {recount.get(key)}"


def receipts_are_stable(world: World) -> Iterator[str]:
    """The same report gets the same receipt however often it is sent, and another gets another."""
    owners: dict[str, str] = {}
    for sent in world.doors.sent:
        if len(sent.receipts) > 1:
            yield f"{sent.identity} has receipts {sent.receipts}"
        for receipt in filter(None, sent.receipts):
            if owners.setdefault(receipt, sent.identity) != sent.identity:
                yield f"{sent.identity} shares its receipt"


def decided_once(world: World) -> Iterator[str]:
    """What was parked is decided at most once, and says so; handed on again it waits anew."""
    for (line, handed), times in world.folk.decided.items():
        if times > 1:
            yield f"{line} was decided {times} times"
        parked = world.ledger.lines[line].parked
        if times and not (parked and (parked.decided or parked.handed != handed)):
            yield f"{line} was decided and still waits"


def acts_count_once(world: World) -> Iterator[str]:
    """The form of one case page changes its case at most once."""
    for page, times in world.folk.acted.items():
        if times > 1:
            yield f"a page of {page[0]}/{page[1]} acted {times} times"


def answers_act_once(world: World) -> Iterator[str]:
    """An answer by mail takes one step at most, or becomes a note, however often it is delivered."""
    for mail in world.doors.mails:
        taken = steps_of(world.functions, mail)
        line = world.ledger.lines.get(line_of(ROOT, receipt_of(ROOT, f"mail|{INBOUND}|{mail.identity}")))
        if taken + (line is not None and line.feedback is not None) > 1:
            yield f"{mail.identity} took {taken} steps, and is a note of its own"


def _histories(world: World) -> Iterator[tuple[Case, tuple[Step, ...]]]:
    for line in world.ledger.lines.values():
        for case in line.cases:
            yield case, line.steps.get(case.number, ())


INVARIANTS: tuple[Invariant, ...] = (
    every_input_ends,
    what_was_taken_stands,
    history_is_a_path,
    versions_have_no_gaps,
    cases_are_numbered,
    owned_by_its_map,
    promised_ahead,
    mails_go_once,
    no_mail_is_lost,
    one_digest_a_week,
    sent_to_whom_it_belongs,
    everyone_leaves_by_themselves,
    canaries_stay_home,
    nothing_waits,
    gathered_as_answered,
    figures_recount,
    case_figures_recount,
    receipts_are_stable,
    heard_once_a_step,
    decided_once,
    acts_count_once,
    answers_act_once,
    erased_stays_away,
    confided_to_its_contact,
    praise_ends_as_one,
    private_stays_private,
    held_is_told_to_nobody,
    told_of_each_thanks_once,
    nobody_is_named_unasked,
    credited_along_the_journey,
    few_are_given,
)
