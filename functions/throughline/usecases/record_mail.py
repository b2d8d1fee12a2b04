"""Take a person's mail in as feedback: one conditional write."""

from throughline.domain.feedback import MAX_TEXT, Channel, Report
from throughline.domain.mail.incoming import ReadMail, Shape
from throughline.domain.mail.saying.nameless import wants_no_name
from throughline.domain.mail.sorting.subject_line import bare_subject
from throughline.domain.seal import line_of, mac, receipt_of
from throughline.errors import Refused, TooMany
from throughline.usecases.find_thread import answers_ours
from throughline.usecases.keep_files import keep_files
from throughline.usecases.limit_mail import hold_one_too_many, limits_on_mail, writer_of
from throughline.usecases.mail_desk import ERASED, Got, MailDesk, put_aside
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.record_unnamed import record_unnamed

NO_WORDS = "there are no words in it"
ENCRYPTED = "it is encrypted: nobody here can read it"


def record_mail(*, got: Got, desk: MailDesk, reference: str = "") -> str:
    """Record the mail once, however often it is delivered; what became of it, in words that are counted.

    `reference` is the code of an earlier case that it is about.
    """
    mail, text = got.mail, text_of(got.mail)
    if mail.shape is Shape.ENCRYPTED and not mail.split.new.strip():
        return put_aside(got=got, desk=desk, reason=ENCRYPTED)
    if not text:
        return put_aside(got=got, desk=desk, reason=NO_WORDS)
    if wants_no_name(mail.subject, mail.split.new):
        return record_unnamed(got=got, desk=desk, text=text, reference=reference)
    report = Report(
        got.identity(desk),
        Channel.MAIL,
        text,
        reporter=writer_of(mail),
        reference=reference,
        language=mail.language or "en",
        thread=mac(desk.root, "conversation", f"{mail.address}|{bare_subject(mail.subject)}"),
    )
    return _recorded(report, got, desk)


def recorded_before(*, got: Got, desk: MailDesk) -> str:
    """What a mail that is a note already comes to; "" where it is none. What it was taken for once, it stays."""
    line = line_of(desk.root, receipt_of(desk.root, got.identity(desk)))
    known = desk.facts.line(line)
    if known.feedback and known.feedback.stored != got.stored:
        desk.facts.keep_copy(line, got.stored)
    return ERASED if known.erased else "repeated" if known.feedback else ""


def text_of(mail: ReadMail) -> str:
    """What a mail says: its subject and its new words, else the names of the files that came.

    The subject of an answer is whoever's wrote the mail before: of a digest it tells what others were thanked for.
    """
    plain = "" if answers_ours(mail) else mail.subject.strip()
    words = mail.split.new.strip() or ("" if plain else ", ".join(one.name for one in mail.attachments))
    if not plain or plain.lower() in words.lower():
        return words[:MAX_TEXT]
    return f"{plain}\n\n{words}".strip()[:MAX_TEXT]


def _recorded(report: Report, got: Got, desk: MailDesk) -> str:
    line, limits = line_of(desk.root, receipt_of(desk.root, report.identity)), limits_on_mail(got, report, desk)
    files = keep_files(got=got, desk=desk, line=line)
    try:
        recorded = record_feedback(
            report=report, now=got.now, root=desk.root, facts=desk.facts, stored=got.stored, files=files, limits=limits
        )
    except TooMany:
        for file in files:  # they stay in the raw mail
            desk.mails.drop(file)
        return hold_one_too_many(got, desk)
    except Refused as refused:
        other = mac(desk.root, "aside", f"{report.identity}|{report.digest()}")
        return put_aside(got=got, desk=desk, reason=refused.what, name=f"Q#{other}")
    if recorded.erased:
        return ERASED
    if recorded.stored != got.stored:
        desk.facts.keep_copy(recorded.line, got.stored)
    return "repeated" if recorded.repeated else "recorded"
