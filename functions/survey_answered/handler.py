"""POST /v1/responses: canonical survey answers from the organisation's own systems, signed."""

from functools import cache
from typing import Any

from aws_lambda_powertools.event_handler import Response

from survey_answered.settings import Settings
from throughline.adapters.described import described
from throughline.adapters.environment import from_env
from throughline.adapters.http import body_bytes, data, door
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import LedgerRoom
from throughline.contracts.contact_fields import shown_of
from throughline.contracts.envelope import read_json
from throughline.contracts.incoming import read_responses
from throughline.contracts.signature import verify
from throughline.errors import Refused
from throughline.usecases.record_answers import record_answers
from throughline.usecases.set_aside import set_aside

SOURCE = "own"
LARGEST = 256 * 1024
app = door()
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))


@app.post(
    "/v1/responses", **described("Survey answers", "programs", 200, 201, 400, 401, 413, 503, data="Counted", page=False)
)
def take() -> Response[str]:
    """One answer, or several of one response; a repeat changes nothing."""
    sent, now = body_bytes(app, LARGEST), ledger().clock.now()
    verify(secrets().source_keys(SOURCE), app.current_event.headers, sent, now)
    try:
        answers, wishes = read_responses(read_json(sent), source=SOURCE, received_at=now)
    except Refused as refused:
        words = shown_of(sent)
        set_aside(
            words=words,
            reason=f"{refused.what} ({refused.field})",
            seen="survey",
            now=now,
            facts=ledger().facts,
        )
        raise
    room, root = ledger(), secrets().root()
    recorded = record_answers(answers=answers, root=root, facts=room.facts, wishes=wishes, contacts=room.contacts)
    status = 201 if recorded.written else 200
    return data({"written": recorded.written, "repeated": recorded.repeated}, status=status)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
