"""What people decided, and the sense of a text, weighed together by the model in place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from fakes.values import RIDDLE, SCRATCHED, small_map
from throughline.adapters.meaning.learned import ALIKE, LearnedMeaning
from throughline.adapters.meaning.remembered import remembered
from throughline.adapters.meaning.sentences import SentenceMeaning, Vector, encoder
from throughline.adapters.training import trainer
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.precedent import Example
from throughline.domain.routes.weights import Model
from throughline.domain.routing import FEWEST_CONFIRMED, Router

TILL, OPENING = "Paying at the till", "Opening the parcel"


@dataclass
class Shelf:
    """A model that somebody may put into another's place."""

    model: Model | None = None

    def current(self) -> Model | None:
        return self.model


def model(count: int, name: str = "one") -> Model:
    """What so many notes taught: riddles were about the till, and scratches about the parcel."""
    said = (RIDDLE, TILL, "IT"), (SCRATCHED, OPENING, "Packing")
    taught = [Example(f"{said[at % 2][0]} {at}", *said[at % 2][1:], case=f"7K4QX{at:03}") for at in range(count)]
    return Model(RidgeTrainer(SentenceMeaning().vectors).learn(taught, small_map()), name)


def first(meaning: LearnedMeaning, text: str = RIDDLE) -> str:
    weighed = meaning.weigh(text, small_map())
    assert weighed
    return weighed.candidates[0].department


def test_before_anybody_decided_the_map_and_the_sense_are_all_there_is() -> None:
    weighed = LearnedMeaning(Shelf()).weigh(SCRATCHED, small_map())
    assert weighed
    assert weighed.candidates[0].department == "Packing"
    assert weighed.reason.startswith("closest to “")
    assert (ALIKE in weighed.reason, weighed.knows_words) == (False, True)


def test_many_decisions_put_their_department_first_for_what_is_like_them() -> None:
    shelf = Shelf()
    meaning = LearnedMeaning(shelf)
    assert first(meaning) != "IT"
    shelf.model = model(FEWEST_CONFIRMED)
    weighed = meaning.weigh(RIDDLE, small_map())
    assert weighed
    assert weighed.candidates[0].department == "IT"
    assert weighed.reason.endswith(ALIKE)
    assert first(meaning, SCRATCHED) == "Packing"


def test_it_ranks_as_routing_does_however_much_was_decided() -> None:
    vectors = SentenceMeaning().vectors
    for known in (None, model(3), model(FEWEST_CONFIRMED)):
        weighed = LearnedMeaning(Shelf(known)).weigh(SCRATCHED, small_map())
        ranked = Router(small_map(), known, vectors=vectors).ranked(SCRATCHED)
        assert weighed
        assert [one.department for one in weighed.candidates] == [one.department for one in ranked]
        assert weighed.knows_words


def test_a_text_without_words_and_a_map_without_rows_say_nothing() -> None:
    assert LearnedMeaning(Shelf()).weigh("  ", small_map()) is None
    assert LearnedMeaning(Shelf()).weigh(SCRATCHED, replace(small_map(), parts=(), version="empty")) is None


def test_a_text_is_read_for_sense_once_and_what_comes_together_each_time() -> None:
    given: list[Sequence[str]] = []

    def read(texts: Sequence[str]) -> list[Vector]:
        given.append(texts)
        return encoder()(texts)

    vectors = remembered(read)
    assert list(vectors([RIDDLE])[0]) == list(vectors([RIDDLE])[0]) == list(encoder()([RIDDLE])[0])
    assert vectors([RIDDLE, SCRATCHED]) == vectors([RIDDLE, SCRATCHED])
    assert list(vectors([])) == []
    assert [len(texts) for texts in given] == [1, 2, 2, 0]


def test_more_than_can_be_read_in_time_are_learned_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert model(3).told.meaning
    monkeypatch.setattr(trainer, "MOST_FOR_SENSE", 2)
    assert model(3).told.meaning is None
    assert model(2).told.meaning
    assert first(LearnedMeaning(Shelf(model(FEWEST_CONFIRMED)))) == "IT"
