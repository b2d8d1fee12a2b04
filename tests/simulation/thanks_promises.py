"""What is promised of recognition: whom it reaches, who is named, and what a person has looked at first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from simulation.mail_promises import IN_REPORT, THANKED, told_by, whom
from simulation.mailservice import Accepted
from simulation.organisation import STAFF, maps
from simulation.world import World
from throughline.domain.feedback import Kind, Report
from throughline.domain.person import BY_NAME, KEEP_OUT
from throughline.domain.recognition import FOR_ONE, HeldFor, Publicity, Thanks
from throughline.domain.week import Week
from throughline.usecases.compose_digest import KEPT
from throughline.usecases.decide_triage import PRAISE
from throughline.usecases.recognise import TOLD_AT
from throughline.usecases.release_parked import BY_THE_MAP
from throughline.usecases.show_held_thanks import held_thanks_view

DIGEST = "20"  # the year: digests are told apart by their week


def praise_ends_as_one(world: World) -> Iterator[str]:
    """Praise becomes one recognition: published, for its person alone, or held with its reason until it is decided."""
    for key, line in world.ledger.lines.items():
        report, parked = line.feedback.report if line.feedback else None, line.parked
        if line.erased or not report or report.kind is not Kind.PRAISE:
            continue
        given = [one for one in line.thanks if not one.back]
        wanted = 1 if parked is None else parked.decided in (PRAISE, BY_THE_MAP)
        if len(given) != wanted:
            yield f"{key} became {len(given)} recognitions instead of {wanted}"
        for one in given:
            began = world.ledger.told_of[one.ref][0][1]
            if not _judged(began, report):
                yield f"{one.ref} began as {began.state} for {began.to!r}, held for {began.held_for!r}"
            if one.state is Publicity.HELD and one.held_for not in list(HeldFor):
                yield f"{one.ref} is held for {one.held_for!r}"


def private_stays_private(world: World) -> Iterator[str]:
    """What is for one person alone is never published, and stands in no digest, no week and nobody else's mail."""
    private = {_mark(report): line for line, report in _reports(world) if report.private}
    for (line, name), accepted in world.mail.mails():
        if not line.startswith((THANKED, DIGEST)):
            continue
        for mark in _marks(accepted) & private.keys():
            owners = {one.to for _, one in _versions(world, private[mark]) if one.state is Publicity.PRIVATE}
            if line.startswith(DIGEST) or whom(world, line).id not in owners:
                yield f"{name} of {line} tells {mark}"
    for line in private.values():
        if any(one.state is Publicity.PUBLISHED for _, one in _versions(world, line)):
            yield f"{line} was published"
    if private.keys() & set(IN_REPORT.findall(_week(world))):
        yield "everybody may read it in the week"


def held_is_told_to_nobody(world: World) -> Iterator[str]:
    """What a person has to look at first is in no digest and in no mail of thanks before it is let go."""
    lines = {_mark(report): line for line, report in _reports(world)}
    for (line, name), accepted in world.mail.mails():
        digest = line.startswith(DIGEST)
        for mark in _marks(accepted) & lines.keys() if digest or line.startswith(THANKED) else ():
            stood = list(_standing(world, lines[mark], accepted.at, KEPT if digest else timedelta()))
            if stood and not any(_may_tell(one, digest=digest) for one in stood):
                yield f"{name} of {line} tells {mark}, which was {stood[-1].state} for {stood[-1].held_for!r}"


def told_of_each_thanks_once(world: World) -> Iterator[str]:
    """Whoever is thanked is told of it in one mail, on a later morning of theirs, unless they want to keep out."""
    letters = {at[0]: one for at, one in world.ledger.letters.written.items() if at[0].startswith(THANKED)}
    telling = Counter(ref for letter in letters.values() for ref in letter.tells)
    for ref, stood in world.ledger.told_of.items():
        since, first = next(((since, one) for since, one in stood if one.to and one.reaches), (None, None))
        person = world.atlas.directory.person(first.to) if first else None
        wishes = world.moderator.namings(person.id, since) if person and since else set()
        least = bool(person and person.email and KEEP_OUT not in wishes)
        most = bool(person and person.email and wishes != {KEEP_OUT})
        if not least <= telling[ref] <= most:
            yield f"{ref} was to be told in {telling[ref]} mails, not in {int(most)}"
    for (line, _), accepted in world.mail.mails():
        if line.startswith(THANKED):
            morning = date.fromisoformat(line.rpartition("#")[2])
            if accepted.at < datetime.combine(morning, TOLD_AT, ZoneInfo(whom(world, line).timezone)):
                yield f"{line} went at {accepted.at}"


