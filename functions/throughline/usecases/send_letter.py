"""Send one mail of the outbox: claim it, write it, post it, note it."""

from datetime import datetime

from throughline.domain.letter import Letter, LetterKind
from throughline.errors import Refused, Unavailable
from throughline.ports import Letters, Mail, Paper, Postbox

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send_letter(*, line: str, name: str, letters: Letters, paper: Paper, postbox: Postbox, now: datetime) -> str:
    """Post the mail once; how it ended, in words that are counted.

    Unavailable (try again) gives the claim back first, since the mail service did not take it.
    """
    letter = letters.claim(line, name, now)
    if letter is None:
        return "already sent or taken"
    if not letter.to:
        letters.refused(letter, "nobody's address")
        return "refused: nobody's address"
    try:
        message_id = postbox.post(mail_of(letter, paper))
    except Refused as refused:
        letters.refused(letter, refused.what)
        return f"refused: {refused.what}"
    except Unavailable:
        letters.release(line, name)
        raise
    letters.sent(line, name, message_id)
    return f"sent: {letter.kind}"


def mail_of(letter: Letter, paper: Paper) -> Mail:
    """The mail as it goes out, with the tags that lead the mail service's reports back to its letter."""
    subject, text, html = paper.write(letter.kind, letter.fields, letter.language)
    tags = {
        "line": letter.line.encode().hex(),
        "letter": letter.name.encode().hex(),
        "kind": letter.kind.value,
    }
    headers = {**AUTOMATIC, **letter.headers}
    return Mail(letter.to, subject, text, html, headers, tags, bulk=letter.kind is LetterKind.DIGEST)
