"""The mail service: takes mails or not, says so or not, and reports later what became of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fakes import FixedClock
from simulation.faults import Nature, UnheardError
from simulation.queues import SimQueue
from throughline.domain.letter import Mail
from throughline.errors import Paused, Refused, Unavailable

PAUSE = timedelta(hours=8)
LATE = timedelta(minutes=20)
Key = tuple[str, str]


@dataclass
class Run:
    """One run of a function: when it began, by the count of moments, and whether it ended well."""

    began: int
    ended_well: bool = False


@dataclass(frozen=True)
class Accepted:
    """A mail that the service took: when, and in which run of a function."""

    mail: Mail
    at: datetime
    run: Run


@dataclass
class MailService:
    """Who has been sent what; its reports go to a queue of ours."""

    clock: FixedClock
    nature: Nature
    outcomes: SimQueue
    run: Callable[[], Run]
    accepted: dict[Key, list[Accepted]] = field(default_factory=lambda: defaultdict(list))
    bounced: set[Key] = field(default_factory=set)
    paused_until: datetime | None = None
    known: dict[Key, int] = field(default_factory=dict)

    def post(self, mail: Mail) -> str:
        """Take it and say so, or any other thing that mail services do."""
        weather, happens = self.nature.weather, self.nature.happens
        if self.is_paused():
            raise Paused("not for some hours")
        if happens(weather.throttle):
            raise Unavailable("not now")
        if happens(weather.reject):
            raise Refused("the mail service refuses it: MessageRejected")
        if happens(weather.doubtful / 2):
            raise UnheardError
        message_id = self.take(mail)
        if happens(weather.doubtful / 2):
            raise UnheardError
        return message_id

    def heard(self, report: Mapping[str, Any], moment: int) -> None:
        """A report has been noted; from this moment on, the product knows that the mail went."""
        if report.get("eventType") == "Send":
            tags = {name: values[0] for name, values in report["mail"]["tags"].items()}
            self.known.setdefault(key_of(tags), moment)

    def mails(self) -> Iterable[tuple[Key, Accepted]]:
        """Every mail that was taken."""
        return ((key, one) for key, some in self.accepted.items() for one in some)

    def count(self) -> int:
        """How many mails were taken."""
        return sum(map(len, self.accepted.values()))

    def take(self, mail: Mail) -> str:
        """It goes out, and a report of it comes, mostly."""
        taken = self.accepted[key_of(mail.tags)]
        taken.append(Accepted(mail, self.clock.now(), self.run()))
        message_id = f"ses-{self.count()}"
        report = {"mail": {"messageId": message_id, "tags": {name: [value] for name, value in mail.tags.items()}}}
        if not self.nature.happens(self.nature.weather.event_lost):
            self._report("Send", report)
        self._aftermath(mail, report)
        return message_id

    def _aftermath(self, mail: Mail, report: dict[str, Any]) -> None:
        if self.nature.happens(self.nature.weather.reject / 2):
            self.bounced.add(key_of(mail.tags))
            self._report("Bounce", {**report, "bounce": {"bounceType": "Transient"}})
        elif "person" in mail.tags and self.nature.happens(self.nature.weather.reject / 2):
            self._report("Complaint", report)

    def _report(self, event: str, report: dict[str, Any]) -> None:
        rng = self.nature.rng
        late = self.nature.happens(self.nature.weather.event_late)
        delay = LATE * rng.randint(1, 30) if late else timedelta(seconds=rng.randint(0, 90))
        self.outcomes.give([{"eventType": event, **report}], delay)

    def is_paused(self) -> bool:
        """Whether it takes nothing of the whole account."""
        now = self.clock.now()
        if not self.nature.weather.paused:
            return False
        if self.paused_until is None or now > self.paused_until + PAUSE * 6:
            self.paused_until = now + PAUSE if self.nature.happens(self.nature.weather.paused) else now
        return now < self.paused_until


def key_of(tags: Mapping[str, str]) -> Key:
    """What makes it the same mail however often it is taken: its letter, or its reader and week."""
    if "digest" in tags:
        return tags["digest"], tags["person"]
    return bytes.fromhex(tags["line"]).decode(), bytes.fromhex(tags["letter"]).decode()