def nobody_is_named_unasked(world: World) -> Iterator[str]:
    """A name stands in its owner's mail, and else where they let themselves be named: digest, week, event, list."""
    for (line, name), accepted in world.mail.mails():
        told, at = _names(accepted.mail.text), accepted.at
        if line.startswith(THANKED):
            others = told - {whom(world, line).name}
        else:
            others = told - _named(world, at, KEPT) if line.startswith(DIGEST) else set()
        if others:
            yield f"{name} of {line} names {others}"
    if others := _names(_week(world)) - _named(world, world.clock.now(), KEPT):
        yield f"everybody may read the names {others}"
    queued = [body for queue in world.queues.values() for body in queue.ever]
    held = held_thanks_view(done="", recognitions=world.ledger.recognitions)
    if others := _names(repr((queued, world.functions.bus.published, held))):
        yield f"queues, the bus or the list of what is held name {others}"


def credited_along_the_journey(world: World) -> Iterator[str]:
    """A recognition credits every department behind its moment, and first the one of whom it names."""
    for one in _all(world):
        behind = {part.department for part in one.behind}
        moments = [known for known in (each.touchpoint(one.touchpoint) for each in maps()) if known]
        if one.touchpoint and not any({part.department for part in known.parts} <= behind for known in moments):
            yield f"{one.ref} credits {behind} for {one.touchpoint}"
        person = world.atlas.directory.person(one.to) if one.to else None
        handed = person and one.state is Publicity.PRIVATE and world.ledger.told_of[one.ref][0][1].to == ""
        if person and not handed and one.behind[0].department != person.department:
            yield f"{one.ref} credits {one.behind[0].department} first, not {person.department}"


def few_are_given(world: World) -> Iterator[str]:
    """In a week one giver praises a few people by name so that all may read it; more of it reaches only them."""
    given: Counter[tuple[str, str, Week]] = Counter()
    for line, report in _reports(world):
        versions = list(_versions(world, line))
        if versions and versions[0][1].to and versions[0][1].state is Publicity.PUBLISHED:
            since, first = versions[0]
            giver = (report.reporter.email, "" if report.reporter.email else f"{report.place}|{first.to}")
            given[*giver, Week.of(since.date())] += 1
    for (email, unknown, week), count in given.items():
        if count > world.ledger.recognitions.most:
            yield f"{email or unknown} gave {count} in {week}"


def _judged(thanks: Thanks, report: Report) -> bool:
    """Whether it began as it may: what is private is nobody's but its person's, what is held has a reason."""
    if thanks.state is Publicity.HELD:
        return thanks.held_for in list(HeldFor) and report.private == (thanks.held_for in FOR_ONE)
    private = thanks.state is Publicity.PRIVATE and bool(thanks.to)
    return not thanks.held_for and (private if report.private else thanks.state is Publicity.PUBLISHED)


def _may_tell(thanks: Thanks, *, digest: bool) -> bool:
    return thanks.state is Publicity.PUBLISHED if digest else thanks.reaches


def _reports(world: World) -> Iterator[tuple[str, Report]]:
    """Praise by its line, of erased ones too."""
    for key in world.ledger.lines:
        known = told_by(world, key).feedback
        if known and known.report.kind is Kind.PRAISE:
            yield key, known.report


def _all(world: World) -> Iterator[Thanks]:
    return (one for line in world.ledger.lines.values() for one in line.thanks if not one.back)


def _versions(world: World, line: str) -> Iterable[tuple[datetime, Thanks]]:
    """How the recognition of a line stood, and since when."""
    known = world.ledger.told_of.items()
    given = [stood for ref, stood in known if ref.rpartition("/")[0] == line and not stood[0][1].back]
    return chain.from_iterable(given)


def _standing(world: World, line: str, at: datetime, stale: timedelta) -> Iterator[Thanks]:
    """How it stood at that moment, and a while before it."""
    versions = list(_versions(world, line))
    before = [one for since, one in versions if since < at - stale][-1:]
    return iter([*before, *(one for since, one in versions if at - stale <= since <= at)])


def _named(world: World, at: datetime, stale: timedelta) -> set[str]:
    people = world.atlas.directory.people()
    return {one.name for one in people if BY_NAME in world.moderator.namings(one.id, at, stale)}


def _mark(report: Report) -> str:
    return str(IN_REPORT.findall(report.text)[-1])


def _marks(accepted: Accepted) -> set[str]:
    return set(IN_REPORT.findall(accepted.mail.text))


def _names(text: Any) -> set[str]:
    return {name for name in STAFF if name in text}


def _week(world: World) -> str:
    return repr(world.functions.week_shown())
