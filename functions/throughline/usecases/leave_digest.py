"""Take a reader's bare “stop”, in answer to a digest, for what it is: their choice to get no more of them."""

from throughline.domain.mail.incoming import ReadMail
from throughline.domain.mail.saying.leaving import leaves
from throughline.domain.person import person_id
from throughline.usecases.choose_digest import choose_digest
from throughline.usecases.find_thread import answers_ours
from throughline.usecases.judge_mail import PASS
from throughline.usecases.mail_desk import Got, MailDesk, aside_id, put_aside

LEFT = "a reader wants no more digests, which is noted"


def leave_digest(*, got: Got, desk: MailDesk) -> str:
    """What became of it, in words that are counted; empty for any other mail, and for one of whom nobody can tell.

    It counts once: what its reader chooses afterwards stands when the same mail comes again.
    """
    mail = got.mail
    if mail.verdicts.dmarc != PASS or not answers_ours(mail) or not _leaves(mail):
        return ""
    person = person_id(email=mail.address, name="", department="")
    reader = desk.directory.person(person)
    if reader is None or not reader.active:
        return ""
    if desk.facts.set_aside_before(aside_id(got, desk)) is None:
        choose_digest(person=person, digest="off", directory=desk.directory)
    return put_aside(got=got, desk=desk, reason=LEFT)


def _leaves(mail: ReadMail) -> bool:
    """A line like “Unsubscribe” alone may be taken for what a mailing list puts below a mail."""
    return not mail.attachments and leaves(mail.split.new.strip() or mail.split.signature)
