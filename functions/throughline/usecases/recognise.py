"""Make a recognition of praise: whom it names, who stands behind it, and who may read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.domain.colleagues import MASK, names_in, without_names
from throughline.domain.decision import Praised
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.letter import LetterKind
from throughline.domain.map_names import names_on
from throughline.domain.moderation import is_hurtful, why_held
from throughline.domain.nameless import NAME
from throughline.domain.person import BY_NAME, KEEP_OUT, Person
from throughline.domain.recognition import Behind, HeldFor, Publicity, Thanked, Thanks
from throughline.domain.seal import Link, mac, sign_link
from throughline.domain.subject import subject_of
from throughline.ports import Colleagues, Directory
from throughline.usecases.hear_fact import Said
from throughline.usecases.leave_out_names import members, without_short_names
from throughline.usecases.letters import Letterhead, letter_of

TOLD_AT = time(8)
CHOICE_LINK = timedelta(days=400)
READER = "digest"  # the purpose of links by which somebody on the staff list chooses for themselves


@dataclass(frozen=True, slots=True)
class Recognised:
    """The thanks, and the mail to the person they name, if they name one who wants to hear of it."""

    thanks: Thanks
    thanked: Thanked | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom praise names: at most one `person` is thanked, the `names` of all are taken out."""

    person: Person | None = None
    department: str = ""
    names: tuple[str, ...] = ()
    several: bool = False


def recognised(
    said: Said,
    praised: Praised,
    number: int,
    journey_map: JourneyMap | None,
    head: Letterhead,
    now: datetime,
) -> Recognised:
    """The recognition that praise becomes, credited along the journey, whomever it names first."""
    report = said.feedback.report if said.feedback else None
    named = _named(report.to if report else "", praised.words, journey_map, head.colleagues)
    private = bool(report and report.private)
    words = without_names(praised.words, [*named.names, *members(journey_map)])
    if not private:  # what one person alone reads keeps whom else it names for short
        words = without_short_names(words, head.colleagues, instead=NAME if named.person else MASK)
    touchpoint = praised.touchpoint.name if praised.touchpoint else ""
    thanks = Thanks(
        line=said.line,
        number=number,
        words=words,
        touchpoint=touchpoint,
        behind=_behind(praised, named),
        on=now.date(),
        who=said.who,
        why=praised.reason,
        to=named.person.id if named.person else "",
        about=code_of_person(named.person, head.root) if named.person else "",
        value=_value(report.value if report else "", journey_map),
    )
    thanks = _judged(thanks, named, journey_map, private=private)
    person = named.person
    return Recognised(thanks, thanked_by(thanks, person, head, now) if person else None)


def thanked_by(thanks: Thanks, person: Person, head: Letterhead, now: datetime) -> Thanked | None:
    """The day's mail to whom it is for, due on their next morning; None when they may not or will not hear of it."""
    if not person.email or person.naming == KEEP_OUT or not thanks.reaches:
        return None
    code, zone = code_of_person(person, head.root), ZoneInfo(person.timezone)
    morning = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), TOLD_AT, zone)
    token = sign_link(head.root, Link(READER, person.id, now + CHOICE_LINK))
    said = {"name": person.name, "named": person.naming == BY_NAME, "choice_url": f"{head.site}/u/{token}"}
    line = f"X#{code}#{morning.date()}"  # one a morning, wherever they are when it is another day here
    letter = letter_of(line, f"letter#{LetterKind.THANKED}", LetterKind.THANKED, person.email, said, head)
    return Thanked(replace(letter, language=person.language), (thanks.ref,), morning)


def code_of_person(person: Person, root: bytes) -> str:
    """What somebody is found again by, and nobody is known by."""
    return subject_of(root, person.email or person.id)


def nameable(thanks: Iterable[Thanks], directory: Directory) -> Mapping[str, str]:
    """The names of those thanked who said that they may be named, by their ids; nobody else's."""
    known = (directory.person(one) for one in dict.fromkeys(one.to for one in thanks if one.to))
    return {one.id: one.name for one in known if one and one.active and one.naming == BY_NAME}


def giver_of(said: Said, thanks: Thanks, root: bytes) -> str:
    """The code of whoever gives it to a person, for the limit on that; empty where there is none.

    Somebody known counts over all they thank. Of somebody unknown only the place is: there those count who thank
    the same person. Customers' surveys are nobody's to give.
    """
    if not (thanks.to and said.feedback):
        return ""
    reporter = said.feedback.report.reporter
    return mac(root, "giver", reporter.email.casefold() or f"{said.place}|{thanks.to}")


def _named(to: str, words: str, journey_map: JourneyMap | None, colleagues: Colleagues | None) -> _Named:
    if colleagues is None:
        return _Named()
    department = journey_map.department(to) if journey_map and to else None
    chosen = [] if department or not to else list(colleagues.named(to))
    found = {person.id: person for name in names_in(words) for person in colleagues.named(name)}
    names = tuple(one.name for one in (*chosen, *found.values()))
    meant = chosen if len(chosen) == 1 else list(found.values())
    alone = meant[0] if len(meant) == 1 else None
    return _Named(alone, department.name if department else "", names, several=len(meant) > 1)


def _behind(praised: Praised, named: _Named) -> tuple[Behind, ...]:
    """Everybody behind the moment, roles named; the department that was meant comes first."""
    parts = praised.touchpoint.parts if praised.touchpoint else ()
    behind = [Behind(part.department, part.role, part.how_they_affect_it) for part in parts]
    person = named.person
    meant = person.department if person else named.department
    if not meant:
        return tuple(behind)
    role = person.role if person else ""
    own = next((one for one in behind if folded(one.department) == folded(meant)), Behind(meant, role, ""))
    return (own, *(one for one in behind if one != own))


def _value(value: str, journey_map: JourneyMap | None) -> str:
    known = journey_map.valued() if journey_map else ()
    return next((one for one in known if folded(one) == folded(value)), "")


def _judged(thanks: Thanks, named: _Named, journey_map: JourneyMap | None, *, private: bool) -> Thanks:
    """The same with who may read it; what can hurt is looked at first even where only one would read it."""
    if private:
        held_for = HeldFor.ALONE if is_hurtful(thanks.words) else "" if thanks.to else HeldFor.NOBODY
        return replace(thanks, state=Publicity.HELD if held_for else Publicity.PRIVATE, held_for=held_for)
    held = why_held(thanks.words.replace(MASK, ""), ours=names_on(journey_map))
    held = held or (HeldFor.SEVERAL if named.several else "")
    return replace(thanks, state=Publicity.HELD, held_for=held) if held else thanks
