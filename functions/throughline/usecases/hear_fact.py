"""The words of a fact as routing needs them, whichever door they came in by."""

from dataclasses import dataclass, replace

from throughline.domain.delivery import COUNTED_ONLY
from throughline.domain.feedback import Feedback, Kind
from throughline.domain.gathering import band_of, wants_contact
from throughline.domain.in_confidence import sent_on
from throughline.domain.line import Line
from throughline.domain.survey import Answer, Band

FACT = "fact"


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what about which moment; a `band` is a customer's, `wanted` that they asked to be contacted.

    It is `confided` where whoever says so wants it to be, and `sent_on` where the confidential contact read it.
    """

    line: str
    fact: str
    words: str
    touchpoint: str
    kind: Kind | None
    who: str
    place: str = ""
    reference: str = ""
    feedback: Feedback | None = None
    revision: int | None = None
    band: Band | None = None
    wanted: bool = False
    confided: bool = False
    sent_on: bool = False


def said_in(standing: Line, fact: str) -> Said | None:
    """The words of one fact of a line; None when the fact is gone.

    An answer without words speaks again for those gathered on its line before, where it shows that they are
    thanks or that the customer wants an answer.
    """
    said = _said_in(standing, fact)
    return replace(said, sent_on=sent_on(standing, fact, said.revision)) if said else None


def _said_in(standing: Line, fact: str) -> Said | None:
    if fact == FACT:
        return _of_feedback(standing.feedback) if standing.feedback else None
    answer = answer_in(standing, fact)
    return _of_answer(answer, fact, standing) if answer else None


def answer_in(standing: Line, fact: str) -> Answer | None:
    """One answer of a line by its key."""
    question = fact.partition("#")[2]
    return next((one for one in standing.answers if one.question_key == question), None)


def words_to_gather(answer: Answer) -> str:
    """What somebody should hear of an answer; nothing of one that is only counted."""
    return "" if answer.hints.get(COUNTED_ONLY) is True else answer.verbatim.strip()


def silent(standing: Line) -> bool:
    """Whether a line holds no words and nobody was told of it."""
    return not (standing.cases or standing.parked or any(map(words_to_gather, standing.answers)))


def _of_feedback(feedback: Feedback) -> Said:
    report = feedback.report
    return Said(
        feedback.line,
        FACT,
        report.text,
        report.touchpoint,
        report.kind or (Kind.PRAISE if report.to else None),
        "a colleague",
        report.place,
        report.reference,
        feedback,
        confided=report.confided,
    )


def _of_answer(answer: Answer, fact: str, standing: Line) -> Said:
    band, counted = band_of(answer, standing.answers), answer.hints.get(COUNTED_ONLY) is True
    wanted = wants_contact(standing.answers) and not counted
    words, touchpoint = words_to_gather(answer), answer.touchpoint_hint
    if not words and not counted and (wanted or band is Band.PROMOTER):
        words = "\n\n".join(one.words for one in standing.gathered if one.words)
        if wanted and not words and standing.cases:  # others have the words already, and nobody calls yet
            words = "\n\n".join(filter(None, map(words_to_gather, standing.answers)))
        touchpoint = next((one.touchpoint for one in standing.gathered), touchpoint)
    kind = Kind.ISSUE if wanted else {Band.PROMOTER: Kind.PRAISE, Band.DETRACTOR: Kind.ISSUE}.get(band or Band.PASSIVE)
    who, revision = "a customer", answer.revision
    return Said(answer.line, fact, words, touchpoint, kind, who, revision=revision, band=band, wanted=wanted)
