"""What the mail service stores to try the bucket, when its rule is made: no mail of anybody's."""

import boto3

from aws import BUCKET
from handlers.events import failed, queued, stored_mail
from handlers.live import Live

TRIED = "inbound/AMAZON_SES_SETUP_NOTIFICATION"
TRIAL = b"From: The mail service <no-reply@mail.example>\nTo: recipient@example.com\nSubject: Setup\n\nIt works.\n"
MAIL = b"From: Dee <dee@shop.example>\nSubject: Till 3\nMessage-ID: <1@shop.example>\n\nThe card reader froze.\n"


def stored(key: str, raw: bytes) -> dict[str, object]:
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=raw)
    return stored_mail(BUCKET, key, len(raw))


def test_the_trial_of_the_mail_service_is_nobodys_note(live: Live) -> None:
    trial = stored(TRIED, TRIAL)
    assert failed(live.call("feedback_mail", queued([trial, trial]))) == []
    assert list(live.ledger.pending.waiting()) == []
    assert list(live.ledger.facts.asides()) == []


def test_a_mail_beside_the_trial_is_a_note(live: Live) -> None:
    told = [stored(TRIED, TRIAL), stored("inbound/one", MAIL), stored(TRIED, TRIAL)]
    assert failed(live.call("feedback_mail", queued(told))) == []
    assert len(list(live.ledger.pending.waiting())) == 1
    assert list(live.ledger.facts.asides()) == []


def test_an_address_that_looks_like_the_trial_is_heard(live: Live) -> None:
    named = MAIL.replace(b"<1@shop.example>", b"<AMAZON_SES_SETUP_NOTIFICATION@shop.example>")
    live.call("feedback_mail", queued([stored("inbound/two", named)]))
    assert len(list(live.ledger.pending.waiting())) == 1
