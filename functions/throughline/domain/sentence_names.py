"""Names that a sentence begins with, where a capital alone tells nothing."""

import re
from collections.abc import Iterable
from itertools import pairwise

from throughline.domain.name_words import listed
from throughline.domain.nameless import CAPITAL, RUN
from throughline.domain.routes.letters import simple

_WITHIN = re.compile(r"[\w,;:)\]]\s")
_INITIAL = re.compile(rf"(?:^|\w\w[.!?]\s+)[^\w\s]*[^\W\d_]\.\s*({CAPITAL})")
_CONTRACTED = re.compile(r"['’](?:s|m|d|t|ve|re|ll)\Z", re.IGNORECASE)
_ELIDED = re.compile(r"\A(?:[ldjcmnst]|qu)['’](?=[^\W\d_]{2})", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_ARTICLE, _JOINED, _SERVANT, _SONS, _FAITH = "ال", ("و", "ل"), "عبد", {"بن", "بنت"}, "الدين"
_SHOUTED = 3
# Nouns have capitals there, so that an adjective before one looks like a first name.
_GERMAN = re.compile(
    r"\b(?:der|die|das|den|dem|und|ist|sind|nicht|mit|eine?[mnrs]?|keine?[mnrs]?|wir|ich|sie|auch|auf|von|vom|zu|zum"
    r"|zur|im|aber|sehr|wenig|jetzt|wieder|gibt|nach|beim|wird|wurden?|werden|noch|nun|vor|aus"
    r"|gut|\w*[äöüÄÖÜß]\w*)\b"
)
_INFLECTED = ("e", "er", "es", "en", "em")
_SHORTEST_INFLECTED = 5


def begins_with_name(text: str, *, known: Iterable[str] = ()) -> bool:
    """Whether a sentence begins with two words, both with capitals, that are neither ordinary nor `known`.

    In Arabic, which has no capitals, whether a word that is a first name stands in it, or follows a title.
    """
    ours = {simple(word) for phrase in known for word in re.findall(r"[^\W\d_]+", phrase)}
    return any(_in_line(line, ours) for line in text.splitlines() if line.strip())


def is_within(text: str, at: int) -> bool:
    """Whether what stands there goes on with a sentence."""
    return at > 1 and _WITHIN.match(text, at - 2) is not None


def _in_line(line: str, ours: set[str]) -> bool:
    runs = (found[0] for found in RUN.finditer(line) if not is_within(line, found.start()))
    inflects = _GERMAN.search(line) is not None
    if any(_is_name(run, ours, inflects=inflects) for run in runs):
        return True
    return any(_is_strange(_bare(found[1]), ours) for found in _INITIAL.finditer(line)) or _in_arabic(line)


def _is_name(run: str, ours: set[str], *, inflects: bool) -> bool:
    """Whether two words of it, side by side, are a first name and anything, or two that are nobody's words."""
    words = [_bare(word) for word in run.split() if word[0].isupper()]
    return any(
        not one.isupper()
        and (_is_first(one, other, ours) or not (inflects and _is_inflected(one)))
        and (_is_first(one, other, ours) or (_is_strange(one, ours) and _is_strange(other, ours)))
        for one, other in pairwise(words)
    )


def _is_first(one: str, other: str, ours: set[str]) -> bool:
    """Whether it is a first name; one that is a word too only where what follows is no other's word."""
    plain = simple(one)
    return len(other) > 1 and (plain in listed("given") or (plain in listed("also") and _is_strange(other, ours)))


def _is_strange(word: str, ours: set[str]) -> bool:
    """Whether it may be a name: written as one, and neither ordinary nor ours."""
    plain, short = simple(word), word.isupper() and len(word) < _SHOUTED
    return word[:1].isupper() and not short and plain not in ours and plain not in listed("ordinary")


def _is_inflected(word: str) -> bool:
    """Whether it may be an adjective of German."""
    return len(word) >= _SHORTEST_INFLECTED and word.endswith(_INFLECTED)


def _bare(word: str) -> str:
    """The word without what is contracted before or after it."""
    return _CONTRACTED.sub("", _ELIDED.sub("", word))


def _in_arabic(line: str) -> bool:
    """Whether a first name stands there, beside another word; one that is a word too only before a last name."""
    words = [simple(word) for word in _ARABIC.findall(line)]
    names = listed("arabic")
    if any(word in names or (word[:1] in _JOINED and word[1:] in names) for word in words) and len(words) > 1:
        return True
    return any(_are_arabic(one, other) for one, other in pairwise(words))


def _are_arabic(one: str, other: str) -> bool:
    """Whether both are a name: a title before it, a first name that is a word too, what last names begin with."""
    too, pair = listed("arabic_too"), listed("arabic_pair")
    if other == _FAITH:
        return True
    if one in too or one == _SERVANT:
        return other.startswith(_ARTICLE) or other in too | pair
    return one in listed("arabic_titles") | _SONS or (one in pair and other in too | pair)
