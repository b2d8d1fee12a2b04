"""What the questions of a survey mean, as the organisation wrote it down; vendors do not say."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from throughline.domain.survey import Metric

Scale = tuple[float, float]


def same(name: str) -> str:
    """A name as it is compared: its case and the blanks in it say nothing."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what it measures and on which scale, or that its answer is words.

    `key` is the vendor's question id, ref, label or column.
    """

    key: str
    metric: Metric | None = None
    scale: Scale | None = None
    direction: str = "higher"
    touchpoint: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class MappedSurvey:
    """One survey of one source.

    `touchpoint_from` and `customer_ref` are paths into what a response carries beside its answers
    ("hidden.touchpoint") or columns of a file. `hash_customer` keeps a digest where the reference is an
    e-mail address. `response_id`, `answered_at` name columns of a file; `time_zone` is that of times
    without one, `day_first` how 03/04/2026 is meant.
    """

    source: str
    survey_id: str
    questions: tuple[Question, ...] = ()
    touchpoint_from: str = ""
    customer_ref: str = ""
    hash_customer: bool = False
    response_id: str = ""
    answered_at: str = ""
    time_zone: str = ""
    day_first: bool = False

    def question(self, names: Iterable[str]) -> Question | None:
        """The question that goes by one of these names, the first name first."""
        known = {same(one.key): one for one in self.questions}
        return next((known[same(name)] for name in names if same(name) in known), None)

    def as_document(self) -> dict[str, Any]:
        """For storing: plain values only."""
        document = asdict(self)
        document["questions"] = [{**asdict(one), "scale": list(one.scale or ())} for one in self.questions]
        return document

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> Self:
        """The survey that `as_document` made this of; fields that came later keep their defaults."""
        known = {one.name for one in fields(cls)} - {"questions"}
        questions = tuple(_question(one) for one in document.get("questions", ()))
        return cls(**{name: value for name, value in document.items() if name in known}, questions=questions)


@dataclass(frozen=True, slots=True)
class SurveyMap:
    """All mapped surveys of one source; `root` keys the digests of customers' addresses, where there is one."""

    source: str
    surveys: tuple[MappedSurvey, ...] = ()
    root: bytes = field(default=b"", repr=False)

    def find(self, survey_id: str) -> MappedSurvey | None:
        """The survey of that id."""
        return next((one for one in self.surveys if one.survey_id == survey_id), None)

    @property
    def only(self) -> MappedSurvey | None:
        """The survey, where the source has one alone: some vendors name none."""
        return self.surveys[0] if len(self.surveys) == 1 else None


def map_of(source: str, surveys: Iterable[MappedSurvey], root: bytes = b"") -> SurveyMap:
    """What is mapped for a source."""
    return SurveyMap(source, tuple(one for one in surveys if one.source == source), root)


def _question(document: Mapping[str, Any]) -> Question:
    low, high = document.get("scale") or (None, None)
    metric = document.get("metric")
    return Question(
        key=str(document["key"]),
        metric=Metric(metric) if metric else None,
        scale=None if low is None or high is None else (float(low), float(high)),
        direction=document.get("direction", "higher"),
        touchpoint=document.get("touchpoint", ""),
        verbatim=bool(document.get("verbatim", False)),
    )
