"""SES's call for many mails at once: it answers for each entry in its order, and reports each as any other mail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json import loads
from typing import Any

from botocore.exceptions import ClientError

from simulation.faults import UnheardError
from simulation.mailservice import MailService
from throughline.domain.letter import Mail

FOR_ONE = ("MESSAGE_REJECTED", "FAILED", "TRANSIENT_FAILURE")
AT_ONCE, TOO_MANY = 50, 429
Body = Mapping[str, Any]


@dataclass
class BulkMail:
    """The mail service as boto3 shows it, for this call alone."""

    service: MailService

    def send_bulk_email(self, **said: Any) -> dict[str, Any]:
        """Take them and say so for each, or any other thing that mail services do."""
        weather, happens, mails = self.service.nature.weather, self.service.nature.happens, list(mails_of(said))
        if self.service.is_paused():
            raise _error("SendingPausedException")
        if happens(weather.throttle):
            raise _error("TooManyRequestsException", TOO_MANY)
        if len(mails) > AT_ONCE or happens(weather.reject / 2):
            raise _error("BadRequestException")
        if happens(weather.doubtful / 2):
            self._breaks_off(mails)
        results = [self._taken(mail) for mail in mails]
        if happens(weather.doubtful / 2):
            raise UnheardError
        return {"BulkEmailEntryResults": results}

    def _breaks_off(self, mails: list[Mail]) -> None:
        for mail in mails[: self.service.nature.rng.randint(0, len(mails))]:
            self.service.take(mail)
        raise UnheardError

    def _taken(self, mail: Mail) -> dict[str, str]:
        nature = self.service.nature
        if nature.happens(nature.weather.reject * 2):
            return {"Status": nature.rng.choice(FOR_ONE), "Error": "not this one"}
        if nature.happens(nature.weather.throttle / 2):
            return {"Status": "ACCOUNT_THROTTLED", "Error": "not now"}
        return {"Status": "SUCCESS", "MessageId": self.service.take(mail)}


def mails_of(said: Body) -> Iterator[Mail]:
    """The mails that a call asks for: the words that go along, and in each what is its reader's own."""
    template = said["DefaultContent"]["Template"]
    words = template["TemplateContent"]
    [reply_to] = said.get("ReplyToAddresses", [""])
    for entry in said["BulkEmailEntries"]:
        fills = loads(entry["ReplacementEmailContent"]["ReplacementTemplate"]["ReplacementTemplateData"])
        subject, text, html = (_filled(words[part], fills) for part in ("Subject", "Text", "Html"))
        headers = {**_by_name(template["Headers"]), **_by_name(entry["ReplacementHeaders"])}
        [to] = entry["Destination"]["ToAddresses"]
        yield Mail(to, subject, text, html, headers, _by_name(entry["ReplacementTags"]), reply_to, bulk=True)


def _filled(words: str, fills: Mapping[str, str]) -> str:
    for name, value in fills.items():
        words = words.replace("{{{" + name + "}}}", value)
    return words


def _by_name(pairs: list[dict[str, str]]) -> dict[str, str]:
    return {one["Name"]: one["Value"] for one in pairs}


def _error(code: str, status: int = 400) -> ClientError:
    told = {"Error": {"Code": code, "Message": "no"}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(told, "SendBulkEmail")
