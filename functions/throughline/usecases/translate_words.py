"""Put a translation beside somebody's words, for a department that reads another language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from throughline.domain.letter import LetterKind
from throughline.domain.translating import Translated, needs_translation, plain_tag
from throughline.ports import Paper
from throughline.ports.translating import Translator

TRANSLATED = frozenset({LetterKind.CASE, LetterKind.REPLIED})  # what somebody says to a department


def with_translation(
    shown: Mapping[str, Any], to: str, translator: Translator | None, *, confidential: bool
) -> dict[str, Any]:
    """What a mail or a page shows, with `translated` beside its words, where that is needed and can be had.

    Its words are the `quote` and then the `sayings`, the newest first, lest a long thread leaves none for what is new.
    Only what the reader may see is given away: the words as they stand there. What was said in confidence is given
    to nobody: whoever wrote it was told that one person reads it, and a machine elsewhere would be another reader.
    What a customer was `told` on the telephone is kept where it stands.
    """
    if translator is None or confidential:
        return dict(shown)
    both = _in_both(shown, "quote", to, translator)
    if "sayings" in shown:
        newest_first = [_in_both(one, "text", to, translator) for one in reversed(shown["sayings"])]
        both["sayings"] = newest_first[::-1]
    return both


def with_themes_translated(shown: Mapping[str, Any], to: str, translator: Translator | None) -> dict[str, Any]:
    """What a mail about themes shows, with `translated` beside each one's `quotes`, in their order; None for none.

    They are answers to surveys, and none that were given in confidence: of those no theme is made.
    """
    if translator is None:
        return dict(shown)
    told = [
        {**one, "translated": [_translated(quote, to, translator) for quote in one["quotes"]]}
        for one in shown["themes"]
    ]
    return {**shown, "themes": told}


def _in_both(shown: Mapping[str, Any], name: str, to: str, translator: Translator) -> dict[str, Any]:
    translated = _translated(str(shown[name]), to, translator)
    return {**shown, "translated": translated} if translated else dict(shown)


def _translated(words: str, to: str, translator: Translator) -> dict[str, Any] | None:
    said = translator.translate(words, to) if needs_translation(words, to) else None
    if not isinstance(said, Translated):
        return None
    return {"text": said.text, "source": said.source, "to": plain_tag(to), "cut": said.cut}


@dataclass(frozen=True, slots=True)
class TranslatingPaper:
    """Writes mails on the paper behind it, and what a department is told in its own language beside the original.

    It is translated when it goes and kept nowhere, so that whoever erases the original has erased all.
    """

    paper: Paper
    translator: Translator | None

    def write(self, kind: str, fields: Mapping[str, Any], language: str) -> tuple[str, str, str]:
        """Subject, text part and HTML part."""
        if kind in TRANSLATED:
            confidential = bool(fields.get("confidential", True))
            fields = with_translation(fields, language, self.translator, confidential=confidential)
        elif kind == LetterKind.THEMES:
            fields = with_themes_translated(fields, language, self.translator)
        return self.paper.write(kind, fields, language)
