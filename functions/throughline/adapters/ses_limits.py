"""What SES allows this account, as it says itself."""

from functools import cache
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from throughline.domain.sending import Limits
from throughline.errors import Unavailable

QUICKLY = Config(connect_timeout=3, read_timeout=5, retries={"total_max_attempts": 2})


def mail_limits() -> Limits:
    """The account's rate, its day, and whether it may send at all; Unavailable when SES does not say."""
    try:
        told = _client().get_account()
    except (BotoCoreError, ClientError) as error:
        raise Unavailable("the mail service does not say how much it takes") from error
    quota = told.get("SendQuota", {})
    rate, daily, sent = (float(quota.get(name, 0)) for name in ("MaxSendRate", "Max24HourSend", "SentLast24Hours"))
    return Limits(rate, daily, sent, enabled=bool(told.get("SendingEnabled", True)))


@cache
def _client() -> Any:
    import boto3  # most functions that open the ledger send no digest

    return boto3.client("sesv2", config=QUICKLY)
