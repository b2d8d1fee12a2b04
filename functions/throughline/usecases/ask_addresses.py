"""Ask each new address of the map for one click before a department's mail goes there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from throughline.domain.house import same_address
from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.reach import Asked
from throughline.domain.seal import Link, sign_link
from throughline.domain.subject import subject_of
from throughline.ports.addresses import Addresses
from throughline.usecases.letters import ENGLISH, Letterhead, language_of, letter_of

PURPOSE = "address"
ADDRESS_LINK = timedelta(days=60)


def ask_addresses(
    *, before: JourneyMap | None, after: JourneyMap, addresses: Addresses, head: Letterhead, now: datetime
) -> tuple[str, ...]:
    """The addresses that are asked now; to be done before the map comes into force.

    Those of the map before need not answer again, but those that have not yet are still waited for. What no map
    names is waited for no longer. The CX manager's own is not asked.
    """
    wanted, known = mailboxes(after), mailboxes(before) if before else {}
    waiting = {one.subject: one for one in addresses.waiting()}
    fresh: list[str] = []
    for address, departments in wanted.items():
        subject = subject_of(head.root, address)
        if subject in waiting or address not in known:
            asked = _asked(address, departments, waiting.get(subject), after, head, now)
            addresses.ask(asked, None if subject in waiting else _letter(asked, after, head, now))
            fresh += [] if subject in waiting else [address]
    for subject in waiting.keys() - {subject_of(head.root, address) for address in wanted}:
        addresses.settle(subject)
    return tuple(fresh)


def trust_addresses(*, journey_map: JourneyMap, addresses: Addresses, root: bytes) -> None:
    """Take all addresses of the map as they are: somebody has made sure of them."""
    for address in mailboxes(journey_map):
        addresses.settle(subject_of(root, address))


def mailboxes(journey_map: JourneyMap) -> Mapping[str, tuple[str, ...]]:
    """Every address that departments' mail goes to, in small letters, with whose it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for address, department in _named(journey_map):
        if address and not same_address(address, journey_map.cx_manager):
            found[address.strip().casefold()].append(department)
    return {address: tuple(dict.fromkeys(names)) for address, names in found.items()}


def _named(journey_map: JourneyMap) -> Iterable[tuple[str, str]]:
    yield from ((one.notify_email, one.name) for one in journey_map.departments)
    yield from ((part.notify_email, part.department) for part in journey_map.parts if part.active)


def _asked(
    address: str,
    departments: tuple[str, ...],
    before: Asked | None,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> Asked:
    manager = journey_map.cx_manager
    asked = before or Asked(subject_of(head.root, address), address, departments, now.date())
    return replace(asked, departments=departments, manager=manager, manager_subject=subject_of(head.root, manager))


def _letter(asked: Asked, journey_map: JourneyMap, head: Letterhead, now: datetime) -> Letter:
    """In the language of the first department that reads another than English."""
    line, kind = f"Z#{asked.subject}", LetterKind.CONFIRM_ADDRESS
    token = sign_link(head.root, Link(PURPOSE, asked.subject, now + ADDRESS_LINK))
    said = {"departments": list(asked.departments), "url": f"{head.site}/a/{token}"}
    languages = (language_of(journey_map.department(name)) for name in asked.departments)
    language = next((one for one in languages if one != ENGLISH), ENGLISH)
    return letter_of(line, f"letter#{kind}#{now.date()}", kind, asked.address, said, head, language)
