"""Text as routing reads it: sentences, and words reduced so that their forms meet."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?;。！？])\s+|\n+|(?<!\s)\s+(?:but|aber|mais|pero|ma|maar)\s+")
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "ed", "es", "en", "ern", "er", "em", "e", "s", "n")
_SHORTEST_STEM = 3
# Words that deny stay: "no lift" is not "lift".
STOP = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her his i if in is it its me"
    " my of on or our she so that the their them then there they this to too up us was we were what when"
    " which who will with would you your der die das ein eine und ist mit von zu im den dem wir sie ich es"
    " le la les un une et est de des du que qui el los las y es en con por para".split()
)


def plain(word: str) -> str:
    """A word in small letters, without accents."""
    small = word.lower()
    if small.isascii():
        return small
    return "".join(mark for mark in unicodedata.normalize("NFKD", small) if not unicodedata.combining(mark))


def stem(word: str) -> str:
    """A word without accents and its commonest endings; "scratched" and "scratches" meet."""
    bare = plain(word)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            return bare[: -len(ending)]
    return bare


def words_in(text: str) -> list[str]:
    """The words of a text in order, as they are written."""
    return _WORD.findall(text)


def stems(text: str) -> tuple[str, ...]:
    """The words of a text in order, stop words left out, reduced to stems."""
    return tuple(stem(word) for word in _WORD.findall(text) if word.lower() not in STOP)


def sentences(text: str) -> tuple[str, ...]:
    """The points a text makes, one after the other; never empty pieces."""
    return tuple(piece.strip() for piece in _SENTENCE_END.split(text) if piece.strip())


def holds_phrase(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands in the words, its words next to each other."""
    width = len(phrase)
    return bool(phrase) and any(words[at : at + width] == phrase for at in range(len(words) - width + 1))
