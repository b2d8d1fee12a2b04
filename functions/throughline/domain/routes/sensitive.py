"""What a person must see before anybody else: somebody was hurt, harassed or robbed of their data, or could be.

Words alone tell; a reason is told in plain words. It errs towards a person.
"""

from functools import cache
from pathlib import Path

from throughline.domain.routes.letters import simple
from throughline.domain.routes.listed import Listed
from throughline.domain.words import words_in

_FILE = Path(__file__).with_name("sensitive.txt")
LONGEST_READ = 20_000
NEAR = 6
REASONS = {
    "hurt": "somebody may be hurt",
    "harassed": "somebody may have been harassed or threatened",
    "unsafe": "something may be dangerous",
    "data": "somebody's details may be in the wrong hands",
    "crime": "it may be a crime",
}
PAIRS = (
    *((kind, "one", "other") for kind in REASONS),
    ("hurt", "fall", "limb"),
    ("hurt", "crush", "limb of somebody"),
    ("harassed", "body", "whose"),
    ("harassed", "go", "country"),
    ("unsafe", "smell", "burning"),
    ("unsafe", "exit", "blocked"),
)


def is_sensitive(text: str) -> str:
    """Why a person must see it first; empty when nothing says so."""
    words = [simple(word) for word in words_in(text[:LONGEST_READ])]
    alone = next((kind for kind in REASONS if any(word in _listed(kind, "alone") for word in words)), "")
    return REASONS.get(alone or next((kind for kind, *pair in PAIRS if _together(kind, pair, words)), ""), "")


def _together(kind: str, pair: list[str], words: list[str]) -> bool:
    """Whether a word of one list stands close to a word of the other."""
    one, other = pair
    first = _places(kind, one, words)
    second = _places(kind, other, words) if first else []
    return any(0 < abs(here - there) <= NEAR for here in first for there in second)


def _places(kind: str, part: str, words: list[str]) -> list[int]:
    """Where words of a list stand; those `of somebody` only right behind a word that says whose."""
    name, _, owned = part.partition(" of ")
    listed, whose = _listed(kind, name), _listed(kind, owned)
    found = (at for at, word in enumerate(words) if word in listed)
    return [at for at in found if not owned or (at > 0 and words[at - 1] in whose)]


@cache
def _listed(kind: str, part: str) -> Listed:
    return Listed(_words().get(f"{kind} {part}", ""))


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found[name] = f"{found.get(name, '')} {words}"
    return found
