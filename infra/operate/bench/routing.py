"""How often texts reach the right department, beside others: `python -m operate.bench.routing [DATA=folder]`.

Short notes of our own are routed by the sample's map. A folder holds `journey.csv`, `train.jsonl`, `eval.jsonl`, or
folders that do. Examples are the first of a natural stream. Texts of nobody are left out of accuracy.
`-o curve.svg` draws the learning curves, a linear SVM's on the same examples dotted.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from operate.bench.figures import Figure, all_hold, as_table
from operate.bench.heard import heard_figures
from operate.bench.routing_curve import drawn
from operate.bench.routing_peers import SVM, by_bm25, by_keywords, by_scikit
from operate.commands.journey import checked
from operate.commands.route import examples_of, vectors
from operate.files.labelled import Labelled, labelled_lines
from operate.routing_score import Score, scored_on
from throughline.adapters.meaning.remembered import remembered
from throughline.adapters.training.trainer import RidgeTrainer
from throughline.domain.journey import JourneyMap
from throughline.domain.routes.scorer import Vectors
from throughline.domain.routes.weights import Model
from throughline.domain.routing import Router

COUNTS = (10, 100, 200, 1_000)
OWN = Path(__file__).parent / "routing_notes.jsonl"
NOTES = Path(__file__).parent / "notes.jsonl"
SAMPLE = Path(__file__).resolve().parents[1] / "sample" / "journey.yaml"
# Of the short notes, in hundredths: these may come to the wrong one first, be missing among three, be decided wrongly.
MOST_WRONG, MOST_NOT_AMONG_THREE, MOST_DECIDED_WRONG = 60, 30, 15
# So much the first decisions may cost of what the map alone knew.
MOST_LOST = 2
Point = tuple[int, float]
Curves = dict[str, list[Point]]


@dataclass(frozen=True, slots=True)
class Set:
    """A map, the stream to learn from and the texts to be measured by."""

    name: str
    journey_map: JourneyMap
    stream: tuple[Labelled, ...]
    tried: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The curves of ours, and the SVM's beside them, by the name of the set."""

    ours: Curves = field(default_factory=dict)
    others: Curves = field(default_factory=dict)


def routing_figures(folder: Path | None, drawing: Drawing | None = None) -> Iterator[Figure]:
    """Our own notes; then each set of the folder: the map alone, and with more and more examples, others beside us."""
    curves = drawing or Drawing()
    yield from _own()
    for journey in sorted(folder.glob("**/journey.csv")) if folder else ():
        at = journey.parent
        journey_map = checked(journey, as_json=False, err=True)
        one = Set(at.name, journey_map, _labelled(at / "train.jsonl"), _labelled(at / "eval.jsonl"))
        alone = scored_on(Router(journey_map, vectors=_read()), one.tried)
        yield _map_only(one, alone)
        curves.ours.setdefault(one.name, []).append((0, alone.accuracy))
        for count in sorted({*(count for count in COUNTS if count < len(one.stream)), len(one.stream)}):
            if count:
                yield from _learned(one, count, alone, curves)


def _own() -> Iterator[Figure]:
    """The notes that clerks and drivers type: by the map alone."""
    journey_map = checked(SAMPLE, as_json=False, err=True)
    notes = Set("short notes", journey_map, (), _labelled(NOTES))
    score = scored_on(Router(journey_map, vectors=_read()), notes.tried)
    yield _map_only(notes, score)
    limits = _read() is not None  # what words alone can't do is no fault of theirs
    wrong, missing = 100 * (1 - score.accuracy), 100 * (1 - score.first_three)
    yield Figure("short notes: not the right department first", wrong, "%", MOST_WRONG if limits else None)
    yield Figure("short notes: not among three", missing, "%", MOST_NOT_AMONG_THREE if limits else None)
    decided = scored_on(Router(journey_map), (*notes.tried, *_labelled(OWN)))
    wrongly = 100 * (1 - decided.decided_right) if decided.decided else 0.0
    parts = {"decided": 100 * decided.decided}
    yield Figure("our own notes: wrong of what the map alone decided", wrongly, "%", MOST_DECIDED_WRONG, parts=parts)
    own = Set("our own notes", journey_map, (), _labelled(OWN))
    yield _map_only(own, scored_on(Router(journey_map, vectors=_read()), own.tried))
    yield from heard_figures()


