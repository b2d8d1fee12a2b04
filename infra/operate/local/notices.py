"""What SES tells about the mails it sends, published as SES publishes it."""

import json
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from operate.local.outbox import Sent
from operate.local.reading import read_mail
from operate.local.verdicts import WELL

SIMULATOR = "@simulator.amazonses.com"
SUBJECT = "Amazon SES Email Event Notification"


@dataclass
class Weather:
    """How the outside world behaves now; tests change it while all runs.

    Delay in seconds, loss as a share from 0 to 1, copies of each notice, verdicts on mail coming in.
    """

    delay: float = 0.0
    loss: float = 0.0
    copies: int = 1
    verdicts: dict[str, str] = field(default_factory=lambda: dict(WELL))

    def change(self, wanted: Mapping[str, Any]) -> None:
        """Take new settings; a wrong one leaves all as it was and says what is wrong."""
        unknown = set(wanted) - {"delay", "loss", "copies", "verdicts"}
        verdicts = wanted.get("verdicts", {})
        unknown |= {f"verdicts.{name}" for name in set(verdicts) - set(self.verdicts)}
        if unknown:
            raise ValueError(f"unknown setting: {', '.join(sorted(unknown))}")
        delay, loss = float(wanted.get("delay", self.delay)), float(wanted.get("loss", self.loss))
        copies = int(wanted.get("copies", self.copies))
        if delay < 0 or not 0 <= loss <= 1 or copies < 1:
            raise ValueError("delay is seconds from 0, loss a share from 0 to 1, copies a number from 1")
        self.delay, self.loss, self.copies = delay, loss, copies
        self.verdicts = self.verdicts | {name: str(value) for name, value in verdicts.items()}


def notices_of(sent: Sent, raw: bytes, now: datetime) -> list[dict[str, Any]]:
    """Give the notices that SES raises for a mail, in their order."""
    mail = described(sent, raw, now)
    told: list[dict[str, Any]] = [{"eventType": "Send", "mail": mail, "send": {}}]
    for address in sent.recipients:
        told.extend({**fate, "mail": mail} for fate in fates(address, now))
    return told


def described(sent: Sent, raw: bytes, now: datetime) -> dict[str, Any]:
    """Give the `mail` part that all notices share."""
    headers = [{"name": name, "value": value} for name, value in read_mail(raw).headers.items()]
    own = {
        "ses:configuration-set": [sent.configuration_set],
        "ses:from-domain": [sent.sender.rpartition("@")[2].rstrip(">")],
        "ses:source-ip": ["127.0.0.1"],
    }
    return {
        "timestamp": stamp(now),
        "source": sent.sender,
        "sendingAccountId": "000000000000",
        "messageId": sent.id,
        "destination": sent.recipients,
        "headersTruncated": False,
        "headers": headers,
        "commonHeaders": {
            each["name"].lower(): each["value"] for each in headers if each["name"] in ("Subject", "Date")
        },
        "tags": own | {name: [value] for name, value in sent.tags.items()},
    }


def fates(address: str, now: datetime) -> list[dict[str, Any]]:
    """Say what becomes of a mail to an address; SES's simulator addresses bounce or complain."""
    local, _, _ = address.lower().partition("@")
    simulated = local.split("+")[0] if address.lower().endswith(SIMULATOR) else ""
    if simulated in ("bounce", "suppressionlist"):
        return [{"eventType": "Bounce", "bounce": bounce(address, now, suppressed=simulated != "bounce")}]
    told = [{"eventType": "Delivery", "delivery": delivery(address, now)}]
    if simulated == "complaint":
        told.append({"eventType": "Complaint", "complaint": complaint(address, now)})
    return told


def bounce(address: str, now: datetime, *, suppressed: bool) -> dict[str, Any]:
    """Describe a mailbox that is not there, or one that SES no longer writes to."""
    about = {"emailAddress": address}
    if not suppressed:
        diagnosis = "smtp; 550 5.1.1 user unknown"
        about |= {"action": "failed", "status": "5.1.1", "diagnosticCode": diagnosis}
    return {
        "bounceType": "Permanent",
        "bounceSubType": "Suppressed" if suppressed else "General",
        "bouncedRecipients": [about],
        "timestamp": stamp(now),
        "feedbackId": str(uuid4()),
        "reportingMTA": "dns; localhost",
    }


def complaint(address: str, now: datetime) -> dict[str, Any]:
    """Describe a reader who marked the mail as unwanted."""
    return {
        "complainedRecipients": [{"emailAddress": address}],
        "timestamp": stamp(now),
        "feedbackId": str(uuid4()),
        "complaintFeedbackType": "abuse",
        "arrivalDate": stamp(now),
    }


def delivery(address: str, now: datetime) -> dict[str, Any]:
    """Describe a mail that its recipient's server took."""
    return {
        "timestamp": stamp(now),
        "processingTimeMillis": 1,
        "recipients": [address],
        "smtpResponse": "250 2.6.0 Message received",
        "reportingMTA": "localhost",
    }


def stamp(now: datetime) -> str:
    """Write a time as SES does, in UTC with milliseconds."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


class Announcer:
    """Publishes notices after the delay, with the loss and the copies that the weather asks for."""

    def __init__(self, publish: Callable[[str, dict[str, Any]], None], weather: Weather) -> None:
        self.publish = publish
        self.weather = weather

    def announce(self, topics: Mapping[str, list[str]], notices: list[dict[str, Any]]) -> None:
        """Send each notice to the topics that want its kind."""
        due = [
            (topic, notice)
            for notice in notices
            for topic in topics.get(kind_of(notice), [])
            for _ in range(self.weather.copies)
            if random.random() >= self.weather.loss  # noqa: S311 (weather, not secrets)
        ]
        timer = threading.Timer(self.weather.delay, self.publish_all, (due,))
        timer.daemon = True
        timer.start()

    def publish_all(self, due: list[tuple[str, dict[str, Any]]]) -> None:
        """Publish in order."""
        for topic, notice in due:
            self.publish(topic, notice)


def kind_of(notice: Mapping[str, Any]) -> str:
    """Give a notice's kind as event destinations name it."""
    return str(notice["eventType"]).upper()


def publisher(sns: Any) -> Callable[[str, dict[str, Any]], None]:
    """Make the function that puts a notice on a topic."""

    def publish(topic: str, notice: dict[str, Any]) -> None:
        sns.publish(TopicArn=topic, Subject=SUBJECT, Message=json.dumps(notice))

    return publish


def topics_by_kind(sesv2: Any, configuration_set: str) -> dict[str, list[str]]:
    """Give for each kind of notice the topics that a configuration set names."""
    topics: dict[str, list[str]] = {}
    if not configuration_set:
        return topics
    found = sesv2.get_configuration_set_event_destinations(ConfigurationSetName=configuration_set)
    for destination in found.get("EventDestinations", []):
        topic = destination.get("SnsDestination", {}).get("TopicArn")
        for kind in destination["MatchingEventTypes"] if topic and destination.get("Enabled") else []:
            topics.setdefault(kind, []).append(topic)
    return topics
