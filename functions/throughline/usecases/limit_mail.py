"""How many mails of one sender are taken in by themselves on a day; those beyond wait for a person."""

from throughline.domain.feedback import MAX_SHORT, Report, Reporter
from throughline.domain.flood import Limit
from throughline.domain.mail.incoming import ReadMail
from throughline.usecases.judge_mail import PASS
from throughline.usecases.limit_notes import limits_on
from throughline.usecases.mail_desk import Got, MailDesk, put_aside

TOO_MANY = "many notes came from the same address on that day"


def writer_of(mail: ReadMail) -> Reporter:
    """Who wrote it, as far as the mail service can tell."""
    return Reporter(mail.name[:MAX_SHORT], mail.address, verified=mail.verdicts.dmarc == PASS)


def limits_on_mail(got: Got, report: Report, desk: MailDesk) -> tuple[Limit, ...]:
    """What it is counted by as a note; nothing when a person has let it in."""
    if got.released:
        return ()
    return limits_on(
        report=report,
        bounds=desk.bounds,
        root=desk.root,
        now=got.now,
        journey_map=desk.maps.current(),
        writer=writer_of(got.mail),
    )


def hold_one_too_many(got: Got, desk: MailDesk) -> str:
    """Keep it where a person may let it in."""
    return put_aside(got=got, desk=desk, reason=TOO_MANY, held=True)
