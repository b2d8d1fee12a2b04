"""Take a mail in whose writer wants no name in it: the raw mail goes before anybody acts on its words.

Each step may be the last one: whatever comes again goes on from there. First a copy without the name, then the
fact and the one confirmation, both sealed, then the raw mail is deleted, then both are announced.
"""

import json

from throughline.domain.feedback import MAX_TEXT, Channel, Feedback, Report
from throughline.domain.mail.saying.nameless import without_name
from throughline.domain.seal import line_of, mac, receipt_of
from throughline.errors import Refused
from throughline.usecases.limit_mail import hold_one_too_many, limits_on_mail
from throughline.usecases.mail_desk import ERASED, Got, MailDesk
from throughline.usecases.reply_letters import Writer, unnamed_letter

INBOUND, UNNAMED = "inbound/", "unnamed/"
RECORDED = "recorded without a name"


def record_unnamed(*, got: Got, desk: MailDesk, text: str, reference: str = "") -> str:
    """Keep the words and the subject alone; the Message-ID is kept as a keyed code."""
    mail, copy = got.mail, copy_of(got.stored)
    words = without_name(text, mail.name, mail.address)[:MAX_TEXT]
    message = mac(desk.root, "message", f"{mail.identity}|{words}")
    language = mail.language or "en"
    report = Report(f"mail|{desk.own.domain}|{message}", Channel.MAIL, words, reference=reference, language=language)
    receipt = receipt_of(desk.root, report.identity)
    line = line_of(desk.root, receipt)
    desk.mails.keep(copy, json.dumps({"line": line, "words": words}, ensure_ascii=False).encode())
    head, writer = desk.head(desk.maps.current()), Writer(mail.address, language)
    letter = unnamed_letter(line, receipt, words, writer, head) if mail.address else None
    feedback = Feedback(line, report, report.digest(), got.now.date(), copy)
    standing = desk.facts.record_sealed(feedback, letter, limits_on_mail(got, report, desk))
    if standing.erased:
        desk.mails.drop(copy)
        return ERASED
    if standing.over:
        desk.mails.drop(copy)
        return hold_one_too_many(got, desk)
    if standing.stored != copy:
        desk.facts.keep_copy(line, copy)
    desk.mails.drop(got.stored)
    return RECORDED if desk.facts.unseal(line) else "repeated"


def resume_unnamed(*, stored: str, desk: MailDesk) -> bool:
    """Go on where a raw mail is deleted already; False when it was none of these."""
    try:
        kept = json.loads(desk.mails.read(copy_of(stored)))
    except Refused:
        return False
    desk.facts.unseal(str(kept["line"]))
    return True


def copy_of(stored: str) -> str:
    """Where the copy without a name lies."""
    return UNNAMED + stored.removeprefix(INBOUND)
