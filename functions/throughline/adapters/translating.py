"""Whoever translates for the functions, where the stack wants translations, within one budget for all of them."""

from contextlib import suppress
from importlib import import_module

from throughline.adapters.dynamo.allowance import CROWDED
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.fetching import Limits
from throughline.errors import Unavailable
from throughline.ports.translating import Translator

BUDGET = "translate"
WANTED = "true"
TRIES = 3  # others take of the same budget at the same moment


def translator_of(wanted: str, a_day: int, ledger: LedgerRoom) -> Translator | None:
    """Amazon Translate with so many characters a day; None where the stack wants no translations."""
    if wanted != WANTED:
        return None
    amazon = import_module("throughline.adapters.amazon_translate")  # loaded only where it is wanted
    translator: Translator = amazon.AmazonTranslate(amazon.client(), lambda many: may_spend(many, a_day, ledger))
    return translator


def may_spend(many: int, a_day: int, ledger: LedgerRoom) -> bool:
    """Take so many characters of the day's budget, if there are so many left."""
    limits = Limits(a_minute=a_day, a_day=a_day)
    with suppress(Unavailable):  # the words are there without
        for _ in range(TRIES if many <= a_day else 0):
            later = ledger.allowance.take(BUDGET, limits, ledger.clock.now(), many)
            if later is None or later.reason != CROWDED:
                return later is None
    return False
