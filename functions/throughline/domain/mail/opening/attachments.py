"""The files that came with a mail: listed under safe names, and fetched from the raw mail when they are stored."""

from collections.abc import Iterator, Sequence

from throughline.domain.mail.incoming import Attachment, Tools
from throughline.domain.mail.opening.body import SIGNATURES, Gathered, gathered
from throughline.domain.mail.opening.file_names import safe_name
from throughline.domain.mail.opening.parts import Part, take_apart
from throughline.domain.mail.opening.transfer import size_of

MOST = 200
_UNKNOWN = "application/octet-stream"
_UNSEEN = (*SIGNATURES, "application/pgp-encrypted", "application/applefile", "text/x-amp-html", "text/watch-html")
_SIGNATURE_NAMES = ("smime.p7s", "signature.asc")


def listed(mail: Part, found: Sequence[Gathered]) -> tuple[Attachment, ...]:
    """All files of a mail and of those it encloses; files inside of a part are numbered after the last part."""
    taken: set[str] = set()
    numbers = set().union(*(one.taken for one in found))
    files = [
        Attachment(safe_name(part.file_name, part.type, taken), part.type, _size(part), part.number)
        for part in _attached(mail, numbers)
    ]
    first = sum(1 for _ in mail.walk())
    inner = [file for one in found for file in one.files]
    files += [
        Attachment(safe_name(name, _UNKNOWN, taken), _UNKNOWN, len(content), first + at)
        for at, (name, content) in enumerate(inner[:MOST])
    ]
    return tuple(files[:MOST])


def attachment_bytes(raw: bytes, part: int, *, tools: Tools | None = None) -> bytes:
    """The content of the file that a read mail lists under this part; empty when there is none.

    The same tools have to be at hand as when it was read.
    """
    mail = take_apart(raw)
    parts = list(mail.walk())
    if part < len(parts):
        return parts[part].content() if part >= 0 and not parts[part].children else b""
    inner = [file for one in all_gathered(mail, tools or Tools()) for file in one.files]
    at = part - len(parts)
    return inner[at][1] if at < len(inner) else b""


def all_gathered(mail: Part, tools: Tools) -> list[Gathered]:
    """What a mail holds, then what each mail enclosed in it does."""
    found = [gathered(mail, tools)]
    for one in found:
        found += [gathered(enclosed, tools) for enclosed in one.enclosed]
    return found


def _attached(mail: Part, taken: set[int]) -> Iterator[Part]:
    """The parts that are files, without the reports of mail systems and what seals a mail."""
    if mail.type == "multipart/report":
        return
    if mail.children:
        for child in mail.children:
            yield from _attached(child, taken)
    elif mail.number not in taken and not _is_unseen(mail) and _holds_something(mail):
        yield mail


def _is_unseen(part: Part) -> bool:
    return part.type in _UNSEEN or part.file_name.lower() in _SIGNATURE_NAMES


def _holds_something(part: Part) -> bool:
    return (
        bool(part.file_name)
        or part.disposition == "attachment"
        or not part.type.startswith(("text/", "message/", "multipart/"))
    )


def _size(part: Part) -> int:
    return size_of(part.source, part.begin, part.end, part.encoding)
