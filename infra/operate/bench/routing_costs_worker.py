"""One interpreter that learns, or gets ready to score, and tells what it cost: run by the bench of costs."""

import json
import resource
import sys
import time
from pathlib import Path

TEXTS = 200
MS = 1_000


def learn(model: Path) -> dict[str, float]:
    """Learns all decisions; CPU in seconds, the most memory in megabytes."""
    # Late, so that neither side pays for what the other needs.
    from operate.bench.routing_costs import DECISIONS, made_examples, made_map
    from throughline.adapters.training.trainer import RidgeTrainer

    journey_map = made_map()
    examples = made_examples(journey_map, DECISIONS)
    began = time.process_time()
    model.write_bytes(RidgeTrainer().learn(examples, journey_map))
    spent = time.process_time() - began
    return {"cpu": spent, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1_000_000}


def score(model: Path) -> dict[str, float]:
    """Gets ready and scores; milliseconds to be ready and for a text."""
    before = set(sys.modules)
    began = time.process_time()
    from throughline.domain.routes.scorer import Scorer  # late: this is what is measured
    from throughline.domain.routes.weights import Model

    imported = time.process_time() - began
    brought = {name.partition(".")[0] for name in set(sys.modules) - before}
    foreign = brought - sys.stdlib_module_names - {"throughline"}
    from operate.bench.routing_costs import made_examples, made_map

    journey_map = made_map()
    texts = [one.text for one in made_examples(journey_map, TEXTS)]
    began = time.process_time()
    scorer = Scorer(journey_map, Model.open(model))
    loaded = time.process_time() - began
    began = time.process_time()
    for text in texts:
        scorer.score(text)
    each = (time.process_time() - began) / len(texts)
    return {"ready": (imported + loaded) * MS, "each": each * MS, "foreign": len(foreign)}


if __name__ == "__main__":
    what, at = sys.argv[1], Path(sys.argv[2])
    print(json.dumps((learn if what == "learn" else score)(at)))
