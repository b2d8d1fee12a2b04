"""Send one mail of the outbox: claim it, write it, post it, note it."""

import hashlib
from dataclasses import replace
from datetime import datetime

from throughline.domain.house import same_address
from throughline.domain.letter import TO_STAFF, Letter, LetterKind, Mail
from throughline.domain.line import Aside
from throughline.domain.reach import Asked
from throughline.errors import Refused, Unavailable
from throughline.ports import Facts, Letters, Paper, Postbox, Standings
from throughline.usecases.show_quotes import with_quotes
from throughline.usecases.show_thanks import tells_nothing, with_thanks

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
NO_MAIL_ARRIVES = "no mail arrives at its address any more"
NOT_CONFIRMED = "its address has not said that it is the right one, and no CX manager can be told"
NOTHING_LEFT = "what it told of is gone"
IN_DOUBT = "tried twice, and nobody can tell whether it went out"


def send_letter(
    *,
    line: str,
    name: str,
    letters: Letters,
    facts: Facts,
    standings: Standings,
    paper: Paper,
    postbox: Postbox,
    now: datetime,
) -> str:
    """Post the mail once; how it ended, in words that are counted.

    What fails before the mail service took it gives the claim back, so that another try is no double.
    What leaves open whether it went out keeps the claim: the mail service's own report settles it, or one
    more try when the lease has run out. A mail that can't go out, or may have, is shown to a person; what a
    department can't get goes to whoever stands in for it.
    """
    letter = letters.claim(line, name, now)
    if letter is None:
        return _in_doubt(line, name, letters, facts, now)
    try:
        letter = with_thanks(letter, facts)
        mail = None if tells_nothing(letter) else _written(with_quotes(_reaching(letter, standings), facts), paper)
    except Refused as refused:
        return _given_up(line, name, f"refused: {refused.what}", letters, facts, now)
    except Exception:
        letters.release(line, name)
        raise
    if mail is None:
        letters.refused(line, name, NOTHING_LEFT)
        return NOTHING_LEFT
    try:
        letters.sent(line, name, _posted(mail, line, name, letters, postbox))
    except Refused as refused:
        return _given_up(line, name, f"refused: {refused.what}", letters, facts, now)
    return f"sent: {letter.kind}"


def _posted(mail: Mail, line: str, name: str, letters: Letters, postbox: Postbox) -> str:
    try:
        return postbox.post(mail)
    except Unavailable:
        letters.release(line, name)
        raise


def _reaching(letter: Letter, standings: Standings) -> Letter:
    """The letter to an address where it arrives; Refused when there is none."""
    staff = letter.kind in TO_STAFF
    if staff and letter.subject and (asked := standings.unconfirmed(letter.subject)):
        return _to_manager(letter, asked, standings)
    if not letter.returned and not (letter.subject and standings.unreachable(letter.subject, staff=staff)):
        return letter
    beside = letter.otherwise
    if not beside or same_address(beside, letter.to) or standings.unreachable(letter.otherwise_subject, staff=True):
        raise Refused(NO_MAIL_ARRIVES)
    fields = {**letter.fields, "instead_of": letter.fields.get("department", "")}
    return replace(letter, to=beside, subject=letter.otherwise_subject, fields=fields)


def _to_manager(letter: Letter, asked: Asked, standings: Standings) -> Letter:
    """The letter to the CX manager, until the department's address says that it is the right one."""
    if not asked.manager or standings.unreachable(asked.manager_subject, staff=True):
        raise Refused(NOT_CONFIRMED)
    fields = {**letter.fields, "unconfirmed": list(asked.departments)}
    return replace(letter, to=asked.manager, subject=asked.manager_subject, fields=fields)


def _written(letter: Letter, paper: Paper) -> Mail:
    if not letter.to:
        raise Refused("nobody's address")
    return mail_of(letter, paper)


def _in_doubt(line: str, name: str, letters: Letters, facts: Facts, now: datetime) -> str:
    if not letters.in_doubt(line, name, now):
        return "already sent or taken"
    return _given_up(line, name, IN_DOUBT, letters, facts, now)


def _given_up(line: str, name: str, reason: str, letters: Letters, facts: Facts, now: datetime) -> str:
    """Show it to a person first, then let it rest: in this order nothing is lost in between."""
    show_letter(line, name, reason, facts, now)
    letters.refused(line, name, reason)
    return reason


def show_letter(line: str, name: str, reason: str, facts: Facts, now: datetime) -> None:
    """Keep a mail that did not arrive where a person sees it, once."""
    digest = hashlib.sha256(f"letter|{line}|{name}".encode()).hexdigest()[:32]
    facts.set_aside(Aside(f"Q#{digest}", f"a mail: {reason}", "letter", f"{line} {name}", now.date()))


def mail_of(letter: Letter, paper: Paper) -> Mail:
    """The mail as it goes out, with the tags that lead the mail service's reports back to its letter."""
    subject, text, html = paper.write(letter.kind, letter.fields, letter.language)
    tags = {"line": letter.line.encode().hex(), "letter": letter.name.encode().hex(), "kind": letter.kind.value}
    tags |= {"subject": letter.subject} if letter.subject else {}
    headers, bulk = {**AUTOMATIC, **letter.headers}, letter.kind is LetterKind.DIGEST
    return Mail(letter.to, subject, text, html, headers, tags, letter.reply_to, bulk=bulk)
