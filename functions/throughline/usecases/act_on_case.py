"""A department says something about a case: acknowledged, answered, fixed, belongs elsewhere, needs longer."""

from dataclasses import dataclass
from datetime import datetime

from throughline.domain.act import Act
from throughline.domain.case import RECALLED, Action, Case, Stays, Turns
from throughline.domain.journey import JourneyMap
from throughline.domain.line import Line
from throughline.domain.seal import version_of_nonce
from throughline.errors import Refused
from throughline.ports import Cases
from throughline.usecases.letters import Letterhead
from throughline.usecases.may_send_on import sending_subject
from throughline.usecases.send_on import sent_on_step
from throughline.usecases.take_step import Ground, step_of
from throughline.usecases.undo_step import undone_step


@dataclass(frozen=True, slots=True)
class Acted:
    """What came of it, in a word for counting: changed, repeated or late."""

    outcome: str
    case: Case


def act_on_case(
    *,
    act: Act,
    case: Case,
    line: Line,
    cases: Cases,
    journey_map: JourneyMap,
    head: Letterhead,
    now: datetime,
) -> Acted:
    """Take the step that the state table allows; a repeat changes nothing and is fine.

    Refused with 400 for words that are missing, 403 for a nonce that is not ours, 409 when somebody
    else acted since the page was opened.
    """
    sending, ground = act.action is Action.SEND_ON, Ground(line, journey_map, head, now)
    version = _seen(act.nonce, sending_subject(case, line) if sending else case.subject, head.root)
    if version != case.version and not _recalled_only(version, case, line):
        return _overtaken(act, version, case, line)
    after = case.next_state(act.action)
    if isinstance(after, Stays):
        return Acted(after.value, case)
    if after is Turns.BACK:
        advance = undone_step(act, case, line, journey_map, head, now)
    else:
        advance = sent_on_step(act, case, ground) if sending else step_of(act, case, after, ground)
    if not cases.advance(advance):
        raise somebody_else()
    return Acted("changed", advance.case)


def seen_version(nonce: str, case: Case, root: bytes) -> int:
    """Which version of a case the reader of a page saw; Refused (403) when the page was not ours."""
    return _seen(nonce, case.subject, root)


def _seen(nonce: str, subject: str, root: bytes) -> int:
    version = version_of_nonce(root, subject, nonce)
    if version is None:
        raise Refused("This page has gone stale.", field="nonce", do="Reload it and try again.", status=403)
    return version


def _recalled_only(version: int, case: Case, line: Line) -> bool:
    """Whether all that happened since is that somebody was reminded or told: nobody acted."""
    since = [step for step in line.steps.get(case.number, ()) if step.version > version]
    return len(since) == case.version - version and all(step.action in RECALLED for step in since)


def _overtaken(act: Act, version: int, case: Case, line: Line) -> Acted:
    taken = next((step for step in line.steps.get(case.number, ()) if step.version == version + 1), None)
    if taken and taken.digest == act.digest():
        return Acted("repeated", case)
    raise somebody_else()


def somebody_else() -> Refused:
    """What to say to whoever saw a version that is over."""
    do = "Reload the page: it shows what they did."
    return Refused("A colleague acted on this a moment ago.", field="nonce", do=do, status=409)
