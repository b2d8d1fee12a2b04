"""Mail out by SES v2: raw, so that every header is ours."""

from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from throughline.errors import Refused, Unavailable
from throughline.ports import Mail

NEVER = frozenset({"MessageRejected", "BadRequestException", "NotFoundException", "MailFromDomainNotVerifiedException"})


class SesPostbox:
    """Sends through one configuration set, whose events lead back by the mail's tags."""

    def __init__(self, sender: str, configuration_set: str, client: Any = None) -> None:
        self._sender = sender
        self._configuration_set = configuration_set
        self._client = client or boto3.client("sesv2")

    def post(self, mail: Mail) -> str:
        """Send it; the mail service's id. Refused when it never can go, Unavailable when not now."""
        try:
            answer = self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [mail.to]},
                Content={"Raw": {"Data": raw_mail(mail, self._sender)}},
                ConfigurationSetName=self._configuration_set,
                EmailTags=[{"Name": name, "Value": value} for name, value in mail.tags.items()],
            )
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            if code in NEVER:
                raise Refused(f"the mail service refuses it: {code}") from error
            raise Unavailable(f"the mail service does not take it just now: {code}") from error
        except BotoCoreError as error:
            raise Unavailable("the mail service does not answer just now") from error
        return str(answer["MessageId"])


def raw_mail(mail: Mail, sender: str) -> bytes:
    """The mail as it goes over the wire: text and HTML, quoted-printable."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, mail.to, mail.subject
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    for name, value in mail.headers.items():
        message[name] = value
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()
