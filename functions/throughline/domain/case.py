"""A case: one issue with one department, and the written table of what may happen to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from throughline.domain.journey import CONFIDANT


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
    """What happens to a case; a comment is anybody's, what follows it the submitter's.

    REMIND and ESCALATE are the clock's. UNDO takes back what the department said a moment ago, WITHDRAW a case that
    somebody else had handed on. SEND_ON is the confidential contact's, of what was in no confidence.
    """

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
    UNDO = "undo"
    WITHDRAW = "withdraw"
    SEND_ON = "send_on"


class Stays(StrEnum):
    """Why an action changes nothing in a state."""

    REPEATED = "repeated"  # it has been said already
    LATE = "late"  # it came after the end
    EARLY = "early"  # there is nothing yet to say it about
    KEPT = "kept"  # it was said in confidence: it stays with whom it was said to
    OPEN = "open"  # it never was in confidence: it is handed on like any other


class Turns(StrEnum):
    """An action whose end is not told by the state alone."""

    BACK = "back"  # to where the step led from that is taken back


Next = State | Stays | Turns
S, A = State, Action
_OPEN: dict[Action, Next] = {
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
    A.UNDO: Turns.BACK,
    A.WITHDRAW: Stays.LATE,  # somebody acted on it: it is theirs
    A.SEND_ON: S.HANDED_ON,
}
_ENDED: dict[Action, Next] = dict.fromkeys(Action, Stays.LATE)

_STATES: dict[State, dict[Action, Next]] = {
    S.ROUTED: {**_OPEN, A.REPLY: S.ROUTED, A.UNDO: Stays.EARLY, A.WITHDRAW: S.HANDED_ON},
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
        A.UNDO: Turns.BACK,
    },
    S.CLOSED: {**_ENDED, A.CONFIRM: Stays.REPEATED, A.CLOSE: Stays.REPEATED},
    S.HANDED_ON: {**_ENDED, **dict.fromkeys((A.HAND_ON, A.WITHDRAW, A.SEND_ON), Stays.REPEATED), A.UNDO: Turns.BACK},
    S.REOPENED: {**_OPEN, A.DISPUTE: Stays.REPEATED, A.REPLY: S.REOPENED, A.UNDO: Stays.EARLY},
}
RECALLED = (A.REMIND, A.ESCALATE)
DONE = frozenset({S.RESOLVED, S.CLOSED, S.HANDED_ON})
# A comment is kept wherever the case stands, after its end too. While it is the department's turn it may be
# reminded, and others told of a broken promise. None of that moves anything.
_UNMOVED = {state: {A.COMMENT: state} for state in State}
_UNMOVED |= {state: dict.fromkeys((A.COMMENT, *RECALLED), state) for state in {*State} - DONE - {S.WAITING}}
TABLE = {state: {**row, **_UNMOVED[state]} for state, row in _STATES.items()}
REVERSIBLE = (A.ACKNOWLEDGE, A.ANSWER, A.RESOLVE, A.HAND_ON, A.EXTEND)
DEPARTMENT_ACTIONS = (*REVERSIBLE, A.UNDO)
PAGE_ACTIONS = (*DEPARTMENT_ACTIONS, A.SEND_ON)


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a department's last step back needs: which it was, when, what was promised, what it opened (or 0)."""

    version: int
    at: datetime
    reply_by: datetime
    opened: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One issue with one department; words and names stand in items of their own.

    `line` and `number` are its key, `code` is what people call it, `version` counts its steps; a `call_back` is
    with a customer who asked for it; `hits` are the map's words that led here, `model` is what had learned where
    that decided, `confidence` how sure it was (0: nobody measured), `alike` the code of the earlier one most like
    it; `reply_within` is what was promised, `levels` how far the promise has been recalled, in codes, and
    `recalled_at` when last. `fact` is what of its line it is about, `had` are the departments that it came from one
    after the other, and `taken` is the last step of its own that may be taken back.
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
    alike: str = ""
    fact: str = "fact"
    had: tuple[str, ...] = ()
    taken: Taken | None = None

    @property
    def subject(self) -> str:
        """The name that links and nonces are made for."""
        return f"{self.line}/{self.number}"

    @property
    def done(self) -> bool:
        """Whether nothing more is expected of the department."""
        return self.state in DONE

    @property
    def confidential(self) -> bool:
        """Whether it was said in confidence, which is nobody's but its owner's."""
        return self.department == CONFIDANT

    def next_state(self, action: Action) -> Next:
        """Where an action leads from here, or why it changes nothing."""
        if self.confidential and action is Action.HAND_ON:
            return Stays.KEPT
        if action is Action.SEND_ON and not self.confidential:
            return Stays.OPEN
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

    `digest` is a fingerprint of what was said, to tell a repeat from somebody else's act; `reason` how a call-back
    ended, which level a promise has reached, which version was taken back, or which revision was sent on; `kept` has
    the promises that were kept by it.
    """

    version: int
    action: Action
    before: State
    after: State
    by: str
    on: date
    digest: str = ""
    reason: str = ""
    kept: tuple[str, ...] = ()


def announced_by(step: Step) -> str:
    """What a step announces: its action, but that a word of the writer's which opens a case again says so."""
    opens = step.action is Action.REPLY and step.after is State.REOPENED and step.before is not State.REOPENED
    return "case.reopen" if opens else f"case.{step.action}"


def undone(steps: Iterable[Step]) -> frozenset[int]:
    """The versions of the steps that were taken back."""
    return frozenset(int(step.reason or 0) for step in steps if step.action is Action.UNDO)


def withdrawn(case: Case, steps: Sequence[Step]) -> bool:
    """Whether whoever had handed it on took it back."""
    return case.state is State.HANDED_ON and any(step.action is Action.WITHDRAW for step in steps)


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
