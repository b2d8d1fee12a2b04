"""What was decided about a piece of feedback, always with the reason."""

from dataclasses import dataclass

from throughline.domain.journey import Part, Touchpoint


@dataclass(frozen=True, slots=True)
class Candidate:
    """A department that might be the right one, and how sure we are (0 to 1)."""

    department: str
    touchpoint: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Why:
    """What spoke for a department: the words that weighed most and the map's words that were hit.

    `nearest` is the code of the earlier case most like it, never its words; `model` names what had learned, empty
    with the map alone.
    """

    words: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    nearest: str = ""
    model: str = ""
    map_version: str = ""


@dataclass(frozen=True, slots=True)
class Routed:
    """It goes to this department, for this reason."""

    part: Part
    words: str
    reason: str
    confidence: float = 1.0
    alternatives: tuple[Candidate, ...] = ()
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Praised:
    """It is thanks for everybody who stands behind this touchpoint; None when nobody can tell which."""

    touchpoint: Touchpoint | None
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Parked:
    """A person has to decide; the likeliest departments stand ready, unless it reads like `nobody`'s.

    What is `confidential` waits for somebody to be named who may read it.
    """

    words: str
    reason: str
    alternatives: tuple[Candidate, ...] = ()
    nobody: bool = False
    why: Why | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """Nobody has to answer it alone: its words are gathered into the themes of a touchpoint.

    The names are empty where nobody can tell them.
    """

    touchpoint: str
    department: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Nothing follows from it but its count."""

    reason: str


Decision = Routed | Praised | Parked | Skipped
Verdict = Decision | Gathered
