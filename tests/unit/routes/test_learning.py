"""What was learned: the same from the same, never instead of the map, and gone when what taught it is gone."""

import random
from dataclasses import replace
from itertools import permutations

import pytest

from fakes.values import SCRATCHED, part, small_map
from growth import grows_with_its_length
from throughline.adapters.training.matrix import Rows
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.decision import Parked, Routed
from throughline.domain.journey import Cue
from throughline.domain.precedent import Example
from throughline.domain.routes.scorer import Scorer
from throughline.domain.routes.weights import Model, NotAModelError
from throughline.domain.routing import LEVEL, Router
from unit.routes.shop import MAP, NOBODY, PACKING, TILLS, model, said, stream, taught

UNSEEN = stream(100, start=1_000)


def right(scorer: Scorer) -> float:
    real = [one for one in UNSEEN if one.department]
    return sum(scorer.score(one.text).ranked[0][1].department == one.department.casefold() for one in real) / len(real)


def test_order_and_repeats_change_not_one_byte() -> None:
    rows = stream(60)
    mixed = random.Random(5).sample(rows * 3, 180)  # noqa: S311 - the same order each time
    assert RidgeTrainer().learn(mixed, MAP) == RidgeTrainer().learn(rows, MAP)


def test_what_is_erased_leaves_nothing_behind() -> None:
    secret = Example("zanzibar quokka", *PACKING)
    assert RidgeTrainer().learn([*stream(30), secret], MAP) != RidgeTrainer().learn(stream(30), MAP)
    with_it, without = (Model(RidgeTrainer().learn(rows, MAP)) for rows in ([*stream(30), secret], stream(30)))
    assert (with_it.told.count, without.told.count) == (31, 30)
    assert b"zanzibar" not in RidgeTrainer().learn([secret], MAP)


def test_it_knows_more_than_the_map_after_some_examples() -> None:
    assert right(Scorer(MAP, model())) > right(Scorer(MAP)) + 0.3


def test_the_maps_words_still_count_where_nobody_taught_anything() -> None:
    few = Model(RidgeTrainer().learn(stream(5), MAP))
    assert Scorer(MAP, few).score(SCRATCHED).ranked[0][1].department == "packing"


@pytest.mark.parametrize("rows", [[], [Example("hello")], [Example("the shade", *PACKING)]])
def test_hardly_any_examples_are_no_trouble(rows: list[Example]) -> None:
    learned = Model(RidgeTrainer().learn(rows, MAP))
    assert Scorer(MAP, learned).score(SCRATCHED).ranked[0][1].department == "packing"


def test_a_map_without_rows_learns_nothing() -> None:
    empty = small_map(parts=())
    assert Model(RidgeTrainer().learn(stream(9), empty)).told.count <= 9
    assert Scorer(empty, Model(RidgeTrainer().learn([], empty))).score("anything").ranked == ()


def test_a_department_alone_teaches_as_well() -> None:
    rows = [Example(one.text, "", one.department) for one in stream(200)]
    assert right(Scorer(MAP, Model(RidgeTrainer().learn(rows, MAP)))) > 0.8


def test_a_touchpoint_that_the_map_does_not_have_is_left_out() -> None:
    rows = [*stream(20), Example("the moon", "The moon", "Nobody we know")]
    assert Model(RidgeTrainer().learn(rows, MAP)).told.count == 20


def test_what_a_changed_map_still_has_is_still_known() -> None:
    grown = small_map(parts=(part("Parking", "Yard", "car park"), *MAP.parts))
    scorer = Scorer(grown, model())
    assert scorer.score(said(TILLS, 1_001)).ranked[0][1].department == "it"
    assert scorer.score("the car park was full").ranked[0][1].department == "yard"


def test_blocks_settle_where_the_exact_way_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = Scorer(MAP, model())
    monkeypatch.setattr("throughline.adapters.training.trainer.EXACT", 60)
    monkeypatch.setattr("throughline.adapters.training.trainer.TRIED", 60)
    monkeypatch.setattr("throughline.adapters.training.blocks.BLOCK", 40)
    settled = Scorer(MAP, Model(RidgeTrainer().learn(stream(200), MAP)))
    assert abs(right(settled) - right(exact)) < 0.06


def test_rows_beside_each_other_are_sums_of_products() -> None:
    rows = Rows([{3: 1.0, 9: 2.0}, {9: 0.5}, {}])
    assert rows.alike().tolist() == [[5.0, 1.0, 0.0], [1.0, 0.25, 0.0], [0.0, 0.0, 0.0]]
    assert rows.alike_within(1, 3).tolist() == [[0.25, 0.0], [0.0, 0.0]]


