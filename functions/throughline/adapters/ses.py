"""Mail out by SES v2: raw, so that every header is ours."""

from dataclasses import replace
from email.headerregistry import HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectTimeoutError, EndpointConnectionError

from throughline.domain.letter import Mail
from throughline.errors import Paused, Refused, Unavailable

SERVER_ERROR = 500
# A try of the client's own would be a second mail; and a worker should hear of a lost answer before it is stopped.
ONCE = Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=15)
PAUSED = frozenset({"SendingPausedException", "AccountSuspendedException"})
OURS = frozenset({"NotFoundException", "MailFromDomainNotVerifiedException"})  # no set, no domain: ours to mend
NEVER = frozenset({"MessageRejected", "BadRequestException"})


class SesPostbox:
    """Sends through one configuration set, whose events lead back by the mail's tags.

    An answer that leaves open whether the mail went out is raised as it is: the claim then stays.
    """

    def __init__(self, sender: str, configuration_set: str, client: Any = None) -> None:
        self._sender = sender
        self._configuration_set = configuration_set
        self._client = client or boto3.client("sesv2", config=ONCE)

    def post(self, mail: Mail) -> str:
        """Send it; the mail service's id. Refused when it never can go, Unavailable when not now."""
        mail = replace(mail, to=in_ascii(mail.to))
        try:
            answer = self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [mail.to]},
                Content={"Raw": {"Data": raw_mail(mail, self._sender)}},
                ConfigurationSetName=self._configuration_set,
                EmailTags=[{"Name": name, "Value": value} for name, value in mail.tags.items()],
            )
        except ClientError as error:
            raise said_of(error) from error
        except (EndpointConnectionError, ConnectTimeoutError) as error:
            raise Unavailable("the mail service can't be reached just now") from error
        return str(answer["MessageId"])


def in_ascii(address: str) -> str:
    """An address as the mail service takes it: its domain in punycode; unchanged where there is none."""
    local, at, domain = address.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return address


def said_of(error: ClientError) -> Exception:
    """What an answer means for a claim: never, not now, or (the error itself) perhaps it went out."""
    told = error.response.get("Error", {})
    code, words = told.get("Code", ""), str(told.get("Message", ""))
    if code in PAUSED or "paused" in words.lower():
        return Paused(f"the mail service has paused our sending: {code}")
    if code in OURS or is_ours(words):
        return Paused(f"the mail service does not know us as it should: {code}")
    if code in NEVER:
        return Refused(f"the mail service refuses it: {code}")
    perhaps = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0) >= SERVER_ERROR
    refused = Unavailable(f"the mail service does not take it just now: {code}")
    said: Exception = error if perhaps else refused
    return said


def is_ours(words: str) -> bool:
    """Whether the mail service complains of an identity that we have to verify, or of an account in its sandbox."""
    return "not verified" in words.lower()


class _Whole(UnstructuredHeader):
    """A header that mail programs read by machine: folding would turn its links into encoded words."""

    max_count = 1

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined] # a mixin: the registry adds the name


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Whole)  # type: ignore[arg-type] # as above
_WIRE = SMTP.clone(header_factory=_HEADERS)


def raw_mail(mail: Mail, sender: str) -> bytes:
    """The mail as it goes over the wire: text and HTML, quoted-printable."""
    message = EmailMessage(policy=_WIRE)
    message["From"], message["To"], message["Subject"] = sender, mail.to, _as_words(mail.subject)
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    for name, value in mail.headers.items():
        message[name] = value
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def _as_words(text: str) -> str:
    """A header's text in which nothing reads as an encoded word: one could hold the line end of another header."""
    return text.replace("=?", "=\u2060?")
