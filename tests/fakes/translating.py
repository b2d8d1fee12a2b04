"""Amazon Translate as far as it is asked: a few words of German, by hand."""

from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError, ReadTimeoutError

from throughline.domain.translating import Translated, Untranslated

GERMAN = "Die Lampe war zerkratzt, als die Kundin den Karton aufgemacht hat. Unten war nichts drin."
MEANT = "The lamp was scratched when the customer opened the carton. There was nothing at the bottom."


@dataclass
class MemoryTranslator:
    """Says what it is told to say, and knows what it was asked."""

    said: Translated | Untranslated = field(default_factory=lambda: Translated(MEANT, "de"))
    asked: list[tuple[str, str]] = field(default_factory=list)

    def translate(self, text: str, to: str) -> Translated | Untranslated:
        self.asked.append((text, to))
        return self.said


@dataclass
class PretendedTranslate:
    """A client of the service: says the words, refuses with a code, or is silent."""

    text: str = MEANT
    refuses: str = ""
    silent: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)

    def translate_text(self, **asked: Any) -> dict[str, Any]:
        self.asked.append(asked)
        if self.silent:
            raise ReadTimeoutError(endpoint_url="translate")
        if self.refuses:
            raise ClientError({"Error": {"Code": self.refuses, "Message": asked["Text"]}}, "TranslateText")
        return {
            "TranslatedText": self.text,
            "SourceLanguageCode": "de",
            "TargetLanguageCode": asked["TargetLanguageCode"],
        }
