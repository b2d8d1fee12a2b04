"""One note too many, over a link and from a sender."""

from datetime import UTC, datetime
from email.message import EmailMessage
from uuid import uuid4

from iam.at_the_doors import fresh
from iam.events import told
from iam.scenario import scenario
from iam.stand import CRUSHED, Item, Stand
from throughline.adapters.dynamo import keys
from throughline.domain.feedback import Channel, Reporter
from throughline.domain.flood import Bounds, limits_of, sender_of

MOST = Bounds(10**9, 10**9)


def _full(stand: Stand, **who: str) -> None:
    """As many as may come have come."""
    for limit in limits_of(MOST, stand.root, datetime.now(UTC), **who):
        stand.mark(keys.flood(limit.code), limit.by.value, taken={"N": str(limit.most)})


@scenario("feedback_form")
def one_note_too_many_is_told_so(stand: Stand) -> bool:
    sender = f"{fresh()}@home.example"
    _full(stand, sender=sender_of(Channel.FORM, Reporter("", sender)))
    note = {"id": uuid4().hex, "text": CRUSHED, "email": sender}
    return stand.answers("feedback_form", 429, told("POST", f"/f/{stand.place}", note), "Nothing was sent")


def _with_a_file(sender: str, word: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Tom <{sender}>", "feedback@in.throughline.test", "A lamp"
    mail["Message-ID"] = f"<{word}@home.example>"
    mail.set_content(f"{CRUSHED}, {word}.")
    mail.add_attachment(b"a picture", maintype="image", subtype="jpeg", filename=f"{word}.jpg")
    return mail


def _stored(stand: Stand, mail: EmailMessage, key: str) -> Item:
    stand.stack.client("s3").put_object(Bucket=stand.stack.outputs["MailBucket"], Key=key, Body=mail.as_bytes())
    return {"Records": [{"s3": {"object": {"key": key, "size": 99}}}]}


@scenario("feedback_mail")
def the_files_of_one_mail_too_many_stay_in_it(stand: Stand) -> bool:
    word = fresh()
    sender = f"{word}@home.example"
    _full(stand, sender=sender_of(Channel.MAIL, Reporter("", sender)))
    key = f"inbound/{word}"
    taken = stand.takes("feedback_mail", _stored(stand, _with_a_file(sender, word), key))
    return taken and stand.kept(key) is not None and f"{word}.jpg" not in stand.stored_mails()
