"""Mails as a front line writes them on most days: what reading one of them costs is what reading mail costs."""

from collections.abc import Iterator
from email.message import EmailMessage
from html import escape
from itertools import product

WRITERS = ("Nadia Farrow", "Gregor Muir", "Rosa Lindqvist", "Jörg Weiß")
NOTES = (
    ("Queue at the till", "The card reader froze again at noon and eleven people queued until it came back."),
    ("Crushed box", "The box arrived crushed and the foot of the lamp was scratched.\n\nThe customer wants a new one."),
    ("Third floor", "A heavy wardrobe, no lift, and the route left us no time. She waited two hours for us."),
    ("Refund", "He has waited five weeks and his refund still has not come. It is the third time that he calls."),
    ("Empty shelf", "The app said in stock, the shelf was empty. Two families drove an hour for nothing."),
    ("Thank you", "A woman came in just to thank the two who carried her sofa up. She nearly cried."),
    ("Dirty floor", "It was dirty at the play corner and there were no paper towels.\n\nOn Saturday it was the same."),
    ("Grüße aus der Küche", "The kitchen planner was patient and explained every drawer – sehr schön."),
)
SIGNED = "\n\nBest regards\n{name}\n\n-- \n{name}\nOak & Lantern\nTel. +44 20 7946 0{number:03}"
ASKED = "How did it go today?\nTell us what your customers told you, in a few words.\nWe read every one of them.\n"
QUOTE = "\n\nOn Fri, 20 Nov 2026 at 09:12, Feedback <feedback@in.throughline.example> wrote:\n\n{quoted}"
HTML = "<html><body>{words}<br><div class=gmail_quote><blockquote>{quoted}</blockquote></div></body></html>"
SHEET = bytes(range(256)) * 120


def typical_mails() -> Iterator[bytes]:
    """Each note in four forms: plain, signed, as a reply in plain and HTML, with a picture."""
    forms = (_plain, _signed, _replied, _pictured)
    for number, ((subject, note), form) in enumerate(product(NOTES, forms)):
        name = WRITERS[number % len(WRITERS)]
        mail = EmailMessage()
        mail["From"] = f"{name} <{name.split()[0].lower().replace('ö', 'oe')}@oakandlantern.example>"
        mail["To"] = "Feedback <feedback@in.throughline.example>"
        mail["Subject"] = subject
        mail["Date"] = "Fri, 20 Nov 2026 10:00:00 +0000"
        mail["Message-ID"] = f"<{number}@oakandlantern.example>"
        form(mail, note, SIGNED.format(name=name, number=number))
        yield mail.as_bytes()


def _plain(mail: EmailMessage, note: str, _signature: str) -> None:
    mail.set_content(note)


def _signed(mail: EmailMessage, note: str, signature: str) -> None:
    mail.set_content(note + signature)


def _replied(mail: EmailMessage, note: str, signature: str) -> None:
    del mail["Subject"]
    mail["Subject"] = "Re: How did it go today?"
    quoted = "".join(f"> {line}\n" for line in ASKED.splitlines())
    mail.set_content(note + signature + QUOTE.format(quoted=quoted))
    words = escape(note + signature).replace("\n", "<br>")
    mail.add_alternative(HTML.format(words=words, quoted=escape(ASKED)), subtype="html")


def _pictured(mail: EmailMessage, note: str, signature: str) -> None:
    mail.set_content(note + signature)
    mail.add_attachment(SHEET, maintype="image", subtype="jpeg", filename="photo.jpg")
