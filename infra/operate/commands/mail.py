"""`throughline mail`: what the product reads in a mail, and the sealed raw mails."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

import click

from operate.commands.privacy import audit, raw_mail
from operate.commands.standing import standing
from throughline.domain.mail.incoming import Intent, MailKind, Meant, ReadMail, Shape

LARGEST_READ = 40 * 1024 * 1024 + 1  # one byte beyond what the mail service takes tells that there is more
_TOKEN = re.compile(r"r\+[a-z2-7]{50,62}", re.IGNORECASE)
_ASIDE = {
    MailKind.AUTO: "set aside: an automatic mail",
    MailKind.BOUNCE: "set aside: a mail that came back",
    MailKind.COMPLAINT: "set aside: a complaint about a mail of ours",
    MailKind.LIST: "set aside: sent to a mailing list",
    MailKind.SELF: "dropped: our own mail",
}
_NOTHING: dict[str, Any] = {
    **dict.fromkeys("kind from subject new quoted signature".split(), ""),
    "attachments": [],
    **dict.fromkeys("thread intent intent_to intent_until outcome reason".split(), ""),
}


@click.group(epilog="Example: throughline mail read note.eml")
def mail() -> None:
    """Mails as the product reads them."""


mail.add_command(raw_mail)
mail.add_command(audit)
mail.add_command(standing)


@mail.command("read", epilog="Example: throughline mail read *.eml")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--list",
    "listing",
    type=click.File(encoding="utf-8", errors="surrogateescape"),
    help="A file that names one mail a line.",
)
def read(files: tuple[Path, ...], listing: TextIO | None) -> None:
    """One JSON line a file; ends with 1 when one of them could not be opened."""
    out, opened = sys.stdout.buffer, True
    for path in chain(files, _named(listing or ())):
        row = _row(path)
        opened = opened and bool(row["kind"])
        out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        out.flush()
    sys.exit(0 if opened else 1)


def _named(listing: Iterable[str]) -> Iterator[Path]:
    for line in listing:
        name = line.rstrip("\r\n")
        if name.strip():
            yield Path(name)


def _row(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_READ)
    except (OSError, ValueError) as error:
        return {"file": str(path), **_NOTHING, "reason": f"it can't be opened: {error}"}
    return {"file": str(path), **_told(raw)}


def _told(raw: bytes) -> dict[str, Any]:
    from throughline.adapters.mail_tools import MAIL_TOOLS
    from throughline.domain.mail.reading import read_mail

    found = read_mail(raw, tools=MAIL_TOOLS)
    meant, thread = _meant(found), _thread(found)
    return {
        "kind": found.kind.value,
        "from": found.address,
        "subject": found.subject,
        "new": found.split.new,
        "quoted": found.split.quoted,
        "signature": found.split.signature,
        "attachments": [{"name": one.name, "type": one.type, "size": one.size} for one in found.attachments],
        "thread": thread,
        "intent": meant.intent.value,
        "intent_to": meant.to,
        "intent_until": meant.until.isoformat() if meant.until else "",
        "outcome": _outcome(found, thread),
        "reason": found.reason,
    }


def _meant(found: ReadMail) -> Meant:
    """What a person's own words ask for; those of somebody whose mail is passed on ask for nothing."""
    if found.kind is not MailKind.HUMAN or found.shape is Shape.FORWARDED:
        return Meant(Intent.NONE)
    from throughline.domain.mail.intent import meant_by

    return meant_by(found.split.new, today=found.written_on or datetime.now(UTC).date())


def _thread(found: ReadMail) -> str:
    """The token of ours that it was sent to, else the first mail it answers."""
    locals_ = (address.partition("@")[0] for address in found.threading.recipients)
    token = next((local for local in locals_ if _TOKEN.fullmatch(local)), "")
    return token or next(iter(found.threading.answers), "")


def _outcome(found: ReadMail, thread: str) -> str:
    """What becomes of it, as far as that shows in the mail alone."""
    if found.verdicts.virus == "FAIL":
        return "set aside: the mail service found a virus in it"
    if found.verdicts.spam == "FAIL":
        return "set aside: the mail service takes it for spam"
    if found.kind is not MailKind.HUMAN:
        return _ASIDE[found.kind]
    if found.shape is Shape.FORWARDED:
        return "forwarded feedback"
    if thread:
        return "reply"
    return "feedback" if found.words or found.attachments else "set aside: there are no words in it"
