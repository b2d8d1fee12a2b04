"""Stored mails, one message each: read, then one conditional write."""

from functools import cache
from typing import Any
from urllib.parse import unquote_plus

from feedback_mail.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.s3_mail import StoredMail
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import LedgerRoom
from throughline.domain.mail.reading import read_mail
from throughline.errors import Refused
from throughline.usecases.record_mail import ERASED, record_mail
from throughline.usecases.set_aside import set_aside

LARGEST = 40 * 1024 * 1024
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
stored = cache(lambda: StoredMail(settings().mail_bucket))


def take(message: dict[str, Any]) -> str:
    """The mails that one notification names; S3's own test notification names none."""
    outcomes = [_take(record["s3"]["object"]) for record in message.get("Records", ())]
    return "; ".join(outcomes) or "no mail in it"


def _take(stored_object: dict[str, Any]) -> str:
    key, now = unquote_plus(stored_object["key"]), ledger().clock.now()
    if stored_object.get("size", 0) > LARGEST:
        set_aside(words=key, reason="the mail is larger than 40 MB", seen="mail", now=now, facts=ledger().facts)
        return "set aside: larger than 40 MB"
    try:
        mail = read_mail(stored().read(key), own_address=settings().sender)
    except Refused as gone:
        return f"nothing to read: {gone.what}"
    mailbox, root = settings().inbound_domain, secrets().root()
    outcome = record_mail(mail=mail, stored=key, mailbox=mailbox, now=now, root=root, facts=ledger().facts)
    if outcome == ERASED:
        stored().drop(key)
    return outcome


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, take)
