"""A reply as a row of parts: each phrase the tables know is one letter, all else is `x`."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from throughline.domain.mail.intents.folding import WITHOUT_SPACES, WORD, folded
from throughline.domain.mail.intents.lexicon import LANGUAGES, Lexicon, lexicon

MOST_WORDS, MOST_SIGNS = 600, 7_200
_ANY = re.compile(
    rf"(?P<sad>:-?(?:[(\[|]|/(?!/)))|(?P<word>{WORD})|(?P<number>\d+(?:[.,:/\-]\d+)*)|(?P<line>\s*\n\s*)"
    r"|(?P<pause>…+|\.{2,})|(?P<end>[.!;。！；]+)"
    r"|(?P<asked>[?？¿]+)|(?P<colon>[:：()（）|]|[–—]|(?<=\s)-+(?=\s)|--+)|(?P<comma>[,/、，])|(?P<and>[&+])"
    r"|(?P<sign>[^\s\w])"
)
_MARKS = {
    "line": "/",
    "end": ".",
    "asked": "?",
    "colon": ":",
    "comma": ",",
    "pause": ",",
    "and": "&",
    "number": "n",
    "sad": "S",
}
_QUOTES = "'‘’‹›"
_QUOTED = re.compile(r"[\"“”„‟«»「『]\s?[^\"“”„‟«»」』]{1,300}[\"“”„‟«»」』]|(?<!\w)['‘‹][^'’›\n]{1,300}['’›](?!\w)")
_QUOTED_FIT = "DCZWGOV"
_TRAPS = "NFSLBQk"
_HEARD = 0.25  # a language with less of the words than this share lends no harmless words
_JAPANESE, _CHINESE = LANGUAGES.index("japanese"), LANGUAGES.index("chinese")
_BETWEEN = re.compile(rf"[{WITHOUT_SPACES}]|[^'’´`{WITHOUT_SPACES}]+")
_NOT_ALL = "%‰½⅓¼¾\ufffd"
_EASTERN = re.compile(rf"[{WITHOUT_SPACES}]")
_KANA = re.compile(r"[\u3040-\u30ff]")


class Item(NamedTuple):
    """One part, where it stands in the text, and its words as tables hold them."""

    part: str
    start: int
    end: int
    words: tuple[str, ...]


class _Piece(NamedTuple):
    word: str
    start: int
    end: int
    mark: str


def tagged(text: str) -> list[Item]:
    """The parts of the first words of a text, in order."""
    text = text[:MOST_SIGNS]
    pieces = list(islice(_pieces(text), MOST_WORDS))
    words = lexicon(eastern=bool(_EASTERN.search(text)))
    ranks = _ranks(pieces, words, has_kana=bool(_KANA.search(text)))
    items: list[Item] = []
    told = [found.span() for found in _QUOTED.finditer(text)]
    at = 0
    while at < len(pieces):
        item, at = _next(pieces, at, words, ranks)
        if item is not None:
            items.append(_quoted(text, item, told))
    return items


def is_too_long(text: str) -> bool:
    """Whether there are more words than are looked at."""
    return len(text) > MOST_SIGNS or sum(1 for _ in islice(_pieces(text), MOST_WORDS + 1)) > MOST_WORDS


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _ANY.finditer(text):
        kind = found.lastgroup or ""
        if kind == "word":
            yield from _words(found[0], found.start())
        else:
            yield _Piece(found[0], found.start(), found.end(), _MARKS.get(kind, ""))


def _words(written: str, start: int) -> Iterator[_Piece]:
    """The words of one row of letters, each where it stands: "l'étiquette" is two."""
    pieces = folded(written)
    spans = [(one.start(), one.end()) for one in _BETWEEN.finditer(written)]
    if len(spans) != len(pieces):
        spans = [(0, len(written))] * len(pieces)
    for word, (begin, end) in zip(pieces, spans, strict=True):
        yield _Piece(word, start + begin, start + end, "")


def _ranks(pieces: Sequence[_Piece], words: Lexicon, *, has_kana: bool) -> list[float]:
    """How much of the words each language knows; a word that many know says little."""
    ranks = [0.0] * len(LANGUAGES)
    for piece in pieces:
        known = words.speakers.get(piece.word, ())
        for language in known:
            ranks[language] += 1 / len(known)
    if has_kana:
        ranks[_JAPANESE] += ranks[_CHINESE]
    return ranks


def _next(pieces: Sequence[_Piece], at: int, words: Lexicon, ranks: Sequence[float]) -> tuple[Item | None, int]:
    first = pieces[at]
    if first.mark:
        return Item(first.mark, first.start, first.end, (first.word,)), at + 1
    for length in range(min(words.longest.get(first.word, 0), len(pieces) - at), 0, -1):
        phrase = tuple(piece.word for piece in pieces[at : at + length])
        known = words.parts.get(" ".join(phrase), ())
        part = _part(known, ranks)
        if part and (part in _TRAPS or not _is_faint(known, ranks)):
            return Item(part, first.start, pieces[at + length - 1].end, phrase), at + length
    if not first.word[0].isalnum():
        return (Item("S", first.start, first.end, (first.word,)) if first.word in _NOT_ALL else None), at + 1
    return Item("x", first.start, first.end, (first.word,)), at + 1


def _part(by_language: Sequence[tuple[int, str]], ranks: Sequence[float]) -> str:
    """The part in the language that is spoken most; between equals the one that promises least."""
    if not by_language:
        return ""
    return min(by_language, key=lambda one: (-ranks[one[0]], one[1] not in _TRAPS, one[0]))[1]


def _is_faint(known: Sequence[tuple[int, str]], ranks: Sequence[float]) -> bool:
    return max(ranks[language] for language, _part_there in known) < _HEARD * max(ranks)


def _quoted(text: str, item: Item, told: Sequence[tuple[int, int]]) -> Item:
    """What is set in quotes is told, not said."""
    if item.part not in _QUOTED_FIT:
        return item
    before, after = text[: item.start].rstrip(), text[item.end :].lstrip(" .,!")[:1]
    is_opened = before[-1:] in _QUOTES and not before[-2:-1].isalpha() and before
    is_quoted = is_opened or (after and after in _QUOTES) or any(one[0] < item.start < one[1] for one in told)
    return item._replace(part="L") if is_quoted else item
