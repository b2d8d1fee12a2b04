"""Send one mail of the outbox: claim it, write it, post it, note it."""

import hashlib
from datetime import datetime

from throughline.domain.letter import Letter, LetterKind, Mail
from throughline.domain.line import Aside
from throughline.errors import Refused, Unavailable
from throughline.ports import Facts, Letters, Paper, Postbox

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
IN_DOUBT = "tried twice, and nobody can tell whether it went out"


def send_letter(
    *, line: str, name: str, letters: Letters, facts: Facts, paper: Paper, postbox: Postbox, now: datetime
) -> str:
    """Post the mail once; how it ended, in words that are counted.

    What fails before the mail service took it gives the claim back, so that another try is no double.
    What leaves open whether it went out keeps the claim: the mail service's own report settles it, or one
    more try when the lease has run out. A mail that can't go out, or may have, is shown to a person.
    """
    letter = letters.claim(line, name, now)
    if letter is None:
        return _in_doubt(line, name, letters, facts, now)
    try:
        message_id = postbox.post(_written(letter, paper))
    except Refused as refused:
        return _given_up(line, name, f"refused: {refused.what}", letters, facts, now)
    except (Unavailable, _NotWrittenError):
        letters.release(line, name)
        raise
    letters.sent(line, name, message_id)
    return f"sent: {letter.kind}"


class _NotWrittenError(Exception):
    """The mail's texts could not be made."""


def _written(letter: Letter, paper: Paper) -> Mail:
    if not letter.to:
        raise Refused("nobody's address")
    try:
        return mail_of(letter, paper)
    except Exception as error:
        raise _NotWrittenError from error


def _in_doubt(line: str, name: str, letters: Letters, facts: Facts, now: datetime) -> str:
    if not letters.in_doubt(line, name, now):
        return "already sent or taken"
    return _given_up(line, name, IN_DOUBT, letters, facts, now)


def _given_up(line: str, name: str, reason: str, letters: Letters, facts: Facts, now: datetime) -> str:
    """Show it to a person first, then let it rest: in this order nothing is lost in between."""
    digest = hashlib.sha256(f"letter|{line}|{name}".encode()).hexdigest()[:32]
    facts.set_aside(Aside(f"Q#{digest}", f"a mail: {reason}", "letter", f"{line} {name}", now.date()))
    letters.refused(line, name, reason)
    return reason


def mail_of(letter: Letter, paper: Paper) -> Mail:
    """The mail as it goes out, with the tags that lead the mail service's reports back to its letter."""
    subject, text, html = paper.write(letter.kind, letter.fields, letter.language)
    tags = {"line": letter.line.encode().hex(), "letter": letter.name.encode().hex(), "kind": letter.kind.value}
    headers = {**AUTOMATIC, **letter.headers}
    return Mail(letter.to, subject, text, html, headers, tags, bulk=letter.kind is LetterKind.DIGEST)
