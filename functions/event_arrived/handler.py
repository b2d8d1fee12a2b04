"""Bus events that come in: FrontlineFeedback and SurveyResponse, each one conditional write."""

from functools import cache
from typing import Any

from event_arrived.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import LedgerRoom
from throughline.contracts.contact_fields import without_contacts
from throughline.contracts.incoming import read_answers, read_feedback
from throughline.errors import Refused
from throughline.usecases.record_answers import record_answers
from throughline.usecases.record_feedback import record_feedback
from throughline.usecases.set_aside import set_aside

settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


def take(event: dict[str, Any]) -> str:
    """One event; what can't be read is set aside with the reason, since trying again would not help."""
    try:
        return _recorded(event)
    except Refused as refused:
        return _kept(_shown(event.get("detail")), f"{refused.what} ({refused.field})")


def unreadable(body: str) -> str:
    """What is not even JSON, as it came."""
    return _kept(body, "it is not a JSON object")


def _kept(words: str, reason: str) -> str:
    set_aside(words=words, reason=reason, seen="event", now=ledger().clock.now(), facts=ledger().facts)
    return "set aside: it can't be read"


def _shown(detail: object) -> str:
    try:
        return str(without_contacts(detail))
    except RecursionError:
        return "an event of values within values without end"


def _recorded(event: dict[str, Any]) -> str:
    now, facts = ledger().clock.now(), ledger().facts
    if event.get("detail-type") == "FrontlineFeedback":
        report = read_feedback(event.get("detail"), source=str(event.get("source", "bus")))
        recorded = record_feedback(report=report, now=now, root=secrets().root(), facts=facts)
        return "repeated" if recorded.repeated else "recorded"
    answers = read_answers(event.get("detail"), source=str(event.get("source", "bus")), received_at=now)
    counted = record_answers(answers=answers, root=secrets().root(), facts=facts)
    return "recorded" if counted.written else "repeated"


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, take, unreadable)
