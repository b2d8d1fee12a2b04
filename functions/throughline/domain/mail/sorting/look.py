"""A mail at first sight: what its headers, its subject and its first lines tell about who sent it."""

import re
import unicodedata
from email.message import Message
from functools import cached_property

from throughline.domain.mail.incoming import Own
from throughline.domain.mail.opening.decoding import header
from throughline.domain.mail.opening.parameters import content_type
from throughline.domain.mail.sorting import kind_words
from throughline.domain.mail.sorting.outer import ADDRESS, first_text, outer_parts, values
from throughline.domain.mail.sorting.sender import mailbox

OPENING = 2_000
LONGEST_SUBJECT = 300
LONGEST_FROM = 2_000
FIRST = 400
LONGEST_GREETING = 40
_GREETS = (",", "!", "、", "，", "！")
_ANSWERED = re.compile(
    r"(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|res|rif|odp|enc|i|pd|回复|答复|转发|返信|転送)\s*(?:\[\d+\])?:"
)
_TIES = frozenset(("in-reply-to", "references"))
_BRACKETED = re.compile(r"[\[【(<《]\s*([^\]】)>》]{1,60}?)\s*[\]】)>》]")
_SOMEBODY_AWAY = re.compile(
    r"(?:auto: )?[^:?!]{1,60} (?:is|will be) out of (?:the )?office(?: ?\(.*\)?| until .*| from .*|\.)?"
)
_FAILED_ADDRESS = re.compile(r"(?m)^[\s<\"]{0,20}[^\s<>@]{1,64}@[^\s<>@]{2,250}")
_SMTP_CODE = re.compile(r"\b55[0-4]\b|\b[45]\.\d{1,2}\.\d{1,3}\b")


class Look:
    """Read once, each thing when it is first asked for; words in small letters, in one form of each sign."""

    def __init__(self, message: Message, own: Own) -> None:
        self.message = message
        self.own = own
        self.names = frozenset(name.lower() for name, _ in message.raw_items())

    def told(self, name: str) -> str:
        """The topmost header of a name in small letters, without what follows a semicolon or a comment."""
        if name.lower() not in self.names:
            return ""
        return re.split(r"[;(]", header(self.message, name).lower(), maxsplit=1)[0].strip()

    @cached_property
    def parts(self) -> tuple[Message, ...]:
        """The mail's own parts."""
        return tuple(outer_parts(self.message))

    @cached_property
    def types(self) -> frozenset[str]:
        """The content types of its own parts."""
        return frozenset(content_type(part) for part in self.parts)

    @cached_property
    def senders(self) -> list[str]:
        """All that its From headers say."""
        return values(self.message, "From")

    @cached_property
    def sender(self) -> str:
        """The address of the one sender; the bare name where a machine gives no address."""
        written = header(self.message, "From")[:LONGEST_FROM].lower()
        name, _, inside = written.rpartition("<")
        bare = re.split(r"[(>@]", inside, maxsplit=1)[0]
        return mailbox(written)[1] or bare.strip("\"' ") or name.strip("\"' ")

    @cached_property
    def name(self) -> str:
        """The name that the sender goes by; empty when it gives an address only."""
        return ADDRESS.sub("", header(self.message, "From")[:LONGEST_FROM].lower()).strip("<>\"'() ")

    @cached_property
    def box(self) -> str:
        """The part of the sender's address before the @."""
        return self.sender.partition("@")[0].replace("_", "-").strip("\"' ")

    @cached_property
    def no_way_back(self) -> bool:
        """Whether the mail was sent so that nothing can come back: machines do, people can't."""
        return "return-path" in self.names and header(self.message, "Return-Path").replace(" ", "") == "<>"

    @cached_property
    def subject(self) -> str:
        """The subject."""
        return _plain(header(self.message, "Subject")[:LONGEST_SUBJECT])

    @cached_property
    def answers(self) -> bool:
        """Whether the subject says that it answers or passes on another mail."""
        return bool(_ANSWERED.match(self.subject))

    @cached_property
    def opening(self) -> str:
        """The beginning of its text, line ends kept."""
        return first_text(self.message)[: 2 * OPENING].lstrip()[:OPENING].lower()

    @cached_property
    def first_line(self) -> str:
        """The first line that is more than a greeting."""
        lines = [line.strip(" *#|=_-") for line in self.opening[:FIRST].splitlines()]
        said = [line for line in lines if line and not (len(line) <= LONGEST_GREETING and line.endswith(_GREETS))]
        return said[0] if said else ""

    @cached_property
    def first_words(self) -> str:
        """The first words on one line, without what draws lines and frames."""
        return re.sub(r"[\s*#|=_-]+", " ", self.opening[:FIRST]).strip() if self.opening else ""

    def named_as(self, words: frozenset[str]) -> bool:
        """Whether the subject is one of these words, or has it before a colon or in brackets."""
        bracketed = _BRACKETED.match(self.subject)
        inside = bracketed[1] if bracketed else ""
        return bool({self.subject.strip(" .!*"), self.subject.partition(":")[0].strip(), inside} & words)

    @cached_property
    def somebody_is_away(self) -> bool:
        """Whether the subject says that people are away, which people say too."""
        dashed = self.subject.partition(" - ")[0] in kind_words.ANSWERS
        said = dashed or self.named_as(kind_words.ABSENCES) or bool(_SOMEBODY_AWAY.fullmatch(self.subject))
        return said and (not _asks(self.subject) or bool(_TIES & self.names))

    @cached_property
    def asks(self) -> bool:
        """Whether a question stands in its beginning: machines that report ask none."""
        return _asks(self.opening)

    @cached_property
    def says_it_failed(self) -> bool:
        """Whether its first words say that a mail came back."""
        return any(words in self.first_words for words in kind_words.FAILED)

    @cached_property
    def gives_what_failed(self) -> bool:
        """Whether an address leads a line, or a mail server's code stands in it."""
        return bool(_FAILED_ADDRESS.search(self.opening) or _SMTP_CODE.search(self.opening))

    @cached_property
    def subject_says_returned(self) -> bool:
        """Whether the subject says that a mail came back, which people say too."""
        return any(words in self.subject for words in kind_words.RETURNED)


def _asks(text: str) -> bool:
    return "?" in text or "？" in text


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("’", "'").split())
