"""Count the answers of an export, each once however often it is read; nobody hears of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby

from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.survey import Answer
from throughline.domain.survey_reading import Ignored
from throughline.domain.table import Problem
from throughline.ports import Facts
from throughline.usecases.read_delivery import as_version
from throughline.usecases.record_answers import AnswersRecorded, record_answers

BLOCK = 1000  # rows that are done together, or again after a crash
PIECE, HANDS = 25, 8
Numbered = tuple[int, Answer | Problem | Ignored]


@dataclass(frozen=True, slots=True)
class Imported:
    """What was counted; `after` is the row to go on behind, None at the end of the file."""

    written: int
    repeated: int
    wrong: int
    ignored: int
    after: int | None


def import_rows(
    *,
    rows: Iterable[Numbered],
    version: int,
    root: bytes,
    facts: Facts,
    problems: Callable[[Sequence[Problem]], None],
    more: Callable[[], bool],
) -> Imported:
    """Record block by block while there is time for `more`, one block at least; its problems are told by block."""
    counted: Counter[str] = Counter()
    with ThreadPoolExecutor(HANDS) as hands:
        for block, some in groupby(rows, key=lambda one: one[0] // BLOCK):
            if counted["blocks"] and not more():
                return _imported(counted, block * BLOCK - 1)
            found = [one for _, one in some]
            answers = [counted_only(one, version) for one in found if isinstance(one, Answer)]
            wrong = [one for one in found if isinstance(one, Problem)]
            done = _recorded(answers, lambda piece: record_answers(answers=piece, root=root, facts=facts), hands)
            ignored = len(found) - len(answers) - len(wrong)
            counted.update(blocks=1, written=done.written, repeated=done.repeated, wrong=len(wrong), ignored=ignored)
            if wrong:
                problems(wrong)
    return _imported(counted, None)


def counted_only(answer: Answer, version: int) -> Answer:
    """An answer of an export: counted as any other, but no case opens and no mail follows."""
    return as_version(replace(answer, hints={**answer.hints, COUNTED_ONLY: True}), version)


def _recorded(
    answers: Sequence[Answer], record: Callable[[Sequence[Answer]], AnswersRecorded], hands: ThreadPoolExecutor
) -> AnswersRecorded:
    """Many hands at a time, as each write is mostly waiting; for a handful one is enough."""
    pieces = list(_pieces(answers))
    done = list(hands.map(record, pieces)) if len(pieces) > 1 else [record(piece) for piece in pieces]
    return AnswersRecorded(sum(one.written for one in done), sum(one.repeated for one in done))


def _pieces(answers: Sequence[Answer]) -> Iterator[Sequence[Answer]]:
    return (answers[at : at + PIECE] for at in range(0, len(answers), PIECE))


def _imported(counted: Counter[str], after: int | None) -> Imported:
    return Imported(counted["written"], counted["repeated"], counted["wrong"], counted["ignored"], after)
