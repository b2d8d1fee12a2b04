"""What waits for a person gets better suggestions, once, and never a decision."""

from dataclasses import dataclass, replace

import pytest

from fakes.values import RIDDLE, small_map
from throughline.domain.decision import Candidate
from throughline.domain.journey import JourneyMap
from throughline.domain.line import ParkedItem
from throughline.domain.meaning import Weighed
from throughline.usecases.weigh_meaning import UNSAID, weigh_meaning
from unit.usecases.desk import Desk

PACKING = Candidate("Packing", "Opening the parcel", 0.8)
IT = Candidate("IT", "Paying at the till", 0.8)


@dataclass
class Says:
    """A tier with one opinion."""

    opinion: Weighed | None
    asked: int = 0

    def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:  # noqa: ARG002 - it has made up its mind
        self.asked += 1
        return self.opinion


@pytest.fixture
def desk() -> Desk:
    return Desk()


def weighs(desk: Desk, line: str, *tiers: Says, journey_map: JourneyMap | None = None) -> str:
    known = journey_map or small_map()
    return weigh_meaning(line=line, suggestions=desk.ledger.suggestions, journey_map=known, tiers=tiers)


def waiting(desk: Desk, line: str) -> ParkedItem:
    found = desk.ledger.suggestions.waiting(line)
    assert found
    return found


def test_the_likeliest_by_meaning_stands_first_with_the_reason_and_nothing_is_decided(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    assert weighs(desk, line, Says(Weighed((PACKING,), "closest to “crushed”"))) == "suggested"
    item = waiting(desk, line)
    assert item.alternatives[0].department == "Packing"
    assert item.by_meaning == "by meaning closest to “crushed”"
    assert (desk.line(line).cases, desk.letters()) == ((), [])
    assert list(desk.ledger.pending.waiting()) == []


def test_the_last_word_is_the_last_tiers_and_the_others_still_count(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    weighs(desk, line, Says(Weighed((PACKING,), "closest to “box”")), Says(Weighed((IT,), "a model says so")))
    item = waiting(desk, line)
    assert {one.department for one in item.alternatives} >= {"IT", "Packing"}
    assert item.by_meaning == "by meaning a model says so"


def test_whoever_knows_the_words_too_is_not_mixed_with_them_again(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    weighs(desk, line, Says(Weighed((IT, PACKING), "closest to “box”", knows_words=True)))
    assert waiting(desk, line).alternatives == (IT, PACKING)


@pytest.mark.parametrize("knows_words", [True, False])
def test_who_was_certain_and_could_not_be_told_stays_first(desk: Desk, *, knows_words: bool) -> None:
    line = desk.routed(RIDDLE)
    meant = replace(PACKING, confidence=1.0)
    desk.ledger.suggestions.suggest(replace(waiting(desk, line), alternatives=(meant,)))
    weighs(desk, line, Says(Weighed((IT, PACKING), "closest to “box”", knows_words=knows_words)))
    assert [one.department for one in waiting(desk, line).alternatives] == ["Packing", "IT"]


def test_a_tier_that_says_nothing_changes_nothing(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    before = waiting(desk, line).alternatives
    assert weighs(desk, line, Says(None)) == "nothing more to say"
    assert (waiting(desk, line).alternatives, waiting(desk, line).by_meaning) == (before, UNSAID)
    assert list(desk.ledger.pending.waiting()) == []


def test_it_is_weighed_once_however_often_it_is_told(desk: Desk) -> None:
    line, tier = desk.routed(RIDDLE), Says(Weighed((PACKING,), "closest to “box”"))
    assert [weighs(desk, line, tier) for _ in range(3)] == ["suggested", "weighed before", "weighed before"]
    assert tier.asked == 1


def test_a_person_who_was_first_stays_right(desk: Desk) -> None:
    line = desk.routed(RIDDLE)

    class Slow(Says):
        def weigh(self, text: str, journey_map: JourneyMap) -> Weighed | None:
            desk.decides(line, "IT")
            return super().weigh(text, journey_map)

    assert weighs(desk, line, Slow(Weighed((PACKING,), "closest to “box”"))) == "a person was first"
    assert desk.case(line).department == "IT"
    assert weighs(desk, line, Says(None)) == "nothing waits there"


def test_without_a_map_it_waits_for_its_meaning_no_longer(desk: Desk) -> None:
    line = desk.routed(RIDDLE)
    suggestions = desk.ledger.suggestions
    assert weigh_meaning(line=line, suggestions=suggestions, journey_map=None, tiers=()) == "nothing more to say"
    assert list(desk.ledger.pending.waiting()) == []


def test_where_nothing_is_parked_nothing_is_weighed(desk: Desk) -> None:
    assert weighs(desk, "F#never", Says(None)) == "nothing waits there"
