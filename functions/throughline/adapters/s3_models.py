"""What was learned, in S3, each under the hash of its content."""

import hashlib
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from throughline.errors import Refused, Unavailable

FOLDER = "models/"
GONE = "NoSuchKey"
ANOTHER = "Put another one in place: throughline route use"


class StoredModels:
    """Models in a bucket; what was read is checked against its name."""

    def __init__(self, bucket: str, client: Any = None) -> None:
        self._bucket = bucket
        self._client = client or boto3.client("s3")

    def put(self, data: bytes) -> str:
        """Keep it; its name. The same content has the same name."""
        name = hashlib.sha256(data).hexdigest()
        try:
            self._client.put_object(Bucket=self._bucket, Key=FOLDER + name, Body=data)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("a model can't be stored just now") from error
        return name

    def get(self, name: str) -> bytes:
        """Its content; Unavailable when it can't be had now, Refused when it is gone or not what its name says."""
        try:
            data = bytes(self._client.get_object(Bucket=self._bucket, Key=FOLDER + name)["Body"].read())
        except (ClientError, BotoCoreError) as error:
            if isinstance(error, ClientError) and error.response.get("Error", {}).get("Code") == GONE:
                raise Refused("The model is gone.", field="model", do=ANOTHER) from error
            raise Unavailable("a model can't be read just now") from error
        if hashlib.sha256(data).hexdigest() != name:
            raise Refused("The stored model is not the one that was learned.", field="model", do=ANOTHER)
        return data

    def drop(self, name: str) -> None:
        """Forget it; doing it again changes nothing."""
        try:
            self._client.delete_object(Bucket=self._bucket, Key=FOLDER + name)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("a model can't be deleted just now") from error
