"""What a request asks, and an answer to it as AWS gives one: ours, or moto's."""

import json
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from moto.core.exceptions import ServiceException
from moto.core.request import normalize_request
from moto.dynamodb.responses import DynamoHandler
from werkzeug.exceptions import HTTPException

from aws import REGION

ACCOUNT = "123456789012"  # moto's


Document = dict[str, Any]


OFTEN = {
    "GetItem": "get_item",
    "PutItem": "put_item",
    "Query": "query",
    "TransactWriteItems": "transact_write_items",
    "UpdateItem": "update_item",
}


def _target(request: AWSPreparedRequest) -> str:
    """Which queue, where there are several."""
    body = request.body or b""
    return f" {json.loads(body)['QueueUrl'].rpartition('/')[2]}" if b'"QueueUrl"' in body else ""


def _refusal(service: str) -> Document:
    code = "TooManyRequestsException" if service == "sesv2" else "ThrottlingException"
    return {"__type": code, "code": code, "message": "not now"}


def _answer(request: AWSPreparedRequest, body: Document | bytes, status: int = 200, **more: str) -> AWSResponse:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"content-type": "application/json", "content-length": str(len(raw)), **more}
    if status >= 300 and not isinstance(body, bytes):
        headers["x-amzn-errortype"] = json.loads(raw)["__type"]
    return AWSResponse(request.url, status, headers, _Raw(raw))


def _by_moto(request: AWSPreparedRequest) -> AWSResponse:
    """moto's answer; what is called often is asked directly, as its way of writing answers down is slow."""
    operation = request.headers["X-Amz-Target"].decode().rpartition(".")[2]
    if operation in OFTEN:
        with suppress(ServiceException, HTTPException):  # a refusal changes nothing, so it is asked again in full
            return _answer(request, json.dumps(_asked(operation, request), default=_plain).encode())
    asked = normalize_request(request)
    status, headers, body = DynamoHandler.dispatch(asked, asked.raw_url, asked.headers)
    return AWSResponse(request.url, status, headers, _Raw(body.encode() if isinstance(body, str) else body))


def _asked(operation: str, request: AWSPreparedRequest) -> object:
    handler = DynamoHandler()
    handler.body, handler.region, handler.current_account = json.loads(request.body), REGION, ACCOUNT
    return getattr(handler, OFTEN[operation])().result


def _plain(value: Any) -> object:
    return value.to_json()


class _Raw(BytesIO):
    def stream(self, **_how: object) -> Iterator[bytes]:
        yield self.read()
