"""Plays the demo on a running stack and says what happened, fact by fact."""

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from operate.demo import scenes
from operate.demo.doors import (
    ask,
    flowing,
    hidden_fields,
    link_in,
    mails,
    send_answer,
    send_form,
    send_mail,
    until,
)
from operate.local.outbox import Outbox
from operate.local.tick import fire_all
from operate.stack import Stack
from throughline.domain.person import Person
from throughline.domain.place import Place

Mail = dict[str, Any]
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Fact:
    """Something that had to happen, and whether it did."""

    what: str
    happened: bool
    seen: str = ""


@dataclass(frozen=True)
class Stage:
    """What the demo plays on."""

    stack: Stack
    status: dict[str, Any]
    outbox: Outbox
    people: tuple[Person, ...]
    place: Place
    tell: Tell

    def mail_to(self, address: str, *words: str) -> Mail | None:
        """The first mail to an address whose text holds all these words."""
        return next(
            (
                one
                for one in mails(self.outbox)
                if address in str(one["to"]) and all(word in flowing(one["text"]) for word in words)
            ),
            None,
        )

    def awaited(self, what: str, address: str, *words: str) -> Mail:
        """That mail, as soon as it is there."""
        mail = until(what, lambda: self.mail_to(address, *words))
        self.tell(f"  ✉ {mail['to']}: {mail['subject']}")
        return mail


def play(stage: Stage) -> list[Fact]:
    """The whole line once, in the order of a day; every fact with what was seen of it."""
    facts: list[Fact] = []
    for scene in (_clerk, _driver, _customers, _digests):
        try:
            facts += scene(stage)
        except (LookupError, OSError, RuntimeError, ValueError) as error:
            facts.append(Fact(f"{scene.__doc__ or scene.__name__}".splitlines()[0], happened=False, seen=str(error)))
    return facts


def _clerk(stage: Stage) -> list[Fact]:
    """A clerk's note goes to the department behind it and comes back as a change."""
    url = f"{stage.status['urls']['api']}/f/{stage.place.id}"
    stage.tell(f"A clerk at {url}\n  “{scenes.CLERK['text']}”")
    page = ask(url, headers={"Accept": "text/html"})
    sent = send_form(url, **{**hidden_fields(page.body), **scenes.CLERK})
    receipt_url = link_in(sent.body.replace("&amp;", "&").replace('"', " "), "/r?receipt=")
    packing = stage.awaited("the mail to Packing", "packing@", "foot of the lamp")
    case_url = link_in(packing["text"], "/c/")
    heard = stage.awaited("the clerk's “heard”", scenes.CLERK["email"], "Packing")
    acknowledged = _act(case_url, "acknowledge")
    resolved = _act(case_url, "resolve", text=scenes.CHANGE)
    stage.tell(f"Packing at {case_url}\n  “We have it”, then “Fixed: {scenes.CHANGE}”")
    changed = stage.awaited("the clerk's “changed”", scenes.CLERK["email"], scenes.CHANGE)
    receipt = ask(receipt_url, headers={"Accept": "text/html"})
    stage.tell(f"The clerk's receipt: {receipt_url}")
    return [
        Fact("the form took the note", sent.status == 201, receipt_url),  # noqa: PLR2004 - Created
        Fact("Packing was mailed, with the reason", "because" in packing["text"].lower(), packing["subject"]),
        Fact("the clerk heard where it went", bool(heard), heard["subject"]),
        Fact("Packing acknowledged from the mail's link", acknowledged == 200, case_url),  # noqa: PLR2004 - OK
        Fact("Packing said what it changed", resolved == 200),  # noqa: PLR2004 - OK
        Fact("the loop closed: the clerk was mailed the change", bool(changed), changed["subject"]),
        Fact("the receipt shows the change", scenes.CHANGE in receipt.body, receipt_url),
    ]


