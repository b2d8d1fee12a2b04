"""Whether the confidential contact can send a case on: only what its words had made confidential."""

from throughline.domain.case import Action, Case, State
from throughline.domain.in_confidence import as_read
from throughline.domain.line import Line
from throughline.usecases.hear_fact import FACT, answer_in, said_in, words_to_gather


def may_send_on(case: Case, line: Line) -> bool:
    """Whether it can be sent on now: nobody asked for confidence, and there are words."""
    wished = case.fact == FACT and line.feedback is not None and line.feedback.report.confided
    return bool(own_words(case, line)) and not wished and isinstance(case.next_state(Action.SEND_ON), State)


def own_words(case: Case, line: Line) -> str:
    """What the case itself says, which is what the contact has read: an answer without words speaks for others."""
    if line.erased:
        return ""
    if case.fact == FACT:
        return line.feedback.report.text if line.feedback else ""
    answer = answer_in(line, case.fact)
    return words_to_gather(answer) if answer else ""


def sending_subject(case: Case, line: Line) -> str:
    """What the nonce of sending it on is made for: the case with its words as they were read, since some change."""
    said = said_in(line, case.fact)
    return f"send on|{case.subject}|{as_read(said.revision if said else None)}"
