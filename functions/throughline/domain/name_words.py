"""Words that tell names from other words: what sentences begin with, first names, titles."""

from functools import cache
from pathlib import Path

from throughline.domain.routes.letters import simple

_FILE = Path(__file__).with_name("name_words.txt")


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of a kind, in small letters without accents."""
    lines = (line.partition(": ") for line in _FILE.read_text("utf-8").splitlines())
    return frozenset(simple(word) for name, _, words in lines if name == kind for word in words.split())
