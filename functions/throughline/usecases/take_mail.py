"""Decide what a stored mail is for: a reply, a note, a sign of life of some machine, or nothing of that."""

from throughline.domain.mail.incoming import MailKind
from throughline.usecases.find_thread import reply_in
from throughline.usecases.judge_mail import suspicion_of
from throughline.usecases.leave_digest import leave_digest
from throughline.usecases.mail_desk import Got, MailDesk, aside_id, put_aside
from throughline.usecases.record_mail import record_mail, recorded_before
from throughline.usecases.take_reply import Apart, take_reply, take_tracker
from throughline.usecases.take_return import take_return

OWN = "dropped: our own mail came back to us"
_ASIDE = {MailKind.AUTO: "an automatic mail: nobody wrote it", MailKind.LIST: "sent to a mailing list"}
_RETURNS = frozenset({MailKind.BOUNCE, MailKind.COMPLAINT})


def take_mail(*, got: Got, desk: MailDesk) -> str:
    """Do what follows from the mail, once, however often it is delivered; what that was, in words that are counted.

    Only what a person wrote makes or changes a case, and nothing automatic is ever answered.
    """
    suspicion = suspicion_of(got.mail, desk)
    if suspicion and not (got.released and suspicion.held):
        return put_aside(got=got, desk=desk, reason=suspicion.reason, held=suspicion.held)
    if got.mail.kind is MailKind.SELF:
        return OWN
    if got.mail.kind in _RETURNS:
        return take_return(got=got, desk=desk)
    if got.mail.kind is not MailKind.HUMAN:
        return _of_no_person(got, desk)
    return _let_in(got, desk) if got.released else _of_a_person(got, desk)


def _of_no_person(got: Got, desk: MailDesk) -> str:
    reply = reply_in(got.mail, desk) if got.mail.kind is MailKind.AUTO else None
    taken = take_tracker(reply=reply, got=got, desk=desk) if reply else Apart()
    return put_aside(got=got, desk=desk, reason=_ASIDE[got.mail.kind]) if isinstance(taken, Apart) else taken


def _of_a_person(got: Got, desk: MailDesk) -> str:
    reply = reply_in(got.mail, desk)
    done = recorded_before(got=got, desk=desk) if reply else leave_digest(got=got, desk=desk)
    if done:
        return done
    taken = take_reply(reply=reply, got=got, desk=desk) if reply else Apart()
    return record_mail(got=got, desk=desk, reference=taken.reference) if isinstance(taken, Apart) else taken


def _let_in(got: Got, desk: MailDesk) -> str:
    """A held mail that a person let in is a note, whatever it answers; it never acts."""
    outcome = record_mail(got=got, desk=desk)
    desk.facts.let_go(aside_id(got, desk))
    return outcome
