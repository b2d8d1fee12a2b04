"""What mails that come in do, and what becomes of mails that could not arrive."""

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from iam.at_the_doors import fresh
from iam.scenario import scenario
from iam.stand import CRUSHED, Item, Stand
from throughline.domain.reply_token import Party, Reply, reply_address
from throughline.domain.subject import subject_of

INBOUND = "in.throughline.test"
WISH = "Please keep my name off this."
LETTER = "letter#case#1"


def _mailed(stand: Stand, mail: EmailMessage, key: str) -> Item:
    stand.stack.client("s3").put_object(Bucket=stand.stack.outputs["MailBucket"], Key=key, Body=mail.as_bytes())
    return {"Records": [{"s3": {"object": {"key": key, "size": 99}}}]}


def _mail(text: str, *, sender: str, to: str = f"feedback@{INBOUND}", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = sender, to, "A lamp", f"<{fresh()}@home.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def _letter(stand: Stand) -> tuple[str, Item]:
    line = stand.routed()
    return line, dict(json.loads(stand.items(line)[LETTER]["body"]["S"]))


def _answer(stand: Stand, line: str, sender: str, text: str, **headers: str) -> Item:
    reply = Reply(Party.DEPARTMENT, line, 1, datetime.now(UTC).date() + timedelta(days=9))
    mail = _mail(text, sender=sender, to=reply_address(stand.root, reply, INBOUND), **headers)
    return _mailed(stand, mail, f"inbound/{fresh()}")


@scenario("feedback_mail")
def a_department_acts_by_answering(stand: Stand) -> bool:
    line, letter = _letter(stand)
    taken = stand.takes("feedback_mail", _answer(stand, line, letter["to"], "Got it."))
    return taken and "step#1#0002" in stand.items(line)


@scenario("feedback_mail")
def a_colleague_who_writes_from_home_is_known(stand: Stand) -> bool:
    line, _ = _letter(stand)
    told = _answer(stand, line, "stranger@home.example", "Got it.")
    return stand.takes("feedback_mail", told) and "step#1#0002" not in stand.items(line)


@scenario("feedback_mail")
def a_file_is_kept_beside_its_note(stand: Stand) -> bool:
    word = fresh()
    mail = _mail(f"{CRUSHED}, {word}.", sender="Tom <tom@drivers.example>")
    mail.add_attachment(b"a picture", maintype="image", subtype="jpeg", filename=f"{word}.jpg")
    return (
        stand.takes("feedback_mail", _mailed(stand, mail, f"inbound/{fresh()}"))
        and f"{word}.jpg" in stand.stored_mails()
    )


def _unnamed(stand: Stand, word: str) -> tuple[Item, str]:
    key = f"inbound/{word}"
    return _mailed(stand, _mail(f"{CRUSHED}, {word}. {WISH}", sender="Kim <kim@home.example>"), key), key


@scenario("feedback_mail")
def a_name_is_kept_off(stand: Stand) -> bool:
    word = fresh()
    told, key = _unnamed(stand, word)
    taken = stand.takes("feedback_mail", told) and bool(stand.kept(word))
    return taken and f"unnamed/{word}" in stand.stored_mails() and key not in stand.stored_mails()


@scenario("feedback_mail")
def what_was_begun_without_a_name_is_ended(stand: Stand) -> bool:
    word = fresh()
    told, _ = _unnamed(stand, word)
    assert stand.takes("feedback_mail", told)
    fact = stand.kept(word)
    assert fact is not None
    stand.mark(fact["pk"]["S"], "fact", state={"S": "sealed"})
    stand.mark(fact["pk"]["S"], "letter#unnamed", state={"S": "sealed"})
    return stand.takes("feedback_mail", told) and "state" not in stand.items(fact["pk"]["S"])["fact"]


@scenario("feedback_mail")
def a_nameless_mail_erased_before_leaves_nothing(stand: Stand) -> bool:
    word = fresh()
    mail = _mail(f"{CRUSHED}, {word}. {WISH}", sender="Kim <kim@home.example>")
    told = _mailed(stand, mail, f"inbound/{word}")
    assert stand.takes("feedback_mail", told)
    fact = stand.kept(word)
    assert fact is not None
    stand.mark(fact["pk"]["S"], "fact", erased={"S": "2026-01-01"})
    _mailed(stand, mail, f"inbound/{word}")
    return stand.takes("feedback_mail", told) and word not in stand.stored_mails()


@scenario("feedback_mail")
def a_complaint_by_mail_ends_the_digest(stand: Stand) -> bool:
    person = stand.readers[0]
    key = {"pk": {"S": f"PERSON#{person}"}, "sk": {"S": "person"}}
    found = stand.table.get_item(TableName=stand.stack.outputs["AtlasTable"], Key=key)["Item"]
    address = json.loads(found["body"]["S"])["email"]
    raw = (
        f"From: complaints@isp.example\r\nTo: feedback@{INBOUND}\r\nSubject: complaint\r\n"
        f"Message-ID: <{fresh()}@isp.example>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nUnwanted.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n"
        f"Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\nOriginal-Rcpt-To: {address}\r\n--b--\r\n"
    )
    name = f"inbound/{fresh()}"
    stand.stack.client("s3").put_object(Bucket=stand.stack.outputs["MailBucket"], Key=name, Body=raw.encode())
    taken = stand.takes("feedback_mail", {"Records": [{"s3": {"object": {"key": name, "size": len(raw)}}}]})
    return taken and stand.choice_of(person) == "off" and stand.choose(person, "weekly")


@scenario("send_letter")
def whoever_wrote_hears_that_it_was_heard(stand: Stand) -> bool:
    line = stand.routed(email="ros.wren@home.example")
    sent = stand.takes("send_letter", {"id": line, "pk": line, "sk": "letter#heard"})
    return sent and stand.items(line)["letter#heard"]["state"] == {"S": "sent"}


@scenario("mail_outcome")
def a_mail_that_came_back_is_sent_on(stand: Stand) -> bool:
    line, letter = _letter(stand)
    subject = subject_of(stand.root, f"{fresh()}@gone.example")  # nobody's: no other mail minds it
    tags = {"line": line.encode().hex(), "letter": LETTER.encode().hex(), "kind": "case", "subject": subject}
    about = {"messageId": f"m-{fresh()}", "tags": {name: [value] for name, value in tags.items()}}
    report = {"eventType": "Bounce", "mail": about, "bounce": {"bounceType": "Permanent"}}
    noted = stand.takes("mail_outcome", report) and stand.takes("mail_outcome", report)
    waits = stand.items(line)[LETTER]["state"] == {"S": "waiting"}
    return noted and waits and stand.items(f"B#{subject}")["reach"]["tries"] == {"N": "1"} and bool(letter)
