"""Somebody asks by mail to be left unnamed: the raw mail goes before anybody acts on its words."""

import boto3

from aws import BUCKET, LEDGER
from handlers.live import Live
from handlers.mails import comes, kept_keys, raw, sent
from privacy.story import items_of

KIM = "Kim Zander <kim.zander@home.example>"
WISH = "The card reader froze. Please keep my name off this.\r\n\r\nKim Zander"


def test_the_words_stay_and_nothing_else(live: Live) -> None:
    stored = comes(live, raw(WISH, sender=KIM, name="secret-id"))
    assert kept_keys() == [stored.replace("inbound/", "unnamed/")]
    live.flows()
    (mail,) = sent(live, "kim.zander@home.example")
    assert mail["Reply-To"] is None
    assert [one["Subject"] for one in sent(live, "it@shop.example")] != []
    left = "".join(items_of(LEDGER).values()) + str(
        boto3.client("s3").get_object(Bucket=BUCKET, Key=kept_keys()[0])["Body"].read()
    )
    assert [word for word in ("Kim", "Zander", "zander", "secret-id") if word in left] == []
    assert "The card reader froze" in left


def test_the_same_wish_three_times_is_one_note_and_one_mail(live: Live) -> None:
    mail = raw(WISH, sender=KIM, name="secret-id")
    for _ in range(3):
        comes(live, mail, "inbound/same")
        live.flows()
    assert kept_keys() == ["unnamed/same"]
    assert len(sent(live, "kim.zander@home.example")) == 1
    assert len(list(live.ledger.cases.inbox("IT", done=False))) == 1
