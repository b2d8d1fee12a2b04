"""Raw mails for tests, built by hand: what a library writes is never as odd as what people get."""

from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.domain.mail.incoming import ReadMail
from throughline.domain.mail.reading import read_mail

HEAD = b"From: Dee Driver <dee@shop.example>\nSubject: Till 3\nMessage-ID: <one@shop.example>\n"
WROTE = "The card reader froze twice."


def read(raw: bytes) -> ReadMail:
    return read_mail(raw, tools=MAIL_TOOLS)


def said(body: bytes, more: str = "", head: bytes = HEAD) -> str:
    """The new words of a mail with this body, and these headers more."""
    return read(head + more.encode() + b"\n" + body).split.new


def text(charset: str = "", encoding: str = "") -> str:
    """The headers of a text part."""
    declared = f"Content-Type: text/plain; charset={charset}\n" if charset else ""
    return declared + (f"Content-Transfer-Encoding: {encoding}\n" if encoding else "")


def part(body: bytes | str, headers: str = "") -> bytes:
    """One part of a mail with several."""
    return headers.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def of_parts(*parts: bytes, kind: str = "mixed", head: bytes = HEAD, bound: str = "b1") -> bytes:
    """A mail of several parts, or a part that holds some when `head` is empty."""
    line = f"--{bound}".encode()
    held = b"".join(line + b"\n" + one + b"\n" for one in parts)
    return head + f'Content-Type: multipart/{kind}; boundary="{bound}"\n\n'.encode() + held + line + b"--\n"
