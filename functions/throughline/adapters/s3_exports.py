"""Exports in S3, read from a copy on the worker's disk: memory stays as it is, and a file can be gone back in."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.exceptions import ClientError

from throughline.errors import Refused, Unavailable
from throughline.usecases.import_file import GONE, Opened

LARGEST = 450 * 1000 * 1000  # a worker has 512 MB of disk
CHUNK = 1 << 20


class StoredExports:
    """Files of answers in a bucket."""

    def __init__(self, bucket: str, client: Any = None) -> None:
        self._bucket = bucket
        self._client = client or boto3.client("s3")

    @contextmanager
    def opened(self, key: str) -> Iterator[Opened]:
        """The file; Refused when it is not there any more, or too large."""
        found = self._found(key)
        if found["ContentLength"] > LARGEST:
            found["Body"].close()
            do = "Split it, each part with the headings, and store the parts."
            raise Refused(f"The file is larger than {LARGEST // 1_000_000} MB.", field=key, do=do)
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(found["Body"], copy, CHUNK)
            copy.seek(0)
            yield Opened(copy, found["ETag"].strip('"'))

    def drop(self, key: str) -> None:
        """Delete it; a repeat changes nothing."""
        self._client.delete_object(Bucket=self._bucket, Key=key)

    def _found(self, key: str) -> dict[str, Any]:
        try:
            found: dict[str, Any] = self._client.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") == "NoSuchKey":
                raise Refused("The file is gone.", field=key, status=GONE) from error
            raise Unavailable("the file can't be read just now") from error
        return found
