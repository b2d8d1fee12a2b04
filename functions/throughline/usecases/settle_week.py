"""Settle what a week tells at the organisation's own hour, whether or not anybody has a mailbox to read it in."""

from datetime import datetime

from throughline.domain.digest_time import Rhythm, due_in
from throughline.domain.week import Week
from throughline.ports import Queue
from throughline.usecases.compose_digest import DigestEditor
from throughline.usecases.digest_messages import message_for
from throughline.usecases.send_digest import DigestEnd

EVERYBODY = "everybody"  # nobody's id: the page by the place's link is read by all


def plan_settling(*, now: datetime, rhythm: Rhythm, zone: str, queue: Queue) -> Week | None:
    """Queue the settling of the week that is out from this hour on, or was a day ago; twice is harmless."""
    due = due_in(zone, rhythm, now)
    if due is None:
        return None
    queue.put([message_for(EVERYBODY, due.week, now)])
    return due.week


def settle_week(week: Week, editor: DigestEditor) -> DigestEnd:
    """What the week tells is settled from now on, as the first mail of it would have settled it, unless it is held."""
    held = editor.held(week)
    if held:
        return DigestEnd("held", held)
    editor.material(week)
    return DigestEnd("settled")
