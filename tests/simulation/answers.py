"""Answers by mail to cases, from departments and from whoever raised them."""

from datetime import timedelta

from fakes.outside import ROOT
from simulation.functions import INBOUND, Functions
from simulation.organisation import CX_MANAGER, WORD
from throughline.domain.case import Case
from throughline.domain.mail.incoming import MailKind, ReadMail, Split, Threading
from throughline.domain.reply_token import Party, Reply, reply_address
from throughline.domain.seal import mac

BY_DEPARTMENTS = (
    "Got it.",
    "fixed: we wrap it now",
    "not ours, it's Delivery",
    "need more time until tomorrow",
    "Which one was it?",
    "The tape is a story of its own.",
    "Thank you!",
    "",
)
BY_WRITERS = ("Yes, it is solved.", "No, still broken.", "It was the left one.", "Thank you so much!")
FOR_LONG = timedelta(days=900)


def an_answer_by_mail(functions: Functions, number: int) -> ReadMail | None:
    """Somebody answers the mail about one of the cases; None when there is nothing to answer."""
    lines = [line for line in functions.standing.lines.values() if line.cases]
    if not lines:
        return None
    line = functions.rng.choice(lines)
    case = functions.rng.choice(line.cases)
    writer = line.feedback.report.reporter.email if line.feedback else ""
    if writer and functions.rng.random() < 0.5:
        return _mail(functions, case, Party.SUBMITTER, writer, functions.rng.choice(BY_WRITERS), number)
    return _mail(functions, case, Party.DEPARTMENT, CX_MANAGER, functions.rng.choice(BY_DEPARTMENTS), number)


def steps_of(functions: Functions, mail: ReadMail) -> int:
    """How many steps of any case a mail has taken."""
    digest = mac(ROOT, "act", f"mail|{INBOUND}|{mail.identity}")
    steps = (step for line in functions.standing.lines.values() for some in line.steps.values() for step in some)
    return sum(step.digest == digest for step in steps)


def _mail(functions: Functions, case: Case, party: Party, address: str, text: str, number: int) -> ReadMail:
    said = f"{text} {WORD}{number}" if text and functions.rng.random() < 0.3 else text
    until = functions.clock.now().date() + FOR_LONG
    to = reply_address(ROOT, Reply(party, case.line, case.number, until), INBOUND)
    identity = f"<answer-{number}@shop.example>"
    return ReadMail(
        MailKind.HUMAN, identity, "", address, f"Re: note {number}", Split(said), threading=Threading(recipients=(to,))
    )
