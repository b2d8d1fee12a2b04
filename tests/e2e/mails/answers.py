"""What an answer to a mail of ours may be made of, and what its writer expects to come of it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from e2e.line import Mail
from e2e.mails.written import INBOX, RUN, address_of, head, lines
from throughline.domain.case import Action, Case, State
from throughline.domain.reply_token import Party, Reply, reply_address

PACKING = "packing@oakandlantern.example"
DOMAIN = INBOX.partition("@")[2]


@dataclass(frozen=True)
class Raised:
    """A case that somebody raised: its line, the mails about it, and what tokens are made with."""

    name: str
    line: str
    code: str
    told: Mail
    heard: Mail
    changed: Mail | None
    root: bytes

    def token(self, mail: Mail | None = None) -> str:
        """Where a mail of ours wants its answer; the department's unless another is given."""
        return str((mail or self.told)["headers"]["Reply-To"])

    def stale(self) -> str:
        """A token of ours whose day is over."""
        over = date.today() - timedelta(days=2)  # noqa: DTZ011 - any zone's day before yesterday
        return reply_address(self.root, Reply(Party.DEPARTMENT, self.line, 1, over), DOMAIN)


Made = Callable[[Raised], bytes]
Place = Callable[[Raised], str]


@dataclass(frozen=True)
class Answered:
    """An answer: which steps its case takes, where it stands then, which mails that makes, by kind.

    With an `aside` it becomes nothing, for a reason that holds this word; `apart` it becomes a note of its
    own that `refers` to the case or does not. `first` is what happened to the case before, `also` a
    second answer on the same day.
    """

    name: str
    made: Made
    steps: tuple[Action, ...] = ()
    state: State = State.ROUTED
    mails: Mapping[str, int] = field(default_factory=dict)
    aside: str = ""
    apart: bool = False
    refers: bool = False
    sender: str = PACKING
    envelope: str | None = None
    times: int = 1
    recipient: Place | None = None
    also: Made | None = None
    first: str = ""
    touchpoint: str = "Opening the parcel"

    @property
    def expected(self) -> Counter[str]:
        """The mails about the case, by kind."""
        return Counter(self.mails)


def answer(
    name: str,
    text: str,
    *more: str,
    sender: str = PACKING,
    to: Place = Raised.token,
    subject: str = "",
) -> Made:
    """A plain answer to the token, under the subject that was answered."""

    def made(raised: Raised) -> bytes:
        about = subject or f"Re: {raised.told['subject']}"
        kind = "Content-Type: text/plain; charset=utf-8"
        return head(name, one_line(about), *more, kind, sender=sender, to=to(raised)) + b"\r\n" + lines(text)

    return made


def one_line(subject: str) -> str:
    return subject.encode("ascii", "replace").decode()


def submitter(name: str) -> str:
    return f"Ada Reed <{address_of(name)}>"


def case_of(cases: tuple[Case, ...]) -> Case:
    """The case that was raised, among those that came of it."""
    return next(case for case in cases if case.number == 1)


def word_of(name: str) -> str:
    """A word that stands in the note that raised the case."""
    return f"{name.replace('-', '')}{RUN}"
