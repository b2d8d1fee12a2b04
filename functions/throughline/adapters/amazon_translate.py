"""Amazon Translate, asked once for each text; what it can't do is counted, and the original goes without it.

Off unless the stack says so. Nothing it answers is kept, and no word of it is logged.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import boto3
from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from throughline.domain.translating import Translated, Untranslated, beginning_of, plain_tag

# One try and not for long: a batch of mails waits behind it, and each is readable without.
PATIENCE = Config(connect_timeout=1, read_timeout=2, retries={"total_max_attempts": 1})
SILENCE = 60.0  # seconds that nobody asks after no answer came
MOST_TIMES_LONGER = 8  # than the original, short words aside: more is no translation
SHORT = 100
READABLE = "it is in that language already"
USED_UP, SILENT, ODD = "the characters of the day are used up", "no answer", "an answer that is none"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
logger = Logger()


def client(endpoint: str | None = None) -> Any:
    """Amazon Translate, or what stands in for it there."""
    return boto3.client("translate", config=PATIENCE, endpoint_url=endpoint)


@dataclass
class AmazonTranslate:
    """`may_spend` takes so many characters of the day's budget, or says no."""

    client: Any
    may_spend: Callable[[int], bool]
    clock: Callable[[], float] = time.monotonic
    _asked_again_at: float = field(default=0.0, init=False)

    def translate(self, text: str, to: str) -> Translated | Untranslated:
        """What it makes of the words, or why they stay as they are; it finds out their language by itself."""
        said = self._asked(text, plain_tag(to))
        if isinstance(said, Untranslated) and said.reason != READABLE:
            _count(said.reason)
        return said

    def _asked(self, text: str, to: str) -> Translated | Untranslated:
        words, cut = beginning_of(text)
        if self.clock() < self._asked_again_at:
            return Untranslated(SILENT)
        if not self.may_spend(len(words)):
            return Untranslated(USED_UP)
        try:
            answer = self.client.translate_text(Text=words, SourceLanguageCode="auto", TargetLanguageCode=to)
        except ClientError as error:
            return Untranslated(str(error.response.get("Error", {}).get("Code", ODD)))
        except BotoCoreError:
            self._asked_again_at = self.clock() + SILENCE
            return Untranslated(SILENT)
        except Exception:  # noqa: BLE001 - AWS's client raises whatever on an answer that is no JSON object
            return Untranslated(ODD)
        return _read(answer, words, to, cut=cut)


def _read(answer: dict[str, Any], words: str, to: str, *, cut: bool) -> Translated | Untranslated:
    """A translation of that into that language; anything else is as if there were none."""
    text, source, target = (answer.get(name) for name in ("TranslatedText", "SourceLanguageCode", "TargetLanguageCode"))
    if not isinstance(text, str) or not text.strip() or len(text) > MOST_TIMES_LONGER * len(words) + SHORT:
        return Untranslated(ODD)
    if not isinstance(source, str) or not _CODE.fullmatch(source) or target != to:
        return Untranslated(ODD)
    if plain_tag(source) == to or text.strip() == words.strip():
        return Untranslated(READABLE)
    return Translated(text.strip(), plain_tag(source), cut)


def _count(reason: str) -> None:
    logger.warning("not translated", extra={"reason": reason})
    metrics = Metrics(namespace="Throughline")
    metrics.add_dimension("reason", reason)
    metrics.add_metric("NotTranslated", MetricUnit.Count, 1)
    metrics.flush_metrics()
