"""Mails of the outbox: claimed, written, posted, noted."""

from functools import cache
from typing import Any

from send_letter.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.paper import TemplatePaper
from throughline.adapters.ses import SesPostbox
from throughline.adapters.translating import translator_of
from throughline.adapters.wiring import LedgerRoom
from throughline.usecases.send_letter import send_letter
from throughline.usecases.translate_sparingly import sparing
from throughline.usecases.translate_words import TranslatingPaper

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
translator = cache(lambda: translator_of(settings().translations, settings().translated_a_day, ledger()))
postbox = cache(lambda: SesPostbox(settings().sender, settings().configuration_set))


def send(message: dict[str, Any]) -> str:
    """One mail."""
    return send_letter(
        line=message["pk"],
        name=message["sk"],
        letters=ledger().letters,
        facts=ledger().facts,
        standings=ledger().standings,
        paper=TranslatingPaper(TemplatePaper(), sparing(translator(), ledger().clock)),
        postbox=postbox(),
        now=ledger().clock.now(),
    )


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, send)
