"""Tell the CX manager of questions that no mapping explains: each once, those that come together in one mail."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from throughline.domain.journey import JourneyMap
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.survey import Answer
from throughline.usecases.letters import Letterhead, letter_of

MOST = 50
TITLE = "question"


class Told(Protocol):
    """Which questions somebody has been told of."""

    def of(self, line: str) -> frozenset[str]:
        """The codes of the questions of a survey that were told."""

    def tell(self, codes: Iterable[str], letter: Letter) -> None:
        """Note them and let the mail go, both or neither; Unavailable when somebody else tells one of them now."""


def tell_unmapped(
    *,
    answers: Iterable[Answer],
    told: Told,
    journey_map: Callable[[], JourneyMap | None],
    head: Letterhead,
) -> None:
    """Write one mail about what is new; where the map names no CX manager it waits for one who can be told."""
    questions = {one.question_key: one for one in answers}
    current = journey_map() if questions else None
    if current is None or not current.cx_manager:
        return
    line = line_of_survey(next(iter(questions.values())))
    known = told.of(line)
    fresh = {code_of(key): one for key, one in sorted(questions.items()) if code_of(key) not in known}
    if fresh:
        some = dict(list(fresh.items())[:MOST])
        told.tell(some, _letter(line, some, current.cx_manager, head))


def line_of_survey(answer: Answer) -> str:
    """The line that is about a survey as such."""
    named = f"{answer.source}\n{answer.survey_id}".encode("utf-8", "surrogatepass")
    return f"U#{hashlib.sha256(named).hexdigest()[:32]}"


def code_of(key: str) -> str:
    """A question's code, as short as any other's."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _letter(line: str, fresh: Mapping[str, Answer], to: str, head: Letterhead) -> Letter:
    first = next(iter(fresh.values()))
    name = f"letter#{LetterKind.UNMAPPED}#{code_of(' '.join(fresh))}"
    questions = [{"key": one.question_key, "title": str(one.hints.get(TITLE, ""))} for one in fresh.values()]
    said = {"source": first.source, "survey": first.survey_id, "questions": questions}
    return letter_of(line, name, LetterKind.UNMAPPED, to, said, head)
