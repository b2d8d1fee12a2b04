"""What a made-up reply needs of a language: words to say, and how mail programs speak it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. In `gmail` to `ox` stands {who} for the name and {at} for the address of the one quoted.

    `says` are whole answers, `bits` short ones for between quotes, `asked` the paragraphs quoted; `labels` are
    the header fields of Outlook (from, sent, to, subject) with `sent` the day as it shows it.
    """

    code: str
    says: tuple[str, ...]
    bits: tuple[str, str]
    asked: tuple[str, str]
    gmail: str
    apple: str
    thunderbird: str
    yahoo: str
    ox: str
    labels: tuple[str, str, str, str]
    sent: str
    original: str
    phone: str
    outlook: str
    farewell: str
    post: str
    notice: str
