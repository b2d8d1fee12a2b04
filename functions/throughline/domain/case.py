"""A case: one issue with one department, and the written table of what may happen to it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """Where a case stands."""

    ROUTED = "routed"
    ACKNOWLEDGED = "acknowledged"
    WORKING = "working"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"
    HANDED_ON = "handed_on"
    REOPENED = "reopened"


class Action(StrEnum):
    """What happens to a case; a comment is anybody's, what follows it the submitter's, the last three the clock's."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    RESOLVE = "resolve"
    HAND_ON = "hand_on"
    EXTEND = "extend"
    ASK = "ask"
    COMMENT = "comment"
    REPLY = "reply"
    CONFIRM = "confirm"
    DISPUTE = "dispute"
    CLOSE = "close"
    REMIND = "remind"
    ESCALATE = "escalate"


class Stays(StrEnum):
    """Why an action changes nothing in a state."""

    REPEATED = "repeated"  # it has been said already
    LATE = "late"  # it came after the end
    EARLY = "early"  # there is nothing yet to say it about


S, A = State, Action
_OPEN: dict[Action, State | Stays] = {
    A.ACKNOWLEDGE: S.ACKNOWLEDGED,
    A.ANSWER: S.WORKING,
    A.RESOLVE: S.RESOLVED,
    A.HAND_ON: S.HANDED_ON,
    A.EXTEND: S.ACKNOWLEDGED,
    A.ASK: S.WAITING,
    A.REPLY: Stays.EARLY,
    A.CONFIRM: Stays.EARLY,
    A.DISPUTE: Stays.EARLY,
    A.CLOSE: Stays.EARLY,
    A.REMIND: Stays.EARLY,
    A.ESCALATE: Stays.EARLY,
}
_ENDED: dict[Action, State | Stays] = dict.fromkeys(Action, Stays.LATE)

_STATES: dict[State, dict[Action, State | Stays]] = {
    S.ROUTED: {**_OPEN, A.REPLY: S.ROUTED},
    S.ACKNOWLEDGED: {**_OPEN, A.ACKNOWLEDGE: Stays.REPEATED, A.REPLY: S.ACKNOWLEDGED},
    S.WORKING: {**_OPEN, A.ACKNOWLEDGE: Stays.REPEATED, A.EXTEND: S.WORKING, A.REPLY: S.WORKING},
    S.WAITING: {**_OPEN, A.ACKNOWLEDGE: Stays.REPEATED, A.EXTEND: S.WAITING, A.REPLY: S.WORKING},
    S.RESOLVED: {
        **_ENDED,
        A.RESOLVE: Stays.REPEATED,
        A.ANSWER: S.RESOLVED,  # a word more after the end is still heard
        A.CONFIRM: S.CLOSED,
        A.DISPUTE: S.REOPENED,
        A.REPLY: S.REOPENED,
        A.CLOSE: S.CLOSED,
    },
    S.CLOSED: {**_ENDED, A.CONFIRM: Stays.REPEATED, A.CLOSE: Stays.REPEATED},
    S.HANDED_ON: {**_ENDED, A.HAND_ON: Stays.REPEATED},
    S.REOPENED: {**_OPEN, A.DISPUTE: Stays.REPEATED, A.REPLY: S.REOPENED},
}
RECALLED = (A.REMIND, A.ESCALATE)
DONE = frozenset({S.RESOLVED, S.CLOSED, S.HANDED_ON})
# A comment is kept wherever the case stands, after its end too. While it is the department's turn it may be
# reminded, and others told of a broken promise. None of that moves anything.
_UNMOVED = {state: {A.COMMENT: state} for state in State}
_UNMOVED |= {state: dict.fromkeys((A.COMMENT, *RECALLED), state) for state in {*State} - DONE - {S.WAITING}}
TABLE = {state: {**row, **_UNMOVED[state]} for state, row in _STATES.items()}
DEPARTMENT_ACTIONS = (A.ACKNOWLEDGE, A.ANSWER, A.RESOLVE, A.HAND_ON, A.EXTEND)


@dataclass(frozen=True, slots=True)
class Case:
    """One issue with one department; words and names stand in items of their own.

    `line` and `number` are its key, `code` is what people call it, `version` counts its steps; a `call_back` is
    with a customer who asked for it; `hits` are the map's words that led here, `model` is what had learned where
    that decided, `confidence` how sure it was (0: nobody measured); `reply_within` is what was promised, `levels`
    how far the promise has been recalled, in codes, and `recalled_at` when last.
    """

    line: str
    number: int
    code: str
    department: str
    touchpoint: str
    stage: str
    journey: str
    role: str
    how: str
    why: str
    state: State
    version: int
    opened_on: date
    reply_by: datetime
    place: str = ""
    reference: str = ""
    hops: int = 0
    map_version: str = ""
    call_back: bool = False
    reply_within: str = ""
    levels: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    recalled_at: datetime | None = None
    model: str = ""
    confidence: float = 0.0

    @property
    def subject(self) -> str:
        """The name that links and nonces are made for."""
        return f"{self.line}/{self.number}"

    @property
    def done(self) -> bool:
        """Whether nothing more is expected of the department."""
        return self.state in DONE

    def next_state(self, action: Action) -> State | Stays:
        """Where an action leads from here, or why it changes nothing."""
        return TABLE[self.state][action]

    def moves(self, action: Action) -> bool:
        """Whether an action means anything here."""
        return isinstance(self.next_state(action), State)

    def allowed(self) -> tuple[Action, ...]:
        """What the department can do now."""
        return tuple(one for one in DEPARTMENT_ACTIONS if isinstance(self.next_state(one), State))


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a case's history: states, roles and reason codes, never words.

    `digest` is a fingerprint of what was said, to tell a repeat from somebody else's act; `reason` how a
    call-back ended, or which level a promise has reached.
    """

    version: int
    action: Action
    before: State
    after: State
    by: str
    on: date
    digest: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words said about a case, and where the files lie that came with them; erasable apart from its history.

    `told` is what the customer was told in a call-back, which is nobody else's.
    """

    version: int
    who: str
    text: str
    on: date
    files: tuple[str, ...] = ()
    told: str = ""
