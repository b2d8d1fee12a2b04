"""Take a stored mail in: a person's becomes feedback, everything else is set aside with the reason."""

from datetime import datetime

from throughline.domain.feedback import MAX_TEXT, Channel, Report, Reporter
from throughline.domain.line import Aside
from throughline.domain.mail.reading import MailKind, ReadMail
from throughline.domain.seal import mac
from throughline.domain.subject import subject_of
from throughline.errors import Refused
from throughline.ports import Facts
from throughline.usecases.record_feedback import record_feedback

ERASED = "erased before: the mail goes unread"
_ASIDE = {
    MailKind.AUTO: "an automatic mail: nobody wrote it",
    MailKind.BOUNCE: "a mail that came back",
    MailKind.LIST: "sent to a mailing list",
    MailKind.SELF: "our own mail came back to us",
}


def record_mail(*, mail: ReadMail, stored: str, mailbox: str, now: datetime, root: bytes, facts: Facts) -> str:
    """Record the mail once, however often it is delivered; what became of it, in words that are counted.

    `stored` is where the raw mail lies, `mailbox` the address it came to.
    """
    identity = f"mail|{mailbox}|{mail.identity}"
    reason = mail.held or _ASIDE.get(mail.kind, "") or ("" if mail.words else "there are no words in it")
    if reason:
        aside = Aside("Q#" + mac(root, "aside", identity), reason, "mail", stored, now.date())
        return _set_aside(aside, subject_of(root, mail.address), facts)
    report = Report(
        identity,
        Channel.MAIL,
        _with_subject(mail)[:MAX_TEXT],
        reporter=Reporter(mail.name, mail.address),
    )
    try:
        recorded = record_feedback(report=report, now=now, root=root, facts=facts, stored=stored)
    except Refused as refused:
        other = mac(root, "aside", f"{identity}|{report.digest()}")
        aside = Aside(f"Q#{other}", refused.what, "mail", stored, now.date())
        return _set_aside(aside, subject_of(root, mail.address), facts)
    if recorded.erased:
        return ERASED
    if recorded.stored != stored:
        facts.keep_copy(recorded.line, stored)
    return "repeated" if recorded.repeated else "recorded"


def _set_aside(aside: Aside, subject: str, facts: Facts) -> str:
    if not facts.set_aside(aside, subject=subject):
        standing = facts.set_aside_before(aside.id)
        if standing is None:
            return ERASED
        if standing.what != aside.what:
            facts.keep_copy(aside.id, aside.what)
    return f"set aside: {aside.reason}"


def _with_subject(mail: ReadMail) -> str:
    plain = mail.subject.strip()
    if not plain or plain.lower() in mail.words.lower():
        return mail.words
    return f"{plain}\n\n{mail.words}"
