"""Stored mail in S3."""

from typing import Any

import boto3
from botocore.exceptions import ClientError

from throughline.errors import Unavailable


class StoredMail:
    """Raw mails as the mail service stored them."""

    def __init__(self, bucket: str, client: Any = None) -> None:
        self._bucket = bucket
        self._client = client or boto3.client("s3")

    def read(self, key: str) -> bytes:
        """The raw mail; Unavailable when it can't be read just now."""
        try:
            return bytes(self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read())
        except ClientError as error:
            raise Unavailable("the stored mail can't be read just now") from error
