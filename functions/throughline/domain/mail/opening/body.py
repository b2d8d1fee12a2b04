"""The words of a mail, gathered from its parts, and the files beside them."""

import re
from dataclasses import dataclass, field

from throughline.domain.mail.incoming import Tools, Unpacked
from throughline.domain.mail.opening.decoding import text_from
from throughline.domain.mail.opening.parts import LARGEST_OPENED, OPAQUE, Part
from throughline.domain.mail.opening.sealed import is_enveloped, without_armor
from throughline.domain.mail.opening.transfer import without_uu_files

LONGEST_TEXT, LONGEST_HTML = 400_000, 1_000_000
_PLAIN = ("text/plain", "text/enriched", "text/richtext", "text/markdown")
_HTML = "text/html"
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_MARKUP = re.compile(r"\s{0,99}(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_ENRICHED = re.compile(r"</?[a-z]{1,20}>", re.IGNORECASE)
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_FIRST_ONLY = ("multipart/related", "multipart/signed", "multipart/report")
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


@dataclass(frozen=True, slots=True)
class Words:
    """The same words plain and as HTML; either may be missing."""

    plain: str = ""
    html: str = ""

    def __bool__(self) -> bool:
        return bool(self.plain.strip() or self.html.strip())


@dataclass(slots=True)
class Gathered:
    """What one mail holds: its words, which of its parts they took, the mails enclosed, what was found sealed.

    `files` lie inside of other parts: those of containers, and of text that holds them.
    """

    mail: Part
    words: Words = Words()
    taken: set[int] = field(default_factory=set)
    enclosed: list[Part] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    encrypted: bool = False
    signed: bool = False
    calendar: bool = False
    rich_only: bool = False


def gathered(mail: Part, tools: Tools) -> Gathered:
    """All that a mail says itself, without what the mails in it say."""
    gathering = _Gathering(mail, tools)
    words = gathering.words(mail)
    if not words:
        gathering.named_too = True
        words = gathering.words(mail)
    gathering.found.words = words or gathering.unpacked
    gathering.found.rich_only = not gathering.found.words and gathering.found.rich_only
    return gathering.found


class _Gathering:
    def __init__(self, mail: Part, tools: Tools) -> None:
        self._tools = tools
        self.found = Gathered(mail)
        self.named_too = False
        self.unpacked = Words()
        self._seen: set[int] = set()
        self._room = {_HTML: LONGEST_HTML, _PLAIN[0]: LONGEST_TEXT}

    def words(self, part: Part) -> Words:
        self._note(part)
        if part.type.startswith("message/"):
            return Words()
        if part.children:
            return self._of_many(part)
        return self._of_one(part) if self._is_words(part) else Words()

    def _note(self, part: Part) -> None:
        """What a part is besides words; once, since the parts may be looked through twice."""
        if part.number in self._seen:
            return
        self._seen.add(part.number)
        if part.type.startswith("message/") and part.children:
            self.found.enclosed.append(part.children[0])
        self.found.calendar |= part.type == "text/calendar" and part.disposition != "attachment"
        self.found.signed |= part.type == "multipart/signed" or (part.type in OPAQUE and bool(part.children))
        self.found.encrypted |= part.type == "multipart/encrypted" or _is_enveloped(part)
        if part.type in _TNEF or part.file_name.lower() == "winmail.dat":
            self._open(part)

    def _open(self, part: Part) -> None:
        opened = self._tools.open_tnef(part.content()) if part.end - part.begin <= LARGEST_OPENED else None
        if not opened:
            return
        self.found.taken.add(part.number)
        self.found.files += opened.files
        self.unpacked = self.unpacked or Words(opened.text[:LONGEST_TEXT], opened.html[:LONGEST_HTML])
        self.found.rich_only |= _is_rich_only(opened)

    def _is_words(self, part: Part) -> bool:
        if part.number in self.found.taken or (part.file_name and not self.named_too):
            return False
        return part.type in (*_PLAIN, _HTML) and part.disposition != "attachment"

    def _of_one(self, part: Part) -> Words:
        kind = _HTML if part.type == _HTML else _PLAIN[0]
        if self._room[kind] <= 0:
            return Words()
        self.found.taken.add(part.number)
        text = text_from(part.message, part.body(), self._tools.detect_charset)[: self._room[kind]]
        self._room[kind] -= len(text)
        if (part.type == _HTML and "<" in text) or _MARKUP.match(text):
            return Words(html=text)
        if part.type in _PLAIN[1:3]:
            text = _ENRICHED.sub("", text)
        return Words(self._without_files(text))

    def _without_files(self, text: str) -> str:
        bare, encrypted, signed = without_armor(text)
        self.found.encrypted |= encrypted
        self.found.signed |= signed
        words, files = without_uu_files(bare)
        self.found.files += files
        return words

    def _of_many(self, part: Part) -> Words:
        if part.type == "multipart/encrypted":
            return Words()
        first = 1 if part.type in _FIRST_ONLY else len(part.children)
        for child in part.children[first:]:
            self._note(child)
        told = [words for words in (self.words(child) for child in part.children[:first]) if words]
        if part.type == "multipart/report":
            self.found.enclosed.clear()
        if part.type != "multipart/alternative":
            return _joined(told)
        plain = next((words.plain for words in told if words.plain.strip()), "")
        return Words(plain, next((words.html for words in reversed(told) if words.html.strip()), ""))


def _joined(told: list[Words]) -> Words:
    """Several words one after the other; as HTML where any of them is HTML alone."""
    if len(told) == 1:
        return told[0]
    html = "\n".join(words.html or f"<pre>{words.plain.translate(_ESCAPES)}</pre>" for words in told)
    any_html = any(words.html for words in told)
    if any(not words.plain.strip() for words in told):
        return Words("", html)
    return Words("\n".join(words.plain for words in told), html if any_html else "")


def _is_enveloped(part: Part) -> bool:
    if part.type not in OPAQUE or part.children:
        return False
    declared = part.message.get("Content-Type", "")
    return "enveloped" in str(declared).lower() or is_enveloped(part.content()[:100])


def _is_rich_only(opened: Unpacked) -> bool:
    return not (opened.text.strip() or opened.html.strip()) and any(
        name.lower().endswith(".rtf") for name, _ in opened.files
    )
