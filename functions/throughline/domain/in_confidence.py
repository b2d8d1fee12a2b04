"""What is kept in confidence, and what its owner has sent on because it was none."""

from throughline.domain.case import Action, Case, State
from throughline.domain.line import Line


def keeps(case: Case, fact: str) -> bool:
    """Whether a case keeps a fact in confidence: it was said so, and neither sent on nor taken back since."""
    return case.confidential and case.fact == fact and case.state is not State.HANDED_ON


def sent_on(line: Line, fact: str, revision: int | None) -> bool:
    """Whether its owner has read this revision of a fact, and sent it on."""
    numbers = (one.number for one in line.cases if one.confidential and one.fact == fact)
    steps = (step for number in numbers for step in line.steps.get(number, ()))
    return any(step.action is Action.SEND_ON and step.reason == as_read(revision) for step in steps)


def as_read(revision: int | None) -> str:
    """What a step says of the revision that was sent on; a note has none, since it never changes."""
    return "" if revision is None else str(revision)
