"""What is promised of mails: none is lost, none goes twice, each goes to whom it belongs."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from fakes.outside import ROOT
from simulation.folk import addresses_of
from simulation.mailservice import Accepted, Key
from simulation.organisation import CANARY, CX_MANAGER, WORD
from simulation.world import World
from throughline.domain.letter import LEASE, MAX_TRIES, Posted
from throughline.domain.line import Line
from throughline.domain.person import Person
from throughline.domain.recognition import Publicity
from throughline.domain.week import Week
from throughline.usecases.recognise import code_of_person
from throughline.usecases.send_letter import NOTHING_LEFT

TO_DEPARTMENTS = tuple(f"letter#{kind}#" for kind in ("case", "asked", "understood", "replied", "withdrawn"))
QUOTING = ("Y#", "K#", "X#")
THEMES, THANKED = "letter#themes#", "X#"
IN_REPORT = re.compile(rf"{CANARY}[\w@.-]+|{WORD}\w+")


def mails_go_once(world: World) -> Iterator[str]:
    """A mail goes once; once more only if its answer and its report were both late, and never a third time."""
    for key, taken in world.mail.accepted.items():
        yield from _twice(world, key, taken)


def no_mail_is_lost(world: World) -> Iterator[str]:
    """Each letter went out, or a person can see that it did not."""
    asides = {one.what for one in world.ledger.facts.asides()}
    for (line, name), lease in world.ledger.letters.leases.items():
        if lease.state == Posted.SENT.value and not world.mail.accepted.get((line, name)):
            yield f"{name} of {line} is said to be sent and never was"
        if lease.state == Posted.REFUSED.value and f"{line} {name}" not in asides and lease.note != NOTHING_LEFT:
            yield f"{name} of {line} was given up and nobody sees it"
        if lease.state in (Posted.WAITING.value, Posted.CLAIMED.value):
            yield f"{name} of {line} is {lease.state} for good"


def one_digest_a_week(world: World) -> Iterator[str]:
    """Each reader has at most one digest a week, of a week with something to celebrate, while they want it."""
    for (week, person), taken in world.mail.accepted.items():
        if week.startswith("20"):
            yield from _twice(world, (week, person), taken)
            if not _celebrates(world, Week.parse(week)):
                yield f"{person} had a digest of the empty week {week}"


def sent_to_whom_it_belongs(world: World) -> Iterator[str]:
    """Each mail went to its department, to whoever raised it, or to its reader."""
    for (line, name), accepted in world.mail.mails():
        if not accepted.mail.to or accepted.mail.to not in _rightful(world, line, name):
            yield f"{name} of {line} went to {accepted.mail.to!r}"


def canaries_stay_home(world: World) -> Iterator[str]:
    """Names, addresses and small places reach nobody but their owner; no queue, bus or digest carries words."""
    for (line, name), accepted in world.mail.mails():
        feedback = told_by(world, line).feedback
        own = feedback.report.reporter.email if feedback else ""
        said = f"{accepted.mail.subject} {accepted.mail.text} {accepted.mail.html}"
        if CANARY in said or (CANARY in accepted.mail.to and accepted.mail.to != own):
            yield f"{name} of {line} tells {IN_REPORT.findall(said)[:3]}"
    bodies = [body for queue in world.queues.values() if queue.name != "outcome" for body in queue.ever]
    carried = repr(bodies) + repr(world.functions.bus.published)
    if CANARY in carried or WORD in carried:
        yield f"queues or the bus tell {IN_REPORT.findall(carried)[:3]}"


def heard_once_a_step(world: World) -> Iterator[str]:
    """Who raised it hears once that it was heard, once that it was sent on, and once of each answer and change."""
    for key, line in world.ledger.lines.items():
        if line.erased:
            continue
        letters = Counter(letter.kind.value for at, letter in world.ledger.letters.written.items() if at[0] == key)
        reachable = bool(line.feedback and line.feedback.report.reporter.reachable)
        steps = Counter(step.action.value for steps in line.steps.values() for step in steps)
        told = (letters["heard"], letters["answered"], letters["changed"])
        each = (1 + steps["send_on"], steps["answer"], steps["resolve"])
        wanted = each if reachable and has_ended(line) else (0, 0, 0)
        if told != wanted:
            yield f"{key}: heard, answered and changed were told {told} times, not {wanted}"


def _twice(world: World, key: Key, taken: list[Accepted]) -> Iterator[str]:
    if len(taken) > MAX_TRIES:
        yield f"{key} went {len(taken)} times"
    for first, second in pairwise(taken):
        if first.run.ended_well:
            yield f"{key} went again after its answer was heard"
        elif world.mail.known.get(key, second.run.began) < second.run.began:
            yield f"{key} went again after its report was noted"
        elif second.at < first.at + LEASE:
            yield f"{key} went again after {second.at - first.at}, without waiting for its report"


def _rightful(world: World, line: str, name: str) -> set[str]:
    if line.startswith("20"):
        person = world.atlas.directory.person(name)
        return {person.email} if person else set()
    if name.startswith(THEMES):
        return {CX_MANAGER} | addresses_of(str(world.ledger.letters.written[line, name].fields["department"]))
    if name.startswith(TO_DEPARTMENTS):
        number = int(name.split("#")[2])
        return addresses_of(next(case.department for case in world.ledger.lines[line].cases if case.number == number))
    if line.startswith(THANKED):
        return {whom(world, line).email}
    feedback = told_by(world, line).feedback
    return {feedback.report.reporter.email} if feedback else set()


def whom(world: World, line: str) -> Person:
    """Who is told in the mails of that line who thanked them."""
    return next(one for one in world.atlas.directory.people() if code_of_person(one, ROOT) in line)


def erased_stays_away(world: World) -> Iterator[str]:
    """What was erased is nowhere any more, whatever comes again, and no mail that begins later tells its words."""
    standing = repr([(key, line) for key, line in world.ledger.lines.items() if line.erased])
    kept = standing + repr(
        [one for at, one in world.ledger.letters.written.items() if world.ledger.lines[at[0]].erased]
    )
    if WORD in kept or CANARY in kept:
        yield f"{IN_REPORT.findall(kept)[:3]} came back"
    for (line, name), accepted in world.mail.mails():
        since = world.privacy.erasing.since.get(line)
        if since is not None and accepted.run.began > since and WORD in accepted.mail.text:
            yield f"{name} of {line} told its words after they were erased"
        if line.startswith(QUOTING):
            yield from _quotes_the_erased(world, name, accepted)


def _quotes_the_erased(world: World, name: str, accepted: Accepted) -> Iterator[str]:
    for line, since in world.privacy.erasing.since.items():
        gone = world.privacy.erasing.gone[line]
        said = {word for word in IN_REPORT.findall(repr((gone.answers, gone.thanks))) if WORD in word}
        if accepted.run.began > since and said & set(IN_REPORT.findall(accepted.mail.text)):
            yield f"{name} quotes {line} after it was erased"


def told_by(world: World, line: str) -> Line:
    """The line as it was told, before it was erased."""
    return world.privacy.erasing.gone.get(line) or world.ledger.facts.line(line)


def _celebrates(world: World, week: Week) -> bool:
    """Whether the week had something, or told what came too late for the one before it."""
    edition = world.ledger.editions.of(week)[0]
    weeks = edition.weeks() if edition else (week,)
    given = (one for stood in world.ledger.told_of.values() for _, one in stood if one.state is Publicity.PUBLISHED)
    days = {*world.privacy.erasing.celebrated, *(one.on for one in given)}
    return any(Week.of(day) in weeks for day in days) or any(map(world.ledger.weeks.changes, weeks))


def has_ended(line: Line) -> bool:
    """Whether something has become of it."""
    return bool(line.cases or line.thanks or line.parked or line.gathered)
