"""How much weighing by sense adds to the map's words: `python -m operate.bench.meaning [DATA=folder]`.

On notes as clerks and drivers type them, of the sample organisation; with a folder, on each set in it that has
a `journey.csv` and an `eval.jsonl` too.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from operate.bench.figures import Figure, all_hold, as_table
from operate.build.artifact import layers
from operate.commands.journey import checked
from throughline.adapters.meaning.learned import LearnedMeaning
from throughline.adapters.meaning.sentences import SentenceMeaning
from throughline.domain.decision import Candidate, Parked, Praised, Routed
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.meaning import SUGGESTIONS, Weighed
from throughline.domain.routes.weights import Model
from throughline.domain.routing import Router

SAMPLE = Path(__file__).parents[1] / "sample" / "journey.yaml"
NOTES = Path(__file__).with_name("notes.jsonl")
MOST_OF_A_SET = 400
MOST_WRONG, MOST_NOT_AMONG_THREE = 60, 30


@dataclass(frozen=True, slots=True)
class Labelled:
    """A note and the departments that are right for it."""

    text: str
    departments: frozenset[str]
    language: str = ""


class NothingLearned:
    """A shelf before anybody decided anything."""

    def current(self) -> Model | None:
        """No model."""
        return None


def meaning_figures(folder: Path | None = None) -> Iterator[Figure]:
    """What the map's words, the sense and both together get wrong, on notes and on each set of the folder."""
    with_the_layers()
    meaning = SentenceMeaning()
    yield from _of_set(
        "shop-floor notes", checked(SAMPLE, as_json=False, err=True), labelled(NOTES), meaning, limits=True
    )
    for journey in sorted(folder.glob("**/journey.csv")) if folder else ():
        rows = labelled(journey.with_name("eval.jsonl"))[:MOST_OF_A_SET]
        yield from _of_set(journey.parent.name, checked(journey, as_json=False, err=True), rows, meaning, limits=False)


def with_the_layers() -> None:
    """Let Python find what the build put into layers, where it is not installed."""
    sys.path += [str(layer / "python") for layer in layers() if str(layer / "python") not in sys.path]


def labelled(file: Path) -> list[Labelled]:
    """The notes of a file of JSON lines that somebody is responsible for."""
    rows = [json.loads(row) for row in file.read_text(encoding="utf-8").splitlines() if row.strip()]
    return [
        Labelled(
            row["text"], frozenset(map(folded, row.get("departments") or [row["department"]])), row.get("language", "")
        )
        for row in rows
        if row["department"]
    ]


def _of_set(
    name: str, journey_map: JourneyMap, rows: Sequence[Labelled], meaning: SentenceMeaning, *, limits: bool
) -> Iterator[Figure]:
    router = Router(journey_map)
    meaning.weigh(name, journey_map)  # the map's phrases are read before anybody looks at the clock
    begun = time.process_time()
    by_words = [_candidates(router, row.text) for row in rows]
    between = time.process_time()
    weighed = [meaning.weigh(row.text, journey_map) for row in rows]
    spent = {"words": between - begun, "meaning": time.process_time() - between}
    both = LearnedMeaning(NothingLearned(), meaning)
    by_both = [_told(both.weigh(row.text, journey_map)) for row in rows]
    for how, ranked in (("words", by_words), ("meaning", [*map(_told, weighed)]), ("both", by_both)):
        first, three = (MOST_WRONG, MOST_NOT_AMONG_THREE) if limits and how == "both" else (None, None)
        parts = _by_language(rows, ranked)
        yield Figure(f"{name}: not the right department first, by {how}", _wrong(rows, ranked, 1), "%", first)
        yield Figure(f"{name}: not among three, by {how}", _wrong(rows, ranked, SUGGESTIONS), "%", three, parts=parts)
    for how, seconds in spent.items():
        yield Figure(f"{name}: a note, by {how}", 1_000 * seconds / max(1, len(rows)), "ms", decides=False)


def _told(weighed: Weighed | None) -> Sequence[Candidate]:
    return weighed.candidates if weighed else ()


def _candidates(router: Router, text: str) -> Sequence[Candidate]:
    """Who is likeliest by the map's words; a decision is the likeliest of all."""
    match router.decide(text)[0]:
        case Routed() as routed:
            return (Candidate(routed.part.department, routed.part.touchpoint, routed.confidence), *routed.alternatives)
        case Parked() as parked:
            return parked.alternatives
        case Praised(touchpoint=touchpoint) if touchpoint:
            return tuple(Candidate(part.department, part.touchpoint, 1.0) for part in touchpoint.parts)
    return ()


def _wrong(rows: Sequence[Labelled], ranked: Sequence[Sequence[Candidate]], most: int) -> float:
    right = [
        any(folded(one.department) in row.departments for one in found[:most])
        for row, found in zip(rows, ranked, strict=True)
    ]
    return 100 * (1 - sum(right) / max(1, len(right)))


def _by_language(rows: Sequence[Labelled], ranked: Sequence[Sequence[Candidate]]) -> dict[str, float]:
    languages = sorted({row.language for row in rows if row.language})
    pairs = list(zip(rows, ranked, strict=True))
    of = {one: [pair for pair in pairs if pair[0].language == one] for one in languages}
    return {
        one: _wrong([row for row, _ in found], [ranks for _, ranks in found], SUGGESTIONS) for one, found in of.items()
    }


def main() -> int:
    """0 within all limits, 1 not."""
    told = [one.removeprefix("DATA=") for one in sys.argv[1:] if one.startswith("DATA=")]
    figures = list(meaning_figures(Path(told[0]) if told else None))
    print("\n".join(as_table(figures)))
    return 0 if all_hold(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
