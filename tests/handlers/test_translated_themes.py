"""What customers speak of in a week: each quote has its own translation, in the mail as it goes out."""

from collections.abc import Iterator

import pytest

import tell_themes.handler
from fakes.translating import MEANT, PretendedTranslate
from fakes.values import TODAY, answer
from handlers.live import Live, forget
from handlers.mails import PACKING, sent
from handlers.test_tell_themes import NEXT_MONDAY
from handlers.test_translations import FROM, words_of
from throughline.adapters import amazon_translate
from throughline.domain.gathering import Gathering
from throughline.domain.line import Outcome

ENDS = (
    "ist umgefallen",
    "war sofort verblasst",
    "ist in zwei Teile zerbrochen",
    "sank in den Rasen ein",
    "lag in einem Busch",
    "hat keinen Hut",
)


@pytest.fixture
def service(live: Live, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendedTranslate]:
    made = PretendedTranslate()
    monkeypatch.setenv("TRANSLATIONS", "true")
    monkeypatch.setattr(amazon_translate, "client", lambda: made)
    _cold()
    for at, end in enumerate(ENDS):
        said = answer(2, f"Der Gartenzwerg von euch {end}.", response_id=f"r-{at}")
        live.ledger.facts.record_answer(said)
        words = Gathering(said.line, "fact#recommend", "Opening the parcel", "Packing", said.verbatim, TODAY)
        live.ledger.cases.settle(Outcome(said.line, words.fact, ("gathered",), gathered=(words,)))
    yield made
    _cold()


def _cold() -> None:
    forget()
    for name in ("settings", "ledger", "atlas", "secrets"):
        getattr(tell_themes.handler, name).cache_clear()


def test_each_quote_stands_below_its_translation(live: Live, service: PretendedTranslate) -> None:
    tell_themes.handler.handle(NEXT_MONDAY, None)
    live.flows()
    (mail,) = sent(live, PACKING)
    given = [str(one["Text"]) for one in service.asked]
    assert given
    assert set(given) <= {f"Der Gartenzwerg von euch {end}." for end in ENDS}
    for part in (words_of(part) for part in mail.walk() if not part.is_multipart()):
        assert part.count(FROM) == part.count(MEANT) == len(given)
        assert all(part.index(FROM) < part.index(quote) for quote in given)
