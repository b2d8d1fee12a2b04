"""What a survey vendor is to us: how its messages are proven, and what they say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Reading
from throughline.errors import Refused

Headers = Mapping[str, str]
UNPROVEN, UNREADABLE, WRONG_TYPE = 401, 400, 415


@dataclass(frozen=True, slots=True)
class Message:
    """One call as it came: the very bytes of its body, its headers, and how and where it was sent."""

    raw: bytes
    headers: Headers
    now: datetime
    method: str = "POST"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Vendor:
    """`verify` raises Refused (401) unless the message was made with one of the secrets.

    Secrets are the bytes of what the vendor shows, two while one replaces the other. `read` says what a
    proven message means; it raises Refused (400, 415) for what it can't read, and nothing else.
    """

    verify: Callable[[Message, Sequence[bytes]], None]
    read: Callable[[Message, SurveyMap], Reading]


def header(message: Message, name: str) -> str:
    """A header by its name in small letters, empty where it is absent."""
    return next((value for key, value in message.headers.items() if key.lower() == name), "")


def unproven(what: str, field: str, do: str) -> NoReturn:
    """Refuse what nobody can prove to have sent."""
    raise Refused(what, field=field, do=do, status=UNPROVEN)


def unreadable(what: str, field: str, do: str, status: int = UNREADABLE) -> NoReturn:
    """Refuse what says nothing that we know."""
    raise Refused(what, field=field, do=do, status=status)
