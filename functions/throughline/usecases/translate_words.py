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
    """What a mail or a page shows, with its `quote` `translated` beside it, where that is needed and can be had.

    Only what the reader may see is given away: the quote as it stands there. What was said in confidence is given
    to nobody: whoever wrote it was told that one person reads it, and a machine elsewhere would be another reader.
    """
    words = str(shown["quote"])
    if translator is None or confidential or not needs_translation(words, to):
        return dict(shown)
    said = translator.translate(words, to)
    if not isinstance(said, Translated):
        return dict(shown)
    return {**shown, "translated": {"text": said.text, "source": said.source, "to": plain_tag(to), "cut": said.cut}}


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
        return self.paper.write(kind, fields, language)
