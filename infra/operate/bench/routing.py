"""How often texts reach the right department, beside others: `python -m operate.bench.routing [DATA=folder]`.

A folder holds `journey.csv`, `train.jsonl`, `eval.jsonl`, or folders that do; without it small notes of our own are
routed by the sample's map. Examples are the first of a natural stream. Texts of nobody are left out of accuracy.
`-o curve.svg` draws the learning curves.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from operate.bench.figures import Figure, all_hold, as_table
from operate.bench.routing_curve import drawn
from operate.bench.routing_peers import by_bm25, by_keywords, by_scikit
from operate.commands.journey import checked
from operate.commands.route import examples_of, vectors
from operate.files.labelled import Labelled, labelled_lines
from operate.routing_score import scored_on
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.journey import JourneyMap
from throughline.domain.routes.scorer import Vectors
from throughline.domain.routes.weights import Model
from throughline.domain.routing import Router

COUNTS = (100, 200, 1_000)
OWN = Path(__file__).parent / "routing_notes.jsonl"
SAMPLE = Path(__file__).resolve().parents[1] / "sample" / "journey.yaml"
Point = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Set:
    """A map, the stream to learn from and the texts to be measured by."""

    name: str
    journey_map: JourneyMap
    stream: tuple[Labelled, ...]
    tried: tuple[Labelled, ...]


def sets_in(folder: Path | None) -> Iterator[Set]:
    """The sets of a folder, or our own notes."""
    if folder is None:
        own = tuple(_labelled(OWN))
        yield Set("our own notes", checked(SAMPLE, as_json=False, err=True), (), own)
        return
    for journey in sorted(folder.glob("**/journey.csv")):
        at = journey.parent
        stream, tried = _labelled(at / "train.jsonl"), _labelled(at / "eval.jsonl")
        yield Set(at.name, checked(journey, as_json=False, err=True), tuple(stream), tuple(tried))


def routing_figures(folder: Path | None, curves: dict[str, list[Point]] | None = None) -> Iterator[Figure]:
    """Each set: the map alone, then with more and more examples; others on the same."""
    for one in sets_in(folder):
        yield from _map_only(one, curves)
        for count in [*(count for count in COUNTS if count < len(one.stream)), len(one.stream)]:
            if count:
                yield from _learned(one, count, curves)


def _map_only(one: Set, curves: dict[str, list[Point]] | None) -> Iterator[Figure]:
    score = scored_on(Router(one.journey_map, vectors=vectors()), one.tried)
    parts = {"among the first three": 100 * score.first_three}
    parts["words alone"] = 100 * scored_on(Router(one.journey_map), one.tried).accuracy
    parts["BM25"] = 100 * by_bm25(one.journey_map, one.tried)
    parts["keywords"] = 100 * by_keywords(one.journey_map, one.tried)
    _note(curves, one.name, 0, score.accuracy)
    yield Figure(f"{one.name}: right department, map only", 100 * score.accuracy, "%", parts=parts)


def _learned(one: Set, count: int, curves: dict[str, list[Point]] | None) -> Iterator[Figure]:
    taught = one.stream[:count]
    score = scored_on(_router(one, taught, vectors()), one.tried)
    words = scored_on(_router(one, taught, None), one.tried)
    parts = {"among the first three": 100 * score.first_three, "words alone": 100 * words.accuracy}
    parts |= {name: 100 * share for name, share in by_scikit(one.journey_map, taught, one.tried).items()}
    parts["decided"], parts["right of those"] = 100 * score.decided, 100 * score.decided_right
    parts["calibration error"], parts["macro-F1"] = 100 * score.calibration_error, 100 * score.macro_f1
    parts["coverage at 95 % precision"] = 100 * score.coverage_at_95
    _note(curves, one.name, count, score.accuracy)
    yield Figure(f"{one.name}: right department, {count} examples", 100 * score.accuracy, "%", parts=parts)


def _router(one: Set, taught: tuple[Labelled, ...], read: Vectors | None) -> Router:
    examples = [example for line in taught for example in examples_of(line)]
    return Router(one.journey_map, Model(RidgeTrainer(read).learn(examples, one.journey_map)), vectors=read)


def _note(curves: dict[str, list[Point]] | None, name: str, count: int, share: float) -> None:
    if curves is not None:
        curves.setdefault(name, []).append((count, share))


def _labelled(path: Path) -> Iterator[Labelled]:
    with path.open(encoding="utf-8") as lines:
        yield from labelled_lines(islice(lines, None))


def main(arguments: list[str] | None = None) -> int:
    """0 when all was measured."""
    parser = argparse.ArgumentParser(prog="python -m operate.bench.routing", description=__doc__)
    parser.add_argument("data", nargs="?", default="", metavar="DATA=folder")
    parser.add_argument("-o", "--output", type=Path, help="the learning curves, as SVG")
    asked = parser.parse_args(arguments)
    curves: dict[str, list[Point]] = {}
    folder = Path(asked.data.removeprefix("DATA=")) if asked.data else None
    figures = list(routing_figures(folder, curves))
    print("\n".join(as_table(figures)))
    if asked.output:
        asked.output.write_text(drawn(curves), encoding="utf-8")
    return 0 if all_hold(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
