"""What did not work and what to do now, said on a page in the reader's language.

Whoever finds a problem says it in English, and programs get it so. A page knows the sentence again, or the
sentences in a row, and says the same in its own language; what they name stays as it is.
"""

import re
from collections.abc import Callable
from functools import cache
from gettext import NullTranslations

from markupsafe import Markup, escape

from throughline.adapters.paper_problems import PROBLEMS
from throughline.adapters.paper_sayings import pattern_of, reason_in

LONGEST = 1_000  # more than this is no sentence of ours, but somebody's words
FRAMED = "problem"  # the value that is a problem itself

_END = re.compile(r"(?<=[.?!]) ")


def told_in(words: NullTranslations) -> Callable[[object], Markup]:
    """A filter that says a known problem in the language, what it names set apart; anything else stays as it is."""
    reason = reason_in(words)

    def told(value: object) -> Markup:
        text = str(value)
        return (_sentences(text) if len(text) <= LONGEST else None) or escape(text)

    def _sentences(text: str) -> Markup | None:
        return _one(text) or next(filter(None, (_with_rest(text, end.start()) for end in _END.finditer(text))), None)

    def _with_rest(text: str, end: int) -> Markup | None:
        first = _one(text[:end])
        return first + Markup(" ") + told(text[end + 1 :]) if first else None

    def _one(text: str) -> Markup | None:
        if text in _plain():
            return escape(words.gettext(text))
        for message, pattern in _with_values():
            if found := pattern.fullmatch(text):
                return escape(words.gettext(message)) % {
                    name: _value(name, one) for name, one in found.groupdict().items()
                }
        return None

    def _value(name: str, text: str) -> Markup:
        return told(text) if name == FRAMED else Markup("<bdi>{}</bdi>").format(reason(text))

    return told


@cache
def _plain() -> frozenset[str]:
    return frozenset(one for one in PROBLEMS if "%" not in one)


@cache
def _with_values() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Made when the first problem is shown, since most pages show none."""
    return tuple((one, pattern_of(one)) for one in PROBLEMS if "%" in one)
