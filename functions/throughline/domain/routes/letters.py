"""Letters as they are typed in haste: without accents, strokes and ligatures."""

from throughline.domain.words import plain

_PLAIN = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def simple(word: str) -> str:
    """A word in small letters that every keyboard has."""
    bare = plain(word)
    return bare if bare.isascii() else bare.translate(_PLAIN)