def _map_only(one: Set, score: Score) -> Figure:
    parts = {"among the first three": 100 * score.first_three}
    parts["words alone"] = 100 * scored_on(Router(one.journey_map), one.tried).accuracy
    parts["BM25"] = 100 * by_bm25(one.journey_map, one.tried)
    parts["keywords"] = 100 * by_keywords(one.journey_map, one.tried)
    parts |= _decided(score)
    return Figure(f"{one.name}: right department, map only", 100 * score.accuracy, "%", parts=parts)


def _learned(one: Set, count: int, alone: Score, curves: Drawing) -> Iterator[Figure]:
    taught = one.stream[:count]
    score = scored_on(_router(one, taught, _read()), one.tried)
    words = scored_on(_router(one, taught, None), one.tried)
    others = by_scikit(one.journey_map, taught, one.tried)
    parts = {"among the first three": 100 * score.first_three, "words alone": 100 * words.accuracy}
    parts |= {name: 100 * share for name, share in others.items()} | _decided(score)
    parts["calibration error"], parts["macro-F1"] = 100 * score.calibration_error, 100 * score.macro_f1
    parts["coverage at 95 % precision"] = 100 * score.coverage_at_95
    parts |= _of_nobody(score) if score.nobodys else {}
    curves.ours.setdefault(one.name, []).append((count, score.accuracy))
    if SVM in others:
        curves.others.setdefault(one.name, []).append((count, others[SVM]))
    yield Figure(f"{one.name}: right department, {count} examples", 100 * score.accuracy, "%", parts=parts)
    lost = 100 * max(0.0, alone.accuracy - score.accuracy)
    yield Figure(f"{one.name}: lost to the map alone, {count} examples", lost, "points", MOST_LOST)


def _decided(score: Score) -> dict[str, float]:
    return {"decided": 100 * score.decided, "right of those": 100 * score.decided_right}


def _of_nobody(score: Score) -> dict[str, float]:
    seen = f"of {score.nobodys} of nobody's, known to be"
    return {seen: 100 * score.seen / score.nobodys, "taken for nobody's, but somebody's": 100 * score.lost}


def _router(one: Set, taught: tuple[Labelled, ...], read: Vectors | None) -> Router:
    examples = [example for line in taught for example in examples_of(line)]
    return Router(one.journey_map, Model(RidgeTrainer(read).learn(examples, one.journey_map)), vectors=read)


@cache
def _read() -> Vectors | None:
    """What reads for meaning; each text once."""
    read = vectors()
    return remembered(read) if read else None


def _labelled(path: Path) -> tuple[Labelled, ...]:
    with path.open(encoding="utf-8") as lines:
        return tuple(labelled_lines(lines))


def _kept(figures: Iterable[Figure], seen: list[Figure]) -> Iterator[Figure]:
    for one in figures:
        seen.append(one)
        yield one


def main(arguments: list[str] | None = None) -> int:
    """0 when all was measured and is within its limits."""
    parser = argparse.ArgumentParser(prog="python -m operate.bench.routing", description=__doc__)
    parser.add_argument("data", nargs="?", default="", metavar="DATA=folder")
    parser.add_argument("-o", "--output", type=Path, help="the learning curves, as SVG")
    asked = parser.parse_args(arguments)
    drawing = Drawing()
    figures: list[Figure] = []
    folder = Path(asked.data.removeprefix("DATA=")) if asked.data else None
    for line in as_table(_kept(routing_figures(folder, drawing), figures)):
        print(line, flush=True)  # each as it comes: all of it takes a quarter of an hour
    if asked.output:
        asked.output.write_text(drawn(drawing.ours, drawing.others), encoding="utf-8")
    return 0 if all_hold(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
