"""Mails that say the same, out by one call of SES v2: a template that goes along, and each reader's own in it."""

import json
from collections.abc import Mapping
from typing import Any

import boto3
from botocore.exceptions import ClientError, ConnectTimeoutError, EndpointConnectionError

from throughline.adapters.ses import ONCE, in_ascii, is_ours, said_of
from throughline.domain.bundle import Answered, Answers, Bundle, Copy, Fate
from throughline.errors import Unavailable

FATES: Mapping[str, Fate] = {
    "SUCCESS": Fate.SENT,
    "MESSAGE_REJECTED": Fate.REFUSED,
    "INVALID_PARAMETER": Fate.REFUSED,
    "ACCOUNT_THROTTLED": Fate.LATER,
    "ACCOUNT_DAILY_QUOTA_EXCEEDED": Fate.LATER,
    "ACCOUNT_SENDING_PAUSED": Fate.PAUSED,
    "ACCOUNT_SUSPENDED": Fate.PAUSED,
    "CONFIGURATION_SET_SENDING_PAUSED": Fate.PAUSED,
    "CONFIGURATION_SET_NOT_FOUND": Fate.PAUSED,  # ours to mend, and no reader's fault
    "MAIL_FROM_DOMAIN_NOT_VERIFIED": Fate.PAUSED,
    "INVALID_SENDING_POOL_NAME": Fate.PAUSED,
}


class SesBulkPostbox:
    """Sends through one configuration set; SES's events lead back by each copy's tags."""

    def __init__(self, sender: str, configuration_set: str, client: Any = None) -> None:
        self._sender = sender
        self._configuration_set = configuration_set
        self._client = client or boto3.client("sesv2", config=ONCE)

    def post_all(self, bundle: Bundle) -> Answers:
        """Send all copies by one call; an answer that leaves open whether they went is raised as it is."""
        words = {"Subject": bundle.printed.subject, "Text": bundle.printed.text, "Html": bundle.printed.html}
        template = {"TemplateContent": words, "TemplateData": "{}", "Headers": _named(bundle.headers)}
        reply_to = {"ReplyToAddresses": [bundle.reply_to]} if bundle.reply_to else {}
        try:
            answer = self._client.send_bulk_email(
                FromEmailAddress=self._sender,
                DefaultContent={"Template": template},
                BulkEmailEntries=[_entry(copy) for copy in bundle.copies],
                ConfigurationSetName=self._configuration_set,
                **reply_to,
            )
        except ClientError as error:
            raise said_of(error) from error
        except (EndpointConnectionError, ConnectTimeoutError) as error:
            raise Unavailable("the mail service can't be reached just now") from error
        return [_answered(result) for result in answer["BulkEmailEntryResults"]]


def _entry(copy: Copy) -> dict[str, Any]:
    own = {"ReplacementTemplateData": json.dumps(dict(copy.fills))}
    return {
        "Destination": {"ToAddresses": [in_ascii(copy.to)]},
        "ReplacementTags": _named(copy.tags),
        "ReplacementEmailContent": {"ReplacementTemplate": own},
        "ReplacementHeaders": _named(copy.headers),
    }


def _named(values: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"Name": name, "Value": value} for name, value in values.items()]


def _answered(result: Mapping[str, str]) -> Answered:
    status = result.get("Status", "")
    if is_ours(result.get("Error", "")):
        return Answered(Fate.PAUSED, f"the mail service does not know us as it should: {status}")
    return Answered(FATES.get(status, Fate.ALONE), status)