@pytest.mark.parametrize("cut", [0, 4, 40, 4_000])
def test_a_damaged_model_says_so(cut: int) -> None:
    with pytest.raises(NotAModelError):
        Model(taught()[:cut])


def test_another_file_is_no_model() -> None:
    with pytest.raises(NotAModelError):
        Model(b"PK" + bytes(100))


def test_nobodys_goes_to_a_person_with_that_reason() -> None:
    router = Router(MAP, model())
    asked = [router.decide(said(NOBODY, at))[0] for at in range(1_000, 1_020)]
    assert sum(isinstance(one, Parked) and one.nobody for one in asked) >= 12
    kept = [router.decide(one.text)[0] for one in UNSEEN if one.department]
    assert sum(isinstance(one, Parked) and one.nobody for one in kept) <= 0.1 * len(kept)


def test_what_was_learned_decides_with_its_reason() -> None:
    router = Router(MAP, model())
    decided = [
        one for one in (router.decide(said(TILLS, at))[0] for at in range(1_000, 1_020)) if isinstance(one, Routed)
    ]
    assert len(decided) >= 5
    assert {one.part.department for one in decided} == {"IT"}
    assert all(one.reason.startswith("the words fit IT best") for one in decided)
    assert all(one.why and one.why.words and one.why.model == "m1" for one in decided)
    nearest = [one.why.nearest for one in decided if one.why and one.why.nearest]
    assert nearest
    assert sum(one.startswith("I") for one in nearest) > len(nearest) / 2  # most were IT's


def test_below_fifty_only_the_maps_own_words_decide() -> None:
    router = Router(MAP, model(40))
    assert isinstance(router.decide(said(TILLS, 1_001))[0], Parked)
    assert isinstance(router.decide(SCRATCHED)[0], Routed)


def test_a_higher_target_never_decides_more() -> None:
    texts = [one.text for one in UNSEEN]
    counts = [
        sum(isinstance(Router(MAP, model(), target=target).decide(text)[0], Routed) for text in texts)
        for target in (0.6, 0.9, 0.96)
    ]
    assert counts == sorted(counts, reverse=True)


def test_several_are_named_only_where_several_fit() -> None:
    parked = [Router(MAP, model(), target=0.99).decide(one.text)[0] for one in UNSEEN]
    waiting = [one for one in parked if isinstance(one, Parked) and not one.nobody]
    assert len(waiting) > 10
    for one in waiting:
        first, second = (each.confidence for each in one.alternatives[:2])
        assert ("several" in one.reason) == (second >= LEVEL * first)


def test_the_maps_own_target_holds_where_none_is_given() -> None:
    usual, strict = Router(MAP, model()), Router(replace(MAP, precision_target=0.99), model())
    assert isinstance(usual.decide(said(TILLS, 1_001))[0], Routed)
    assert isinstance(strict.decide(said(TILLS, 1_001))[0], Parked)


def test_where_the_maps_own_words_decide_no_model_is_named() -> None:
    deciding = small_map(
        parts=(replace(MAP.parts[0], routes_when=(Cue("crushed flat", decides=True),)), *MAP.parts[1:])
    )
    (decision,) = Router(deciding, model()).decide("It came crushed flat.")
    assert isinstance(decision, Routed)
    assert decision.why
    assert (decision.why.model, decision.why.hits) == ("", ("crushed flat",))


def test_meaning_helps_where_words_do_not() -> None:
    kinds = ("foot", "keypad", "stairs", "bank", "poem")

    def vectors(texts: object) -> list[list[float]]:
        assert isinstance(texts, list)
        return [[float(any(word in text for word in ("foot", "limb", "base")))] + [0.1] * len(kinds) for text in texts]

    learned = Model(RidgeTrainer(vectors).learn(stream(100), MAP))
    assert learned.told.meaning
    assert learned.told.width == 1 + len(kinds)
    plain, knowing = Scorer(MAP, learned), Scorer(MAP, learned, vectors)
    assert plain.score("limb").ranked != knowing.score("limb").ranked


def test_a_trainer_counts_what_a_model_gets_right() -> None:
    trainer = RidgeTrainer()
    held = UNSEEN[:50]
    assert 35 <= trainer.right(taught(), held, MAP) <= len(held)
    assert trainer.right(taught(), [], MAP) == 0


def test_a_text_is_scored_in_the_time_of_its_length() -> None:
    scorer, words = Scorer(MAP, model()), [one.text for one in UNSEEN]
    scorer.score("warm")
    assert grows_with_its_length(lambda length: scorer.score(" ".join(words)[:length]), 20_000)


def test_no_order_of_three_matters() -> None:
    rows = stream(3)
    assert len({RidgeTrainer().learn(list(each), MAP) for each in permutations(rows)}) == 1
