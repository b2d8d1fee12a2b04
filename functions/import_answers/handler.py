"""Exports of survey tools that somebody stored: their answers are counted, a part of the file a message."""

from functools import cache
from typing import Any
from urllib.parse import unquote_plus

from import_answers.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.queue import SqsQueue
from throughline.adapters.s3_exports import StoredExports
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.surveys.export import rows_behind
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.usecases.import_file import ImportDesk, Part, import_file, part_of

FOLDER_MARK = "/"  # a console makes an empty object of this name where somebody makes a folder
KEPT_BACK = 60_000  # milliseconds, for the block under way and for asking for the rest
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
exports = cache(lambda: StoredExports(settings().mail_bucket))
queue = cache(lambda: SqsQueue(settings().import_queue))


def desk() -> ImportDesk:
    """What the use case works with."""
    return ImportDesk(
        exports=exports(),
        mappings=atlas().mappings,
        facts=ledger().facts,
        queue=queue(),
        root=secrets().root(),
        rows=rows_behind,
    )


def take(message: dict[str, Any], context: Any) -> str:
    """The files that one notification names, or the rest of one; S3's own test notification names none."""
    now, parts = ledger().clock.now(), [part_of(message)] if "file" in message else _stored(message)
    told = [import_file(part=part, desk=desk(), now=now, more=lambda: _has_time(context)) for part in parts]
    return "; ".join(told) or "no file in it"


def _stored(message: dict[str, Any]) -> list[Part]:
    keys = [unquote_plus(record["s3"]["object"]["key"]) for record in message.get("Records", ())]
    return [Part(key) for key in keys if not key.endswith(FOLDER_MARK)]


def _has_time(context: Any) -> bool:
    return bool(context.get_remaining_time_in_millis() > KEPT_BACK)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, lambda message: take(message, context))
