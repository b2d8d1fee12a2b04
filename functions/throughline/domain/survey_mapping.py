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
    """One question: what it measures and on which scale, or that its answer is words, or how to reach the customer.

    `key` is the vendor's question id, ref, label or column. `contact` is "wish" where it asks whether somebody
    may contact the customer, which the answers in `yes` allow; else which part of the contact it holds.
    """

    key: str
    metric: Metric | None = None
    scale: Scale | None = None
    direction: str = "higher"
    touchpoint: str = ""
    verbatim: bool = False
    contact: str = ""
    yes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MappedSurvey:
    """One survey of one source.

    `touchpoint_from` and `customer_ref` are paths into what a response carries beside its answers
    ("hidden.touchpoint") or columns of a file. `hash_customer` keeps a digest where the reference is an
    e-mail address. `contact_from` are such paths by the part of the contact that they lead to. `response_id`,
    `answered_at` name columns of a file; `time_zone` is that of times without one, `day_first` how 03/04/2026
    is meant.
    """

    source: str
    survey_id: str
    questions: tuple[Question, ...] = ()
    touchpoint_from: str = ""
    customer_ref: str = ""
    hash_customer: bool = False
    contact_from: tuple[tuple[str, str], ...] = ()
    response_id: str = ""
    answered_at: str = ""
    time_zone: str = ""
    day_first: bool = False

    @property
    def kept(self) -> tuple[Question, ...]:
        """The questions whose answers are kept as such."""
        return tuple(one for one in self.questions if not one.contact)

    @property
    def spoken_of(self) -> str:
        """The touchpoint of words whose question names none: the one that all scores of the survey name, if any."""
        named = {same(one.touchpoint): one.touchpoint for one in self.questions if one.metric}
        return next(iter(named.values())) if len(named) == 1 else ""

    def question(self, names: Iterable[str]) -> Question | None:
        """The question that goes by one of these names, the first name first."""
        known = {same(one.key): one for one in self.questions}
        return next((known[same(name)] for name in names if same(name) in known), None)

    def as_document(self) -> dict[str, Any]:
        """For storing: plain values only."""
        document = asdict(self)
        document["questions"] = [_plain(one) for one in self.questions]
        document["contact_from"] = dict(self.contact_from)
        return document

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> Self:
        """The survey that `as_document` made this of; fields that came later keep their defaults."""
        known = {one.name for one in fields(cls)} - {"questions", "contact_from"}
        questions = tuple(_question(one) for one in document.get("questions", ()))
        paths = tuple(dict(document.get("contact_from", {})).items())
        plain = {name: value for name, value in document.items() if name in known}
        return cls(**plain, questions=questions, contact_from=paths)


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


def _plain(question: Question) -> dict[str, Any]:
    return {**asdict(question), "scale": list(question.scale or ()), "yes": list(question.yes)}


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
        contact=document.get("contact", ""),
        yes=tuple(document.get("yes", ())),
    )
