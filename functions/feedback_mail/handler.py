"""Stored mails, one message each: read, then taken for what they are."""

from functools import cache
from typing import Any
from urllib.parse import unquote_plus

from feedback_mail.settings import Settings
from throughline.adapters.batch import each_message
from throughline.adapters.environment import from_env
from throughline.adapters.mail_tools import MAIL_TOOLS
from throughline.adapters.s3_mail import StoredMail
from throughline.adapters.secrets import StackSecrets
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.mail.incoming import Own
from throughline.domain.mail.reading import read_mail
from throughline.errors import Refused
from throughline.usecases.mail_desk import ERASED, Got, MailDesk
from throughline.usecases.record_unnamed import resume_unnamed
from throughline.usecases.set_aside import set_aside
from throughline.usecases.take_mail import take_mail

LARGEST = 40 * 1024 * 1024
SET_UP = "AMAZON_SES_SETUP_NOTIFICATION"  # the mail service writes it when a rule is made
settings = cache(lambda: from_env(Settings))
ledger = cache(lambda: LedgerRoom(settings().ledger_table, singles=settings().case_mails_a_day))
atlas = cache(lambda: AtlasRoom(settings().atlas_table))
secrets = cache(lambda: StackSecrets(settings().secret_id))
stored = cache(lambda: StoredMail(settings().mail_bucket))


def take(message: dict[str, Any]) -> str:
    """The mails that one notification names; S3's own test notification names none."""
    released = message.get("released") is True
    outcomes = [_take(record["s3"]["object"], released=released) for record in message.get("Records", ())]
    return "; ".join(outcomes) or "no mail in it"


def _take(stored_object: dict[str, Any], *, released: bool) -> str:
    key, size, now = unquote_plus(stored_object["key"]), stored_object.get("size", 1), ledger().clock.now()
    if key.endswith(SET_UP) or not size:
        return "nothing to read: the mail service tried the bucket"
    if size > LARGEST:
        set_aside(words=key, reason="the mail is larger than 40 MB", seen="mail", now=now, facts=ledger().facts)
        return "set aside: larger than 40 MB"
    own, desk = _own(), _desk()
    try:
        raw = stored().read(key)
    except Refused as gone:
        return "resumed" if resume_unnamed(stored=key, desk=desk) else f"nothing to read: {gone.what}"
    mail = read_mail(raw, own=own, tools=MAIL_TOOLS)
    outcome = take_mail(got=Got(mail, key, now, released, raw), desk=desk)
    if outcome == ERASED:
        stored().drop(key)
    return outcome


def _own() -> Own:
    return Own(settings().sender, settings().inbound_domain)


def _desk() -> MailDesk:
    room, told = ledger(), atlas()
    stores = (room.facts, room.cases, room.letters, room.standings, told.maps, told.directory, stored())
    site, bounds = settings().site_url, settings().bounds
    return MailDesk(*stores, root=secrets().root(), site=site, own=_own(), tools=MAIL_TOOLS, bounds=bounds)


def handle(event: dict[str, Any], context: Any) -> Any:
    return each_message(event, context, take)
