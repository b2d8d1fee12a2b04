"""What machines answer to our mails: absences, bounces in five dialects that quote us, ticket systems."""

from collections.abc import Iterator

from e2e.mails.answers import PACKING, Answered, Raised, answer, one_line
from e2e.mails.written import address_of, head, lines, of_parts, part
from throughline.domain.case import Action, State

DAEMON = "Mail Delivery System <mailer-daemon@mx.example>"
CLEANERS = "shift-lead@brightstep-cleaning.example"
FITTERS = "office@plumbline-fitters.example"
AWAY = {
    "away-en": ("Automatic reply: a lamp", "I am away until Monday. Got it."),
    "away-de": ("Abwesenheitsnotiz: Lampe", "Ich bin bis Montag nicht im Büro. Erledigt."),
    "away-fr": ("Réponse automatique : une lampe", "Je suis absent jusqu'à lundi. C'est réglé."),
    "away-es": ("Respuesta automática: una lámpara", "Estoy fuera de la oficina hasta el lunes. Resuelto."),
}
SAYS = "Your parcel case is resolved. Fixed: everything. Got it."


def returned() -> Iterator[Answered]:
    for name, (subject, text) in AWAY.items():
        yield Answered(name, answer(name, text, subject=encoded(subject)), aside="automatic")
    sent = answer("auto-here", SAYS, "Auto-Submitted: auto-replied")
    yield Answered("auto-here", sent, aside="automatic")
    yield Answered("read", read_receipt, aside="automatic")
    yield Answered("delayed", delayed, aside="came back", sender=DAEMON, envelope="")
    tracked = answer("tracker", SAYS, "Auto-Submitted: auto-generated", sender=FITTERS, subject="[#4711] Received")
    fitting = "Fitting the kitchen"
    yield Answered("tracker", tracked, (Action.ACKNOWLEDGE,), State.ACKNOWLEDGED, sender=FITTERS, touchpoint=fitting)
    for name, made in DIALECTS.items():
        yield Answered(name, made, aside="came back", sender=DAEMON, envelope="")
    rooms = "Clean and safe rooms"
    yield Answered(
        "bounce-staff", whole, mails={"case": 1}, aside="came back", sender=DAEMON, envelope="", touchpoint=rooms
    )


def encoded(subject: str) -> str:
    return "=?utf-8?q?" + "".join(f"={one:02X}" for one in subject.encode()) + "?="


def report(name: str, address: str, quote: bytes, kind: str, to: str) -> bytes:
    told = f"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {address}\r\n"
    return of_parts(
        name,
        part("I'm sorry to have to inform you that your message could not be delivered. The case is resolved."),
        part(f"{told}Action: failed\r\nStatus: 5.1.1\r\n", "Content-Type: message/delivery-status"),
        part(quote, f"Content-Type: {kind}"),
        subject="Undelivered Mail Returned to Sender",
        kind="multipart/report; report-type=delivery-status",
        sender=DAEMON,
        to=to,
    )


def read_receipt(raised: Raised) -> bytes:
    """Somebody's program says that our mail was opened: nobody said anything."""
    told = f"Final-Recipient: rfc822;{PACKING}\nDisposition: manual-action/MDN-sent-manually; displayed\n"
    return of_parts(
        "read",
        part("Got it. This is a receipt for the mail that you sent."),
        part(told, "Content-Type: message/disposition-notification"),
        subject="Read: A lamp",
        kind="multipart/report; report-type=disposition-notification",
        sender=PACKING,
        to=raised.token(),
    )


def delayed(raised: Raised) -> bytes:
    """It may still arrive."""
    address = address_of("delayed")
    raw = report("delayed", address, ours(raised, address), "message/rfc822", heard(raised))
    return raw.replace(b"Action: failed", b"Action: delayed").replace(b"Status: 5.1.1", b"Status: 4.4.1")


def ours(raised: Raised, to: str) -> bytes:
    """Our mail as a bounce quotes it, token and all, with words that would act if anybody had said them."""
    told = raised.told
    top = f"From: throughline@throughline.test\nTo: {to}\nReply-To: {raised.token()}\n"
    return lines(f"{top}Subject: {one_line(told['subject'])}\n\nresolved: everything\nfixed\n{told['text']}")


def whole(raised: Raised) -> bytes:
    quote = ours(raised, CLEANERS)
    return report("bounce-staff", CLEANERS, quote, "message/rfc822", raised.token())


def postfix(raised: Raised) -> bytes:
    address = address_of("bounce-postfix")
    return report("bounce-postfix", address, ours(raised, address), "text/rfc822-headers", heard(raised))


def heard(raised: Raised) -> str:
    return raised.token(raised.heard)


def qmail(raised: Raised) -> bytes:
    address = address_of("bounce-qmail")
    text = (
        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the"
        " following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
        f"<{address}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
        "--- Below this line is a copy of the message.\n\n"
    )
    return said("bounce-qmail", "failure notice", text, raised)


def exim(raised: Raised) -> bytes:
    address = address_of("bounce-exim")
    text = (
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be"
        " delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n"
        f"  {address}\n    Unrouteable address\n\n"
        "------ This is a copy of the message, including all the headers. ------\n\n"
    )
    return said("bounce-exim", "Mail delivery failed: returning message to sender", text, raised)


def exchange(raised: Raised) -> bytes:
    text = (
        "Your message did not reach some or all of the intended recipients.\n\n      Subject: A lamp\n\nThe following"
        f" recipient(s) cannot be reached:\n\n      {address_of('bounce-exchange')} on 23/11/2026 10:00\n"
        "            550 5.1.1 User unknown\n\n"
    )
    return said("bounce-exchange", "Undeliverable: A lamp", text, raised)


def said(name: str, subject: str, text: str, raised: Raised) -> bytes:
    """A bounce in words alone, with our mail below."""
    kind = "Content-Type: text/plain; charset=utf-8"
    top = head(name, subject, kind, sender=DAEMON, to=heard(raised))
    return top + b"\r\n" + lines(text) + ours(raised, address_of(name))


DIALECTS = {
    "bounce-postfix": postfix,
    "bounce-qmail": qmail,
    "bounce-exim": exim,
    "bounce-exchange": exchange,
}
