"""Mails that come in: answers, wishes, machines' mail; and reports of mails that came back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from aws import BUCKET
from crash.answers import Document
from crash.events import ROOT, ROS, act, case_of, note, send_in
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START
from fakes.values import SCRATCHED, person, small_map
from handlers.events import queued, stored_mail
from throughline.domain.person import person_id
from throughline.domain.reply_token import Party, Reply, reply_address

PACKING, BOSS = "packing@shop.example", "boss@shop.example"
HEAD = "From: {}\r\nTo: {}\r\nSubject: Re: a lamp\r\nMessage-ID: <r1@d>\r\n{}\r\n{}\r\n"
DSN = (
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
    "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
    "Final-Recipient: rfc822; packing@shop.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n"
)


def mailed(stand: Stand, raw: bytes) -> Document:
    """The mail lies in the bucket, and the queue tells of it."""
    stand.world.wire.stored["inbound/m1"] = raw
    return queued([stored_mail(BUCKET, "inbound/m1")])


def answered(
    stand: Stand,
    text: str,
    *,
    party: Party = Party.DEPARTMENT,
    sender: str = PACKING,
    more: str = "",
    fixed: bool = False,
) -> Document:
    """Somebody answers the mail about the note's case; `fixed` when it was solved before."""
    departments = tuple(replace(one, tracker=True) for one in small_map().departments)
    stand.atlas.maps.replace(small_map(cx_manager=BOSS, departments=departments))
    send_in(stand, note(stand))
    stand.world.flow()
    if fixed:
        send_in(stand, act(stand, "resolve", text="Packing wraps the foot."))
        stand.world.flow()
    case = case_of(stand)
    to = reply_address(ROOT, Reply(party, case.line, case.number, START.date() + timedelta(days=9)), "in.example")
    return mailed(stand, HEAD.format(sender, to, more, text).encode())


def _answer(text: str, **told: Any) -> Callable[[Stand], Document]:
    return lambda stand: answered(stand, text, **told)


def _wish(stand: Stand) -> Document:
    text = f"{SCRATCHED} Please keep my name off this."
    return mailed(stand, HEAD.format("Kim Zander <kim@home.example>", "f@in.example", "", text).encode())


def _leaves(stand: Stand) -> Document:
    """A reader for whose address the mail service vouches answers a digest with nothing but that."""
    address = "kim@home.example"
    reader = person("kim", id=person_id(email=address, name="", department=""), email=address)
    stand.atlas.directory.replace([person("ada"), reader])
    raw = "Authentication-Results: amazonses.com; dmarc=pass header.from=home.example;\r\n"
    return mailed(stand, f"{raw}{HEAD.format(address, 'feedback@in.example', '', 'Stop.')}".encode())


def _came_back(stand: Stand) -> Document:
    """The mail service says that the department's mailbox is gone; it says so twice."""
    stand.atlas.maps.replace(small_map(cx_manager=BOSS))
    send_in(stand, note(stand))
    stand.world.flow()
    mail = next(one for one in stand.world.wire.mails if one["to"] == PACKING)
    about = {"messageId": mail["id"], "tags": {name: [value] for name, value in mail["tags"].items()}}
    report = {"eventType": "Bounce", "mail": about, "bounce": {"bounceType": "Permanent"}}
    return queued([report, report])


MAIL_SCENARIOS = (
    Scenario("feedback_mail", "a department's answer acts", _answer("fixed: the foot is wrapped")),
    Scenario("feedback_mail", "a department hands on", _answer("not ours, it's Delivery")),
    Scenario("feedback_mail", "a department's answer is unclear", _answer("The tape is a story of its own.")),
    Scenario("feedback_mail", "a ticket system answers", _answer("Noted.", more="Auto-Submitted: auto-replied\r\n")),
    Scenario("feedback_mail", "whoever raised it says more", _answer("Two lamps.", party=Party.SUBMITTER, sender=ROS)),
    Scenario(
        "feedback_mail", "whoever raised it says no", _answer("No.", party=Party.SUBMITTER, sender=ROS, fixed=True)
    ),
    Scenario("feedback_mail", "a stranger has the token", _answer("Got it.", sender="who@else.example")),
    Scenario("feedback_mail", "somebody wants no name in it", _wish),
    Scenario("feedback_mail", "a reader leaves by mail", _leaves),
    Scenario("feedback_mail", "a mail came back by mail", _answer("", sender="mailer-daemon@mx.example", more=DSN)),
    Scenario("mail_outcome", "a department's mailbox is gone", _came_back),
)
