"""The hourly function as the clock calls it: words become a department's week."""

from collections.abc import Iterator

import pytest

import tell_themes.handler
from fakes.values import TODAY, answer, small_map
from handlers.digest_stack import GIVEN, DigestStack, digest_stack
from throughline.domain.gathering import Gathering
from throughline.domain.line import Outcome

NEXT_MONDAY = {"time": "2026-11-30T10:00:00Z"}
ENDS = ("fell over", "faded at once", "cracked in two", "sank in the lawn", "hid in a bush", "lost its hat")


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    for name, value in {**GIVEN, "INBOUND_DOMAIN": "", "TIME_ZONE": "Europe/London"}.items():
        monkeypatch.setenv(name, value)
    with digest_stack() as here:
        forget()
        yield here
    forget()


def forget() -> None:
    for name in ("settings", "ledger", "atlas", "secrets"):
        getattr(tell_themes.handler, name).cache_clear()


def gather(stack: DigestStack) -> None:
    for at, end in enumerate(ENDS):
        said = answer(2, f"The garden gnome {end}.", response_id=f"r-{at}")
        stack.ledger.facts.record_answer(said)
        words = Gathering(said.line, "fact#recommend", "Opening the parcel", "Packing", said.verbatim, TODAY)
        stack.ledger.cases.settle(Outcome(said.line, words.fact, ("gathered",), gathered=(words,)))


def test_a_week_of_words_is_told_once(stack: DigestStack) -> None:
    stack.atlas.maps.replace(small_map())
    gather(stack)
    assert tell_themes.handler.handle(NEXT_MONDAY, None) == {"told": 1, "risen": 0}
    assert tell_themes.handler.handle(NEXT_MONDAY, None) == {"told": 0, "risen": 0}
    (letter,) = stack.ledger.pending.waiting()
    assert letter.sk.startswith("letter#themes#")


def test_without_a_map_nobody_is_told(stack: DigestStack) -> None:
    gather(stack)
    assert tell_themes.handler.handle(NEXT_MONDAY, None) == {"told": 0, "risen": 0}
