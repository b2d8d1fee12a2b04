"""Translate what one page or mail shows: each text once, the first few of them, and not for long."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from throughline.domain.translating import Translated, Untranslated
from throughline.ports import Clock
from throughline.ports.translating import Translator

MOST = 10  # so that one long thread, looked at again and again, leaves the others their share of the day
PATIENCE = timedelta(seconds=2)  # then nobody is asked any more: a reader waits, or the mails behind this one
ENOUGH, HURRIED = "enough texts for one page", "no time left for this page"


@dataclass
class Sparing:
    """Asks the translator behind it for one page or mail, which is as long as it lives."""

    translator: Translator
    clock: Clock
    _told: dict[tuple[str, str], Translated | Untranslated] = field(default_factory=dict, init=False)
    _begun: datetime | None = field(default=None, init=False)

    def translate(self, text: str, to: str) -> Translated | Untranslated:
        """What the translator made of it the first time, or why it was not asked."""
        if (text, to) not in self._told:
            self._told[text, to] = self._asked(text, to)
        return self._told[text, to]

    def _asked(self, text: str, to: str) -> Translated | Untranslated:
        now = self.clock.now()
        self._begun = self._begun or now
        if len(self._told) >= MOST:
            return Untranslated(ENOUGH)
        if now - self._begun >= PATIENCE:
            return Untranslated(HURRIED)
        return self.translator.translate(text, to)


def sparing(translator: Translator | None, clock: Clock) -> Sparing | None:
    """For one page or mail; None where nobody translates."""
    return Sparing(translator, clock) if translator else None
