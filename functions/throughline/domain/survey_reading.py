"""What became of reading what a survey vendor sent: answers, ids to fetch, or nothing to do, each with its reason.

What was the sender's fault is raised as Refused instead.
"""

from dataclasses import dataclass

from throughline.domain.contact import Wish
from throughline.domain.survey import Answer


@dataclass(frozen=True, slots=True)
class Complete:
    """The answers of a response; `unmapped` names the questions that no mapping explains.

    Those keep their value in the hints of an answer without a metric. `wishes` hold what is no answer: how to
    reach those who asked for it.
    """

    answers: tuple[Answer, ...]
    reason: str
    unmapped: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsFetch:
    """The vendor sent ids only: the answers have to be asked for."""

    survey_id: str
    response_ids: tuple[str, ...]
    reason: str
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing to do, and that is right."""

    reason: str


Reading = Complete | NeedsFetch | Ignored
