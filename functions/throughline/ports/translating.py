"""Words in a language that their reader reads."""

from typing import Protocol

from throughline.domain.translating import Translated, Untranslated


class Translator(Protocol):
    """Somebody who translates, and keeps nothing of it."""

    def translate(self, text: str, to: str) -> Translated | Untranslated:
        """The words in the language of that tag; never raises, since the original is always there."""
