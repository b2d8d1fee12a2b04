"""Stored mail in S3."""

from typing import Any

import boto3
from botocore.exceptions import ClientError

from throughline.errors import Refused, Unavailable

GONE = "NoSuchKey"


class StoredMail:
    """Raw mails as the mail service stored them."""

    def __init__(self, bucket: str, client: Any = None) -> None:
        self._bucket = bucket
        self._client = client or boto3.client("s3")

    def read(self, key: str) -> bytes:
        """The raw mail; Refused when it is not there any more, Unavailable when it can't be read just now."""
        try:
            return bytes(self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read())
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") == GONE:
                raise Refused("The stored mail is gone: erased, or at the end of its time.", status=404) from error
            raise Unavailable("the stored mail can't be read just now") from error

    def keep(self, key: str, raw: bytes) -> None:
        """Store something under a key of its own; a repeat changes nothing."""
        try:
            self._client.put_object(Bucket=self._bucket, Key=key, Body=raw)
        except ClientError as error:
            raise Unavailable("the stored mail can't be written just now") from error

    def drop(self, key: str) -> None:
        """Delete it; a repeat changes nothing."""
        self._client.delete_object(Bucket=self._bucket, Key=key)

    def erase(self, key: str) -> None:
        """Delete it in every version, for the operator's commands; a repeat changes nothing."""
        pages = self._client.get_paginator("list_object_versions").paginate(Bucket=self._bucket, Prefix=key)
        for page in pages:
            for one in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if one["Key"] == key:
                    self._client.delete_object(Bucket=self._bucket, Key=key, VersionId=one["VersionId"])
