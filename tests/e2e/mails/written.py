"""Mails as bytes, written by hand: what a mail library would repair is left as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formatdate

from e2e.line import token

RUN = token()
INBOX = "feedback@in.throughline.test"
CRUSHED = "The box arrived crushed and the lamp in it was scratched."
OVER = "The wrapping was damaged and the lamp arrived broken."


@dataclass(frozen=True)
class Nasty:
    """A mail, and what whoever wrote it expects to come of it.

    As a note it `says` some words and not those in `never`, and goes `to` these departments if any are named;
    with an `aside` it becomes nothing, for a reason that holds this word, and `dropped` it leaves no trace.
    Only a note with an `answered` sender is answered, once; it is sent so many `times`.
    """

    name: str
    raw: bytes
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    to: tuple[str, ...] | None = None
    aside: str = ""
    dropped: bool = False
    answered: bool = True
    thanks: int = 0
    times: int = 1
    sender: str = ""

    @property
    def is_note(self) -> bool:
        return not (self.aside or self.dropped)

    @property
    def address(self) -> str:
        """Whom an answer would go to."""
        return self.sender or address_of(self.name)


def address_of(name: str) -> str:
    return f"{name}-{RUN}@homes.example"


def id_of(name: str) -> str:
    return f"<{name}.{RUN}@mail.example>"


def head(name: str, subject: str = "A lamp", *more: str, sender: str = "", to: str = INBOX) -> bytes:
    """The header, without the empty line that ends it."""
    lines = [
        f"From: {sender or f'Ada Reed <{address_of(name)}>'}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Message-ID: {id_of(name)}",
        f"Date: {formatdate()}",
        "MIME-Version: 1.0",
        *more,
    ]
    return "".join(f"{line}\r\n" for line in lines if not line.startswith("Subject: ") or subject).encode()


def plain(name: str, text: str, subject: str = "A lamp", *more: str, sender: str = "", to: str = INBOX) -> bytes:
    """A mail of plain words."""
    kind = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit")
    return head(name, subject, *more, *kind, sender=sender, to=to) + b"\r\n" + lines(text)


def lines(text: str) -> bytes:
    return "\r\n".join(text.splitlines()).encode() + b"\r\n"


def part(content: str | bytes, *fields: str) -> bytes:
    """One part of several."""
    told = "".join(f"{field}\r\n" for field in fields or ("Content-Type: text/plain; charset=utf-8",))
    return told.encode() + b"\r\n" + (lines(content) if isinstance(content, str) else content)


def together(parts: Iterable[bytes], boundary: str = "part") -> bytes:
    """The body of a mail of several parts."""
    mark = boundary.encode()
    return b"".join(b"--" + mark + b"\r\n" + one + b"\r\n" for one in parts) + b"--" + mark + b"--\r\n"


def of_parts(
    name: str, *parts: bytes, subject: str = "A lamp", kind: str = "multipart/mixed", sender: str = "", to: str = INBOX
) -> bytes:
    """A mail of several parts; `kind` may have parameters."""
    return (
        head(name, subject, f'Content-Type: {kind}; boundary="part"', sender=sender, to=to) + b"\r\n" + together(parts)
    )
