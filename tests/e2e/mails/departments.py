"""Answers of departments: in seven languages and more clients, doing one thing, or only seeming to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from e2e.mails.answers import PACKING, Answered, Raised, answer, one_line
from e2e.mails.written import INBOX, head, lines, of_parts, part
from throughline.domain.case import Action, State

GOT_IT = ((Action.ACKNOWLEDGE,), State.ACKNOWLEDGED, {"understood": 1})
FIXED = ((Action.RESOLVE,), State.RESOLVED, {"understood": 1, "changed": 1})
ASKED = ((Action.COMMENT,), State.ROUTED, {"asked": 1})
PASSED_ON = """See below.

---------- Forwarded message ---------
From: Bilal Hussain <bilal@oakandlantern.example>
Date: Mon, 23 Nov 2026
Subject: Re: A lamp
To: Packing

Fixed: the foot is wrapped now.
"""
TWICE = (Action.ACKNOWLEDGE, Action.COMMENT)
NEXT_WEEK = f"{datetime.now(UTC) + timedelta(days=7):%d/%m/%Y}"
CLEAR = {
    "ack-en": ("Got it.", GOT_IT),
    "resolve-de": ("Erledigt: Wir polstern den Fuß jetzt doppelt.", FIXED),
    "resolve-nl": ("Opgelost: de voet is ingepakt.", FIXED),
    "resolve-it": ("Risolto: la base è imballata.", FIXED),
    "ack-pt": ("Recebido, obrigado.", GOT_IT),
    "ack-ja": ("了解しました。", GOT_IT),
    "extend-es": (
        f"Necesitamos más tiempo hasta el {NEXT_WEEK}.",
        ((Action.EXTEND,), State.ACKNOWLEDGED, {"understood": 1}),
    ),
    "hand-on-fr": (
        "Ce n'est pas pour nous, c'est pour Warehouse.",
        ((Action.HAND_ON,), State.HANDED_ON, {"understood": 1, "case": 1}),
    ),
    "question-en": ("Which shop was it?", ((Action.ASK,), State.WAITING, {"understood": 1, "question": 1})),
}
TRAPS = {
    "trap-not-yet": "Not fixed yet.",
    "trap-will": "It should be fixed on Friday.",
    "trap-it": "Non ancora risolto.",
    "trap-fr": "Pas encore réglé.",
    "trap-sarcasm": "Great, another one fixed by nobody.",
    "trap-quoted": "Hm.\n\nOn Mon, 23 Nov 2026 at 10:00, Line wrote:\n> fixed: what you changed\n> got it\n",
    "trap-title": "Hm, odd.\n\n-- \nBo Marsh\nFixed Assets, got it all\n",
    "quote-only": "On Mon, 23 Nov 2026 at 10:00, Line wrote:\n> fixed: what you changed\n> got it\n",
}


def departments() -> list[Answered]:
    spoken = [Answered(name, answer(name, text), *outcome) for name, (text, outcome) in CLEAR.items()]
    return [*spoken, *(Answered(name, answer(name, text), *ASKED) for name, text in TRAPS.items()), *by_client()]


def by_client() -> Iterator[Answered]:
    """The same words as different programs write them, and by different ways back to the case."""
    colleague = "bilal@oakandlantern.example"
    upper, copied = answer("token-upper", "Got it.", to=in_capitals), answer("token-in-cc", "Got it.", to=in_copy)
    yield Answered("outlook-html", outlook, *GOT_IT)
    yield Answered("bottom", bottom, *FIXED)
    yield Answered("interleaved", interleaved, *ASKED)
    yield Answered("token-upper", upper, *GOT_IT)
    yield Answered("token-in-cc", copied, *GOT_IT)
    yield Answered("token-lost", token_lost, *GOT_IT)
    yield Answered("colleague", answer("colleague", "Got it.", sender=colleague), *GOT_IT, sender=colleague)
    yield Answered("reply-thrice", answer("reply-thrice", "Got it."), *GOT_IT, times=3)
    enveloped = answer("token-in-envelope", "Got it.", to=lambda _: INBOX)
    yield Answered("token-in-envelope", enveloped, *GOT_IT, recipient=Raised.token)
    crowded = answer("token-among-many", "Got it.", to=among_many)
    yield Answered("token-among-many", crowded, *GOT_IT, recipient=Raised.token)
    yield Answered("photo", photo, *ASKED)
    yield Answered("passed-on", answer("passed-on", PASSED_ON, subject="Fwd: A lamp"), *ASKED)
    yield Answered("reply-sealed", encrypted, *ASKED)
    yield Answered("words-in-subject", answer("words-in-subject", "", subject="Got it"), *ASKED)
    yield Answered("calendar", calendar, aside="automatic")
    more = answer("twice-again", "Got it, thank you.")
    yield Answered("twice", answer("twice", "Got it."), TWICE, State.ACKNOWLEDGED, {"understood": 1}, also=more)


def in_capitals(raised: Raised) -> str:
    return raised.token().upper()


def among_many(raised: Raised) -> str:
    return ",\r\n ".join([*(f"colleague-{at}@oakandlantern.example" for at in range(150)), raised.token()])


def photo(raised: Raised) -> bytes:
    told = ("Content-Type: image/jpeg; name=foot.jpg", "Content-Transfer-Encoding: base64")
    return of_parts("photo", part("AAAA", *told), subject="Re: A lamp", sender=PACKING, to=raised.token())


def encrypted(raised: Raised) -> bytes:
    kind = ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "Content-Transfer-Encoding: base64")
    return (
        head("reply-sealed", "Re: A lamp", *kind, sender=PACKING, to=raised.token()) + b"\r\n" + lines("MIIGjQYJKoZI")
    )


def in_copy(raised: Raised) -> str:
    return f"{INBOX}\r\nCc: Ed <ed@customers.example>, Line <{raised.token()}>"


def token_lost(raised: Raised) -> bytes:
    """Found by the id that the mail service gave our mail."""
    message_id = raised.told["headers"]["Message-ID"]
    return answer("token-lost", "Got it.", f"In-Reply-To: {message_id}", to=lambda _: INBOX)(raised)


def outlook(raised: Raised) -> bytes:
    """HTML alone, the old mail below without a mark."""
    page = (
        f"<html><body><div class=WordSection1><p class=MsoNormal>Got it.</p></div><div><div style='border:none;"
        f"border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Throughline<br>"
        f"<b>Sent:</b> Monday, 23 November 2026 10:00<br><b>To:</b> {PACKING}<br><b>Subject:</b> A lamp</p></div></div>"
        f"<p>fixed: what you changed</p>{raised.told['html']}</body></html>"
    )
    kind = "Content-Type: text/html; charset=utf-8"
    return head("outlook-html", "RE: A lamp", kind, sender=PACKING, to=raised.token()) + b"\r\n" + lines(page)


def quoted(raised: Raised) -> list[str]:
    told = [f"> {row}" for row in raised.told["text"].splitlines()]
    return ["On Mon, 23 Nov 2026 at 10:00, Throughline <throughline@throughline.test> wrote:", *told]


def bottom(raised: Raised) -> bytes:
    text = "\n".join((*quoted(raised), "", "Fixed: the foot is wrapped now."))
    return answer("bottom", text)(raised)


def interleaved(raised: Raised) -> bytes:
    """Nothing that is said between the quotes is lost."""
    begins, *rest = quoted(raised)
    text = "\n".join((begins, *rest[:4], "", "We saw that box too.", "", *rest[4:8], "", "We ask the factory.", ""))
    return answer("interleaved", text)(raised)


def calendar(raised: Raised) -> bytes:
    """Somebody pressed "Accept" in a calendar: that says nothing about the case."""
    told = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:p@x.example\n"
    return of_parts(
        "calendar",
        part("Got it."),
        part(f"{told}END:VEVENT\nEND:VCALENDAR\n", "Content-Type: text/calendar; method=REPLY; charset=utf-8"),
        subject=one_line(f"Accepted: {raised.told['subject']}"),
        kind="multipart/alternative",
        sender=PACKING,
        to=raised.token(),
    )
