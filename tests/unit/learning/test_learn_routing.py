"""Learning: when, from what, and what is not taken."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from fakes import FixedClock
from fakes.learning import MemoryPrecedents
from route_issue import handler
from throughline.adapters.dynamo.codec import packed, unpacked
from throughline.adapters.model_shelf import ModelShelf
from throughline.domain.learned import Placed
from throughline.domain.precedent import How, Precedent
from throughline.domain.routes.target import HIGHEST
from throughline.usecases.learn_routing import ENOUGH_NEW, Learned, School, learn_routing, roll_back
from unit.learning.school import MAP, TODAY, CountingTrainer, map_of, precedent, school, week


def learn(at: School, *, later: int = 0) -> Learned:
    return learn_routing(school=at, journey_map=MAP, today=TODAY + timedelta(days=later))


def lessons(at: School) -> int:
    assert isinstance(at.trainer, CountingTrainer)
    return at.trainer.lessons


def more(at: School, *known: object) -> School:
    return replace(at, precedents=MemoryPrecedents(*known))  # type: ignore[arg-type]


def test_it_waits_for_twenty_decisions_or_a_day() -> None:
    at = school(*week(5))
    assert learn(at).taken
    few = more(at, *week(5 + ENOUGH_NEW - 1))
    assert learn(few).reason == f"{ENOUGH_NEW - 1} decisions are new: it learns from {ENOUGH_NEW}, or once a day"
    assert learn(more(at, *week(5 + ENOUGH_NEW))).taken
    assert learn(more(at, *week(6 + ENOUGH_NEW)), later=1).taken


def test_without_map_or_decisions_it_says_so() -> None:
    assert learn_routing(school=school(), journey_map=None, today=TODAY).reason == "there is no journey map yet"
    assert learn(school()).reason == "nobody has decided anything yet"


def test_learning_again_from_the_same_changes_nothing() -> None:
    at = school(*week(60))
    learn(at)
    before, count = at.pointer.current(), lessons(at)
    assert learn(at, later=1).reason == "nothing new was decided"
    assert (at.pointer.current(), lessons(at)) == (before, count)


def test_the_same_decisions_make_the_same_model_in_any_order() -> None:
    one, other = school(*week(60)), school(*reversed(week(60)), *week(10))
    learn(one)
    learn(other)
    assert one.pointer.current() == other.pointer.current()


def test_a_worse_model_is_not_taken_and_says_so() -> None:
    at = school(*week(100))
    learn(at)
    good = at.pointer.current()
    owners = (("Carrying", "Delivery"), ("Paying", "Tills"), ("Unpacking", "Packing"))
    nonsense = [precedent(f"F#x{at}{one.line}", one.words, *owners[at]) for at in range(3) for one in week(100)]
    poisoned = more(at, *nonsense, *week(100))
    told = learn(poisoned)
    now = at.pointer.current()
    assert good
    assert now
    assert (told.taken, now.model) == (False, good.model)
    assert told.reason.startswith("not taken: ")
    assert learn(poisoned).reason == "nothing new was decided"


def test_a_worse_model_is_taken_when_words_were_erased() -> None:
    at = school(*week(100), *[precedent(f"F#y{n}", f"secret {n}", "Paying", "Tills") for n in range(30)])
    learn(at)
    before = at.pointer.current()
    assert before
    assert "secret" in json.loads(at.models.get(before.model))
    erased = more(at, *week(90))
    assert learn(erased, later=1).taken
    after = at.pointer.current()
    assert after
    assert "secret" not in json.loads(at.models.get(after.model))
    assert roll_back(model=before.model, pointer=at.pointer, today=TODAY) is None
    learn(erased, later=1)
    assert before.model not in at.models.kept  # type: ignore[attr-defined]
    assert after.files <= at.models.kept.keys()  # type: ignore[attr-defined]


def test_what_is_gone_from_the_shelf_is_learned_anew() -> None:
    at = school(*week(60))
    learn(at)
    before = at.pointer.current()
    assert before
    for name in before.files:
        at.models.drop(name)
    assert learn(more(at, *week(61)), later=1).taken
    after = at.pointer.current()
    assert after
    assert after.since == after.revision == 2


def test_another_map_is_learned_at_once() -> None:
    at = school(*week(40))
    learn(at)
    told = learn_routing(school=at, journey_map=map_of(Paying="Tills"), today=TODAY)
    assert told.taken
    assert told.dropped == (("Unpacking", 20),)


def test_a_model_of_before_comes_back_until_more_is_decided() -> None:
    at = school(*week(40))
    learn(at)
    first = at.pointer.current()
    grown = more(at, *week(80))
    learn(grown)
    assert first
    back = roll_back(model=first.model[:12], pointer=at.pointer, today=TODAY)
    assert back
    assert back == at.pointer.current()
    assert (back.model, back.revision) == (first.model, 3)
    assert not learn(grown, later=1).taken
    assert learn(more(at, *week(101)), later=1).taken


def test_no_model_comes_back_by_a_wrong_name() -> None:
    at = school(*week(40))
    assert roll_back(model="a", pointer=at.pointer, today=TODAY) is None
    learn(at)
    assert roll_back(model="no such", pointer=at.pointer, today=TODAY) is None


def let_stand(right: int, wrong: int) -> list[Precedent]:
    """What was decided alone: so many that stood, so many that people corrected."""
    stood = [replace(one, how=How.CONFIRMED, said=one.department, model="m1") for one in week(right)]
    corrected = [replace(one, how=How.CORRECTED, said="Delivery", model="m1") for one in week(right + wrong, right)]
    return stood + corrected[:wrong]


def test_the_target_rises_when_people_correct_too_much_and_comes_down_again() -> None:
    at = school(*let_stand(60, 0))
    learn(at)
    kept = at.pointer.current()
    assert kept
    assert kept.target == 0.0

    told = learn(more(at, *let_stand(60, 30)), later=1)
    risen = at.pointer.current()
    assert risen
    assert risen.target == HIGHEST
    assert "it has to be 0.99 sure instead of 0.90" in told.reason

    learn(more(at, *let_stand(400, 30)[:400]), later=2)
    again = at.pointer.current()
    assert again
    assert again.target == 0.0


def test_what_is_put_back_has_to_be_as_sure_as_the_one_before() -> None:
    at = school(*let_stand(60, 0))
    learn(at)
    first = at.pointer.current()
    learn(more(at, *let_stand(60, 30)), later=1)
    assert first
    back = roll_back(model=first.model, pointer=at.pointer, today=TODAY)
    assert back
    assert (back.model, back.target) == (first.model, HIGHEST)


def test_a_pointer_of_before_has_no_target_of_its_own() -> None:
    at = school(*week(5))
    learn(at)
    placed = at.pointer.current()
    assert placed
    old = {name: value for name, value in packed(placed).items() if name != "target"}
    assert unpacked(Placed, old).target == 0.0


def test_the_shelf_tells_the_target_of_what_is_in_place() -> None:
    at = school(*let_stand(60, 30))
    assert ModelShelf(at.pointer, at.models, FixedClock()).target() == 0.0
    learn(at)
    assert ModelShelf(at.pointer, at.models, FixedClock()).target() == HIGHEST


def test_routing_goes_by_the_higher_of_both_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(handler, "Router", lambda *_parts, target, **_rest: asked.append(target))
    monkeypatch.setattr(handler, "_routers", {})
    for own, risen in ((0.9, 0.0), (0.9, 0.97), (0.98, 0.97)):
        handler.router_for(replace(MAP, precision_target=own), None, frozenset(), risen)
    assert asked == [0.9, 0.97, 0.98]
