"""Another try for what survey tools sent or somebody stored, by the mappings as they are now."""

import json
from urllib.parse import quote

from operate.failed import FailedMessages
from operate.stack import Stack
from operate.wire import open_atlas, open_ledger, open_secrets
from throughline.adapters.surveys.received import reading_of
from throughline.domain.delivery import key_in
from throughline.domain.line import Aside
from throughline.domain.survey_mapping import SurveyMap
from throughline.errors import Refused
from throughline.usecases.import_file import file_in, source_of

STAYS = "it stays: a person has to read it"
AGAIN = "read again"


def delivery_again(one: Aside, stack: Stack, *, write: bool) -> tuple[bool, str]:
    """Whether a vendor's message is read again, and what is said of that; Refused while it still can't be."""
    found, room = key_in(one.what), open_ledger(stack)
    delivery = room.deliveries.find(*found) if found else None
    if delivery is None:
        return False, STAYS
    mapped, secrets = open_atlas(stack).mappings.of(delivery.source), open_secrets(stack)
    source = secrets.survey_source(delivery.source)
    mapping = SurveyMap(delivery.source, mapped.surveys, secrets.root())
    reading_of(delivery, source.vendor if source else "", mapping)
    if write:
        room.deliveries.announce_again(delivery.line, delivery.name, mapped.changes)
        room.facts.let_go(one.id)
    return True, AGAIN


def file_again(one: Aside, stack: Stack, failed: FailedMessages, *, write: bool) -> tuple[bool, str]:
    """Whether a stored export is read again; only after another mapping it could say something else."""
    key, changes = file_in(one.what)
    if open_atlas(stack).mappings.of(source_of(key)).changes <= changes:
        raise Refused("it stays: its mapping is the same as before")
    if not is_stored(stack, key):
        return False, STAYS
    if write:
        put_stored(stack, failed, "import", key)
        open_ledger(stack).facts.let_go(one.id)
    return True, AGAIN


def is_stored(stack: Stack, key: str) -> bool:
    """Whether the stack's bucket has the file."""
    s3 = stack.client("s3")
    try:
        s3.head_object(Bucket=stack.outputs["MailBucket"], Key=key)
    except s3.exceptions.ClientError:
        return False
    return True


def put_stored(stack: Stack, failed: FailedMessages, queue: str, key: str, **more: bool) -> None:
    """Tell a queue of a stored file, as S3 does."""
    stored = {"bucket": {"name": stack.outputs["MailBucket"]}, "object": {"key": quote(key)}}
    failed.put(queue, json.dumps({"Records": [{"s3": stored}], **more}))
