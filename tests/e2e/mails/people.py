"""Answers of those who raised a case, and of people who have no part in it, or can't prove that they have."""

from collections.abc import Iterator

from e2e.mails.answers import Answered, Raised, answer, submitter
from e2e.mails.written import INBOX, OVER, address_of
from throughline.domain.case import Action, State

RESOLVED, CLOSED = "resolved", "closed"


def people() -> Iterator[Answered]:
    yield said("still-broken", "No, still broken.", (Action.DISPUTE,), State.REOPENED, {"replied": 1}, RESOLVED)
    yield said("thanks", "Thank you so much!", (Action.COMMENT,), State.RESOLVED, {}, RESOLVED)
    yield said("more-words", "It was the blue lamp.", (Action.REPLY,), State.ROUTED, {"replied": 1}, "")
    again = answer("closed-again", OVER, sender=submitter("closed-again"), to=changed)
    apart = {"apart": True, "sender": address_of("closed-again")}
    yield Answered("closed-again", again, state=State.CLOSED, refers=True, first=CLOSED, **apart)  # type: ignore[arg-type]
    yield from strangers()


def said(name: str, text: str, steps: tuple[Action, ...], state: State, mails: dict[str, int], first: str) -> Answered:
    made = answer(name, text, sender=submitter(name), to=changed)
    return Answered(name, made, steps, state, mails, first=first, sender=address_of(name))


def changed(raised: Raised) -> str:
    """The token that the one who raised it got last."""
    return raised.token(raised.changed or raised.heard)


def strangers() -> Iterator[Answered]:
    """None of them moves the case; nobody's words are lost."""
    stranger = f"Sam Pry <{address_of('stranger')}>"
    mistrusted = "X-Local-Verdict: dmarc=FAIL policy=reject"
    subject_only = answer("subject-only", f"Got it. {OVER}", to=lambda _: INBOX)
    stale = answer("token-stale", f"Got it. {OVER}", to=Raised.stale)
    quoting = answer("stranger", f"Got it. {OVER}", sender=stranger)
    yield Answered("stranger", quoting, apart=True, sender=address_of("stranger"))
    yield Answered("token-stale", stale, apart=True, refers=True)
    yield Answered("subject-only", subject_only, apart=True)
    yield Answered("forged-staff", answer("forged-staff", "Got it.", mistrusted), aside="one of us")
    yield Answered("spam-reply", answer("spam-reply", "Got it.", "X-Local-Verdict: spam=FAIL"), aside="spam")
    yield Answered("token-mutated", answer("token-mutated", f"Got it. {OVER}", to=mutated), apart=True)


def mutated(raised: Raised) -> str:
    """One letter of the token is another."""
    local, _, domain = raised.token().partition("@")
    return f"{local[:-1]}{'a' if local[-1] != 'a' else 'b'}@{domain}"
