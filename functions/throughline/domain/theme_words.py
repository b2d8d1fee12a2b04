"""Comments as themes read them: what each sentence speaks of, whatever its language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from throughline.domain.theme_senses import SENSES
from throughline.domain.theme_stop_words import STOPS
from throughline.domain.words import stem

LONGEST_READ = 2000
LONGEST_WORD = 30
NEAR = 2
_BETWEEN = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_ABBREVIATED = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,12})\.$")
SHORTENED = 2
_WORD = re.compile(r"[぀-ヿ㐀-鿿]+|[^\W\d_぀-ヿ㐀-鿿]+(?:['’][^\W\d_]+)*")
_WITHOUT_SPACES = re.compile(r"[぀-ヿ㐀-鿿]")
_HIRAGANA = re.compile(r"[぀-ゟ]+")
_TITLES = frozenset(
    "mr mrs ms mister dr prof herr herrn frau fräulein mme mlle monsieur mademoiselle sr sra srta señor señora"
    " señorita signor signora signorina dott senhor senhora meneer mevrouw dhr mevr fröken".split()
)
# Words too, in one language or another: titles only where they are written large.
_LARGE_TITLES = frozenset("M Hr Fr Miss Sir Madam Madame Don Doña Dona Sig Mw Pan Pani Pana Panią Fru".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something: what it is counted as, and where it stands in the text."""

    term: str
    start: int
    end: int


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of the text begin and end, without the blanks around them."""
    read, start = text[:LONGEST_READ], 0
    for between in _BETWEEN.finditer(read):
        if not _shortened(read[max(start, between.start() - LONGEST_WORD) : between.start()]):
            yield from _stripped(read, start, between.start())
            start = between.end()
    yield from _stripped(read, start, len(read))


def words_of(text: str, start: int = 0, end: int = LONGEST_READ) -> Iterator[Word]:
    """The telling words of a stretch of text; stop words, and names after a title, are left out."""
    titled = False
    for found in _WORD.finditer(text, start, end):
        surface = found[0]
        if _WITHOUT_SPACES.match(surface):
            yield from _pieces(surface, found.start())
            continue
        if is_title(surface):
            titled = True
            continue
        titled = titled and surface[0].isupper()
        term = "" if titled or len(surface) > LONGEST_WORD else term_of(surface)
        if term:
            yield Word(term, found.start(), found.end())


def terms_of(text: str) -> frozenset[str]:
    """What a comment speaks of, word by word."""
    return frozenset(word.term for start, end in sentences_of(text) for word in words_of(text, start, end))


def pairs_of(text: str, frequent: frozenset[str]) -> frozenset[str]:
    """Which two of the frequent words stand close together in a sentence, in either order."""
    found = set()
    for start, end in sentences_of(text):
        terms = [word.term for word in words_of(text, start, end)]
        for at, one in enumerate(terms):
            near = terms[at + 1 : at + 1 + NEAR]
            found |= {pair(one, other) for other in near if one in frequent and other in frequent and one != other}
    return frozenset(found)


def pair(one: str, other: str) -> str:
    """Two terms as one, the same in either order."""
    return f"{one} {other}" if one < other else f"{other} {one}"


def names_somebody(text: str) -> bool:
    """Whether a title stands in the text, and so perhaps a name."""
    return any(is_title(found[0]) for found in _WORD.finditer(text))


def is_title(surface: str) -> bool:
    """Whether a name follows a word like this."""
    return surface.lower() in _TITLES or surface in _LARGE_TITLES


@lru_cache(maxsize=1 << 15)
def term_of(surface: str) -> str:
    """What a word is counted as: its sense where the service has one, else its stem; "" says nothing."""
    plain = surface.lower().replace("’", "'")
    if plain in STOPS:
        return ""
    word = max(plain.split("'"), key=len)
    reduced = "" if word in STOPS or len(word) < NEAR + 1 else stem(word)
    return SENSES.get(reduced, reduced)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _shortened(before: str) -> bool:
    """Whether the dot at the end is that of a short form ("M. Petit", "z. B."), where no sentence ends."""
    found = _ABBREVIATED.search(before)
    return found is not None and (len(found[1]) <= SHORTENED or is_title(found[1]))


def _pieces(run: str, start: int) -> Iterator[Word]:
    """Scripts without spaces, two signs at a time; endings and particles, in hiragana, say nothing."""
    for at in range(len(run) - 1):
        piece = run[at : at + 2]
        if not _HIRAGANA.fullmatch(piece):
            yield Word(piece, start + at, start + at + 2)
