"""A device that shows a department's inbox: it is asked once for a code that went to the department's mailbox.

The code is reckoned from what the device was given and from our own key, so that it is kept nowhere.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, unquote

from throughline.domain.seal import Link, mac, read_link, sign_link

CODE_DIGITS = 6
TIME_FOR_CODE = timedelta(minutes=10)
MOST_TRIES = 5
MOST_CODES = 10  # an hour and department: a link that went astray must not flood a mailbox
KNOWN_FOR = timedelta(days=90)
_PURPOSE = "device"


@dataclass(frozen=True, slots=True)
class Asking:
    """A device that asks to be known; `mark` is what is kept of it."""

    department: str
    token: str
    mark: str


def new_asking(root: bytes, department: str) -> Asking:
    """A device that nobody has seen before; nothing is kept of it until it asks for its code."""
    return _asking(root, department, secrets.token_hex(16))


def asking_of(root: bytes, department: str, token: str) -> Asking | None:
    """The device that carries this token; None when it is not one of ours, or for another department."""
    known = _asking(root, department, token.partition(".")[0])
    given = token.encode("utf-8", "surrogatepass")
    return known if hmac.compare_digest(given, known.token.encode("utf-8", "surrogatepass")) else None


def code_for(root: bytes, asking: Asking) -> str:
    """The six digits that the department's mailbox is told."""
    number = int(mac(root, "desk code", f"{asking.department}\n{asking.token}"), 16)
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def is_code(root: bytes, asking: Asking, typed: str) -> bool:
    """Whether these are the digits, blanks or none."""
    digits = "".join(sign for sign in typed if sign.isascii() and sign.isdecimal())
    return hmac.compare_digest(digits.encode(), code_for(root, asking).encode())


def pass_for(root: bytes, department: str, now: datetime) -> str:
    """What a known device carries from now on."""
    return sign_link(root, Link(_PURPOSE, quote(department), now + KNOWN_FOR))


def passed_at(root: bytes, department: str, token: str, now: datetime) -> datetime | None:
    """When a device became known to a department; None when it is not, or not any more."""
    link = read_link(root, token, purpose=_PURPOSE, now=now)
    return link.expires - KNOWN_FOR if link and unquote(link.subject) == department else None


def _asking(root: bytes, department: str, chance: str) -> Asking:
    sealed = mac(root, "asking device", f"{department}\n{chance}")
    return Asking(department, f"{chance}.{sealed}", mac(root, "asked device", f"{department}\n{chance}"))
