"""The first decisions: they may not make routing worse than the map was without them."""

from functools import cache
from random import Random

import pytest

from operate.bench.meaning import NOTES
from operate.bench.routing import OWN, SAMPLE
from operate.commands.journey import checked
from operate.commands.route import examples_of
from operate.files.labelled import Labelled, labelled_lines
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.routes.meant import MapMeaning
from throughline.domain.routes.scorer import Scorer
from throughline.domain.routes.spots import spots_of
from throughline.domain.routes.weights import Model

MOST_LOST = 0.02


@cache
def sample() -> JourneyMap:
    return checked(SAMPLE, as_json=False, err=True)


@cache
def notes() -> tuple[Labelled, ...]:
    lines = [line for file in (NOTES, OWN) for line in file.read_text(encoding="utf-8").splitlines()]
    return tuple(one for one in labelled_lines(lines) if not one.nobodys)


def asked() -> tuple[Labelled, ...]:
    return notes()[::2]


def told() -> tuple[Labelled, ...]:
    return notes()[1::2]


def right(model: Model | None) -> float:
    scorer, tried = Scorer(sample(), model), asked()
    named = [scorer.score(one.text).ranked[0][1].department for one in tried]
    return sum(name in map(folded, one.departments) for name, one in zip(named, tried, strict=True)) / len(tried)


@cache
def by_the_map_alone() -> float:
    return right(None)


def taught(lines: list[Labelled]) -> Model:
    return Model(RidgeTrainer().learn([example for line in lines for example in examples_of(line)], sample()))


@pytest.mark.parametrize("count", [3, 5, 10, 20, 50])
@pytest.mark.parametrize("stream", range(2))
def test_a_few_decisions_never_cost_what_the_map_knew(count: int, stream: int) -> None:
    drawn = Random(stream).sample(told(), count)  # noqa: S311 - the same draw each time
    assert right(taught(drawn)) >= by_the_map_alone() - MOST_LOST


@pytest.mark.parametrize("count", [3, 5, 10])
def test_decisions_for_one_department_alone_do_not_send_it_everything(count: int) -> None:
    one_sided = [one for one in told() if one.departments == ("Packing",)][:count]
    assert len(one_sided) == count
    assert right(taught(one_sided)) >= by_the_map_alone() - MOST_LOST


def test_how_it_was_says_nothing_of_whose_it_is() -> None:
    words = ("box", "till", "good")

    def vectors(texts: object) -> list[list[float]]:
        assert isinstance(texts, list)
        return [[float(word in text.casefold()) for word in words] for text in texts]

    meaning = MapMeaning(spots_of(sample()), vectors)
    assert meaning.lean([1.0, 0.0, 0.9]) == pytest.approx(meaning.lean([1.0, 0.0, 0.0]))
    assert max(meaning.lean([1.0, 0.0, 0.0])) > max(meaning.lean([0.0, 0.0, 1.0]))
    spots = spots_of(sample())
    best = max(range(len(spots)), key=meaning.lean([1.0, 0.0, 0.0]).__getitem__)
    assert "box" in meaning.nearest([1.0, 0.0, 0.0], best).casefold()
