"""A department's inbox asks a new device once for a code, since links are forwarded."""

from dataclasses import dataclass, replace
from datetime import datetime

from throughline.domain.device import Asking, code_for, is_code, pass_for, passed_at
from throughline.domain.journey import CONFIDANT, JourneyMap
from throughline.domain.letter import CODE, Letter, LetterKind
from throughline.domain.subject import subject_of
from throughline.errors import Refused
from throughline.ports.devices import Devices, Sent
from throughline.usecases.letters import Letterhead, language_of, letter_of


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a device and an inbox."""

    devices: Devices
    journey_map: JourneyMap
    head: Letterhead


def is_known(*, department: str, carried: str, gate: Gate, now: datetime) -> bool:
    """Whether a device may show this inbox; `carried` is what it was given when it became known.

    That tells a second and no less: one of the very second in which devices were forgotten is asked anew.
    """
    at = passed_at(gate.head.root, department, carried, now) if carried else None
    if at is None:
        return False
    since = gate.devices.known_since(department)
    return since is None or at > since


def send_code(*, asking: Asking, gate: Gate, now: datetime) -> Sent:
    """Mail the code to the department; the same device again changes nothing. Refused (403) after too many."""
    said = gate.devices.ask(asking.department, asking.mark, _letter(asking, gate), now)
    if said is Sent.TOO_MANY:
        do = "Look for the last one in the mailbox, or wait an hour."
        raise Refused("Many codes were asked for already.", field="action", do=do, status=403)
    return said


def enter_code(*, asking: Asking, typed: str, gate: Gate, now: datetime) -> str:
    """What the device carries from now on, for the right code; it is used up then. Refused (403) for any other."""
    again = "Open the link in the mail once more, and ask for a new code."
    left = gate.devices.tries(asking.department, asking.mark, now)
    if left is None:
        raise Refused("This code is used up or too old.", field="code", do=again, status=403)
    if not is_code(gate.head.root, asking, typed):
        do = f"Look again at the newest mail: {left} more tries." if left else again
        raise Refused("That is not the code.", field="code", do=do, status=403)
    if not gate.devices.uses(asking.department, asking.mark):
        raise Refused("This code is used up or too old.", field="code", do=again, status=403)
    return pass_for(gate.head.root, asking.department, now)


def address_of_desk(department: str, journey_map: JourneyMap) -> str:
    """The department's mailbox, else the CX manager's."""
    known = journey_map.department(department)
    own = (part.notify_email for part in journey_map.parts if part.department == department)
    return (known.notify_email if known else "") or next(filter(None, own), journey_map.cx_manager)


def _letter(asking: Asking, gate: Gate) -> Letter:
    code = code_for(gate.head.root, asking)
    said = {"department": asking.department, "code": f"{code[:3]} {code[3:]}"}
    to, line = address_of_desk(asking.department, gate.journey_map), gate.devices.line(asking.department)
    language = language_of(gate.journey_map.department(asking.department))
    letter = letter_of(line, f"{CODE}#{asking.mark}", LetterKind.CODE, to, said, gate.head, language)
    beside = "" if asking.department == CONFIDANT else gate.journey_map.beside(asking.department)
    return replace(letter, otherwise=beside, otherwise_subject=subject_of(gate.head.root, beside))
