"""The made-up decisions that costs are measured with, and what an interpreter of its own says."""

from pathlib import Path

from operate.bench.routing_costs import DEPARTMENTS, MOMENTS, made_examples, made_map
from operate.bench.routing_costs_worker import score
from throughline.adapters.training.trainer import RidgeTrainer


def test_each_text_holds_two_words_of_its_own_touchpoint() -> None:
    journey_map = made_map()
    cues = {part.touchpoint: {cue.words for cue in part.routes_when} for part in journey_map.parts}
    examples = made_examples(journey_map, 200)

    assert (len(cues), len(journey_map.departments)) == (MOMENTS, DEPARTMENTS)
    assert len({one.text for one in examples}) == len(examples)
    assert all(len(cues[one.touchpoint] & set(one.text.split())) >= 2 for one in examples)


def test_what_was_learned_is_scored_without_a_module_of_others(tmp_path: Path) -> None:
    journey_map = made_map()
    model = tmp_path / "model"
    model.write_bytes(RidgeTrainer().learn(made_examples(journey_map, 150), journey_map))

    told = score(model)

    assert told["ready"] > 0
    assert told["each"] > 0
    assert told["foreign"] == 0
