"""What has become of one fact, and what is written about it in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from throughline.domain.case import Case, Saying, Step
from throughline.domain.contact import Contacting, Look
from throughline.domain.decision import Candidate
from throughline.domain.feedback import Feedback
from throughline.domain.flood import Limit
from throughline.domain.gathering import Gathering, Risen
from throughline.domain.letter import Letter
from throughline.domain.precedent import Precedent
from throughline.domain.recognition import Change, HeldFor, Publicity, Thanked, Thanks
from throughline.domain.survey import Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the ledger under an identity: its fingerprint, and whether this write made it.

    `stored` is where the standing one's raw mail lies; of one that was `erased` nothing else is known. Nothing
    stands where it was one too many, `over` a limit.
    """

    digest: str
    new: bool
    stored: str = ""
    erased: bool = False
    over: Limit | None = None


@dataclass(frozen=True, slots=True)
class ParkedItem:
    """Something that waits for a person: the line, why, who is likeliest; `by_meaning` once its sense was weighed.

    `weighed` are its words that weighed most and `hits` the map's words in it, by this `model` and `map_version`;
    `confidence` is how sure routing was of the likeliest then, `alike` the code of the earlier case most like it.
    Of one that was `handed` to and fro, that is the number of the last case, and `had` are the departments that had it.
    A `confidential` one holds no words: it waits for the map to name who may read them.
    """

    line: str
    fact: str
    reason: str
    words: str
    since: str
    alternatives: tuple[Candidate, ...] = ()
    decided: str = ""
    by_meaning: str = ""
    weighed: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    model: str = ""
    map_version: str = ""
    confidence: float = 0.0
    alike: str = ""
    handed: int = 0
    had: tuple[str, ...] = ()
    call_back: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Everything that has become of one fact, read in one go; of an `erased` one only what holds no words.

    `letters` are the names of the mails that were written about it; `risen` is the theme that it is about;
    `weighed` has for each case the words that weighed most; `unsent` are the letters that have not left, and
    `taught` the steps that routing learns from, each by its case's number and its version.
    """

    feedback: Feedback | None = None
    answers: tuple[Answer, ...] = ()
    cases: tuple[Case, ...] = ()
    steps: Mapping[int, tuple[Step, ...]] = field(default_factory=dict)
    sayings: Mapping[int, tuple[Saying, ...]] = field(default_factory=dict)
    thanks: tuple[Thanks, ...] = ()
    changes: tuple[Change, ...] = ()
    parked: ParkedItem | None = None
    erased: bool = False
    letters: tuple[str, ...] = ()
    unsent: frozenset[str] = frozenset()
    taught: frozenset[tuple[int, int]] = frozenset()
    gathered: tuple[Gathering, ...] = ()
    risen: Risen | None = None
    contact: Contacting | None = None
    looks: tuple[Look, ...] = ()
    weighed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A mail that only says that something was understood: written unless its `conversation` had one that day."""

    letter: Letter
    conversation: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a routing decided, to be written in one go with the mails that follow from it.

    `revision` is the one that was read: a later one that came meanwhile has a routing of its own. `weighed` has the
    words that weighed most for each case, which go when the words do. `thanked` are mails to those who are named, whom
    the `giver` may thank a few times a week: after that it arrives, and nobody else is told.
    """

    line: str
    fact: str
    reasons: tuple[str, ...]
    cases: tuple[Case, ...] = ()
    thanks: tuple[Thanks, ...] = ()
    parked: ParkedItem | None = None
    letters: tuple[Letter, ...] = ()
    revision: int | None = None
    confirmation: Confirmation | None = None
    gathered: tuple[Gathering, ...] = ()
    taught: Precedent | None = None
    weighed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    thanked: tuple[Thanked, ...] = ()
    giver: str = ""

    def beyond_limit(self) -> "Outcome":
        """The same of somebody who has thanked many people this week: it still arrives, and nobody else is told."""
        kept = (
            replace(one, state=Publicity.HELD, held_for=HeldFor.LIMIT)
            if one.to and one.state is Publicity.PUBLISHED
            else one
            for one in self.thanks
        )
        return replace(self, thanks=tuple(kept), giver="")


@dataclass(frozen=True, slots=True)
class Undoing:
    """What goes with a step that is taken back.

    `letters` have not left and stay; `change` is whether something was said to be changed; `taught` is what routing
    would have learned from, by case and version; `withdrawn` is the case that was opened, as it ends; `thanks` were
    said with it.
    """

    letters: tuple[str, ...] = ()
    change: bool = False
    taught: tuple[int, int] | None = None
    withdrawn: tuple[Case, Step] | None = None
    thanks: Thanks | None = None


@dataclass(frozen=True, slots=True)
class Advance:
    """One step of a case, to be written in one go with what follows from it; `erased` as its line was read.

    `stored` is where the raw mail lies that it was taken from; `forgets_contact` where a call-back ended;
    `taught` is what routing may learn from it; `thanks` go to whoever raised it; `parked` waits for a person from
    now on, or not any more; `undoing` is what a step leaves behind that is taken back.
    """

    case: Case
    step: Step
    saying: Saying | None = None
    change: Change | None = None
    opened: Case | None = None
    letters: tuple[Letter, ...] = ()
    erased: bool = False
    confirmation: Confirmation | None = None
    stored: str = ""
    forgets_contact: bool = False
    taught: Precedent | None = None
    thanks: Thanks | None = None
    parked: ParkedItem | None = None
    undoing: Undoing | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that came in and became nothing, kept where a person can see it, with the reason.

    `what` is the content, or where it lies; what is `held` may be taken in after all when a person says so.
    """

    id: str
    reason: str
    door: str
    what: str
    on: date
    held: bool = False


@dataclass(frozen=True, slots=True)
class PendingKey:
    """Something that waits to be done: its key, the hour since when, and which revision of an answer it is."""

    pk: str
    sk: str
    since: str
    revision: int | None = None
