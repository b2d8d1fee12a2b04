"""Two hundred hostile strings through every letter and page: the bones stay those of a harmless one."""

from email import message_from_bytes
from functools import cache
from typing import Any

import pytest

from hostile.strings import HOSTILE
from throughline.adapters.paper import render_letter, render_page
from throughline.adapters.paper_words import cleaned
from throughline.adapters.ses import raw_mail
from throughline.domain.letter import Mail
from throughline.usecases.send_letter import AUTOMATIC
from unit.paper.contexts import LETTERS
from unit.paper.page_contexts import PAGES
from unit.paper.page_variants import VARIANTS
from unit.paper.reading import Reading

ORDINARY = {name: (name, context) for name, context in PAGES.items()}
EVERY_PAGE = ORDINARY | VARIANTS
DECIDES = frozenset({"kind", "state", "actions", "action", "tag", "digest", "field", "share"})
LINKS = frozenset({"url", "desk_url", "receipt_url", "speak_url", "choice_url", "site", "out", "sheet", "page_url"})
LONGEST = 1_000  # of what a mail is made of here: more takes longer and shows no more
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = frozenset("\r\0\x0b\x0c\x1b\x7f\x85\x9b" + TURNING)
TO, SENDER = "packing@shop.example", "Throughline <line@shop.example>"
LANGUAGES = ("en", "de")

Bones = tuple[list[tuple[str, tuple[str, ...]]], list[str]]


def spoiled(value: Any, words: str, name: str = "") -> Any:
    """The same fields with other words everywhere but where the product itself decides what stands there."""
    if name in DECIDES | LINKS:
        return value
    if isinstance(value, str):
        return words if value else value
    if isinstance(value, dict):
        return {key: spoiled(item, words, key) for key, item in value.items()}
    return [spoiled(item, words) for item in value] if isinstance(value, list) else value


def harmless(words: str) -> str:
    """Calm words of the same lines, so that nothing but the words differs."""
    return "\n".join("calm" if line.strip() else line for line in cleaned(words).split("\n"))


def bones(html: str) -> Bones:
    """Every element with its attributes' names, and every link with the names of what it asks for."""
    read = Reading(html)
    return read.elements, [asks(link) for link in read.links]


def asks(link: str) -> str:
    """Where a link leads and what it gives by which name; what is given is data wherever it comes from."""
    where, mark, given = link.partition("?")
    return where + mark + "&".join(one.partition("=")[0] for one in given.split("&"))


@cache
def calm_letter(kind: str, words: str, language: str) -> Bones:
    return bones(render_letter(kind, spoiled(LETTERS[kind], words), language).html)


@cache
def calm_page(page: str, words: str, language: str) -> Bones:
    template, context = EVERY_PAGE[page]
    return bones(render_page(template, spoiled(context, words), language))


@pytest.mark.parametrize("name", HOSTILE)
def test_letters_keep_their_bones(name: str) -> None:
    words = HOSTILE[name]
    language = LANGUAGES[len(words) % 2]
    for kind, fields in LETTERS.items():
        hostile = render_letter(kind, spoiled(fields, words), language)
        assert bones(hostile.html) == calm_letter(kind, harmless(words), language), kind
        assert not UNSEEN & set(hostile.subject + hostile.text + hostile.html), kind
        assert len(hostile.subject.splitlines()) <= 1
        assert headers_of(hostile.subject, hostile.text, hostile.html) == headers_of("calm", "calm\n", "calm\n")


@pytest.mark.parametrize(("at", "name"), [*enumerate(HOSTILE)])
def test_pages_keep_their_bones(at: int, name: str) -> None:
    """Every page, and in turn one of what a page becomes in the end."""
    words = HOSTILE[name]
    language = LANGUAGES[len(words) % 2]
    for page in (*ORDINARY, list(VARIANTS)[at % len(VARIANTS)]):
        template, context = EVERY_PAGE[page]
        hostile = render_page(template, spoiled(context, words), language)
        assert bones(hostile) == calm_page(page, harmless(words), language), page
        assert not UNSEEN & set(hostile), page
        hostile.encode()


def headers_of(subject: str, text: str, html: str) -> list[str]:
    """The names of all headers of the mail as it goes over the wire, its parts' too."""
    raw = raw_mail(Mail(TO, subject[:LONGEST], text[:LONGEST], html[:LONGEST], AUTOMATIC), SENDER)
    message = message_from_bytes(raw)
    assert message["To"] == TO
    return [name for part in message.walk() for name in part.keys()]  # noqa: SIM118 - a message is no mapping here
