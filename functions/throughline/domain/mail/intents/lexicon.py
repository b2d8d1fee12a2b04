"""All tables in one: which part a row of words plays in which language."""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from typing import NamedTuple

from throughline.domain.mail.intents.folding import table_text
from throughline.domain.mail.intents.words import Words

WESTERN = ("english", "german", "french", "spanish", "portuguese", "italian", "dutch", "swedish", "polish")
LANGUAGES = (*WESTERN, "japanese", "chinese")
_CHOICE = re.compile(r"\(([^()]*)\)")
_LETTERS = {part.name: str(part.metadata["letter"]) for part in fields(Words)}


class Lexicon(NamedTuple):
    """Phrases with their part by language; how long phrases get that begin with a word; who knows a word."""

    parts: dict[str, list[tuple[int, str]]]
    longest: dict[str, int]
    speakers: dict[str, list[int]]


@cache
def lexicon(*, eastern: bool) -> Lexicon:
    """Made once, when the first such reply is read: with the languages that put no spaces, or without."""
    made = Lexicon({}, {}, {})
    for language, name in enumerate(LANGUAGES if eastern else WESTERN):
        own = _own(import_module(f"throughline.domain.mail.intents.{name}").WORDS)
        for phrase, letter in own.items():
            made.parts.setdefault(phrase, []).append((language, letter))
            first, _, more = phrase.partition(" ")
            length = more.count(" ") + 2 if more else 1
            if made.longest.get(first, 0) < length:
                made.longest[first] = length
        for word in set(" ".join(own).split()):
            made.speakers.setdefault(word, []).append(language)
    return made


def _own(table: Words) -> dict[str, str]:
    """The phrases of one language with their part; the first part counts."""
    own: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        for phrase in _each(table_text(getattr(table, name))):
            own.setdefault(phrase, letter)
    return own


def _each(phrases: str) -> Iterator[str]:
    for phrase in phrases.split(","):
        for one in _written_out(phrase) if "(" in phrase else (phrase,):
            words = " ".join(one.split())
            if words:
                yield words


def _written_out(phrase: str) -> Iterator[str]:
    """Each way through the choices: "(a|b|) c" is "a c", "b c" and "c"."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        yield phrase
        return
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    for rest in list(_written_out(after)):
        for one in choice[1].split("|"):
            yield f"{before}{one}{rest}"