def _driver(stage: Stage) -> list[Fact]:
    """A driver's mail goes to the department behind it."""
    inbound = f"feedback@{stage.stack.outputs['InboundDomain']}"
    stage.tell(f"A driver mails {inbound}\n  “{scenes.DRIVER['subject']}”")
    send_mail(stage.status["smtp"], scenes.DRIVER["sender"], inbound, scenes.DRIVER["subject"], scenes.DRIVER["text"])
    routed = until("the mail to the department", lambda: _mail_about(stage, "the route left us no time", "tom.hale@"))
    stage.tell(f"  ✉ {routed['to']}: {routed['subject']}")
    heard = stage.awaited("the driver's “heard”", "tom.hale@drivers.example")
    return [
        Fact("the driver's signature stays out", "van 7" not in routed["text"]),
        Fact("the driver's mail reached a department", bool(routed), routed["subject"]),
        Fact("the driver heard where it went", bool(heard), heard["subject"]),
    ]


def _customers(stage: Stage) -> list[Fact]:
    """Three customers answer a survey: one is thanks, one a case, one a count."""
    url, facts = stage.status["urls"]["surveys"], []
    key = b64decode(stage.status["credentials"]["responses"].removeprefix("whsec_"))
    for customer in scenes.CUSTOMERS:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        answer = {**scenes.SURVEY, **customer, "response_id": uuid4().hex, "answered_at": now, "source": "own"}
        taken = send_answer(url, key, answer)
        stage.tell(f"A customer answers {customer['score']} of 10\n  “{customer['verbatim'] or '(no words)'}”")
        facts.append(Fact(f"the answer {customer['score']} was taken", taken.status == 201, taken.body))  # noqa: PLR2004
    routed = until("the mail about the refund", lambda: _mail_about(stage, "refund still has not come"))
    stage.tell(f"  ✉ {routed['to']}: {routed['subject']}")
    return [*facts, Fact("the unhappy customer's words reached a department", bool(routed), routed["subject"])]


def _digests(stage: Stage) -> list[Fact]:
    """The digests of the week come on Monday morning, one each."""
    readers = [person for person in stage.people if person.email and person.digest == "weekly"]
    for moment in _monday_mornings({person.timezone for person in readers}):
        stage.tell(f"It is {moment:%A %d %B, %H:%M} UTC")
        client = stage.stack.client("lambda")
        for _ in ("as scheduled", "once more, as schedules do"):
            list(fire_all(client, stage.stack.outputs["ScheduledFunctions"], moment))
    wanted = {person.email for person in readers}  # those who asked for one a month may get it as well
    until("every reader's digest", lambda: wanted <= _reached(_digest_mails(stage)), patience=60)
    got = [one["to"] for one in _digest_mails(stage)]
    missing = wanted - _reached(_digest_mails(stage))
    first = _in_english(_digest_mails(stage), readers)
    stage.tell(f"  ✉ {len(got)} digests: {first['subject']}\n  {stage.status['urls']['outbox']}/{first['id']}")
    return [
        Fact("every reader has the week's digest", not missing, f"{len(wanted) - len(missing)} of {len(wanted)}"),
        Fact("nobody has it twice", len({str(to) for to in got}) == len(got)),
        Fact("the digest tells what changed", scenes.CHANGE in flowing(first["text"]), first["subject"]),
        Fact("the digest carries the customer's praise", "They did not have to." in flowing(first["text"])),
    ]


def _act(url: str, action: str, **said: str) -> int:
    page = ask(url, headers={"Accept": "text/html"})
    return send_form(url, nonce=hidden_fields(page.body)["nonce"], action=action, **said).status


def _mail_about(stage: Stage, words: str, not_to: str = "nobody") -> Mail | None:
    wanted = flowing(words)
    return next(
        (one for one in mails(stage.outbox) if wanted in flowing(one["text"]) and not_to not in str(one["to"])),
        None,
    )


def _digest_mails(stage: Stage) -> list[Mail]:
    return [one for one in mails(stage.outbox) if "List-Unsubscribe" in json.dumps(one["headers"])]


def _reached(sent: list[Mail]) -> set[str]:
    return {address for mail in sent for address in mail["to"]}


def _in_english(sent: list[Mail], readers: list[Person]) -> Mail:
    """One that whoever watches can read, as the rest of what they see."""
    english = {person.email for person in readers if person.language.startswith("en")}
    return next((mail for mail in sent if english & set(mail["to"])), sent[0])


def _monday_mornings(zones: set[str]) -> list[datetime]:
    today = datetime.now(UTC).date()
    monday = today + timedelta(days=7 - today.weekday())
    local = [datetime.combine(monday, time(9), ZoneInfo(zone)) for zone in zones]
    return sorted({moment.astimezone(UTC) for moment in local})
