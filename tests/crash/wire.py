"""The wire between a function and AWS, with every call of every attempt in our hands.

DynamoDB is moto's, asked directly; queues, the bus, mail, the secret and stored mail are a few lines each.
At both ends of every call somebody may interrupt: to die there, to lose the answer, or to run somebody else.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy, deepcopy
from enum import StrEnum
from hashlib import sha256
from urllib.parse import unquote, urlsplit

import botocore.endpoint
import pytest
from botocore import handlers
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ReadTimeoutError
from botocore.signers import RequestSigner
from botocore.useragent import UserAgentString
from moto.core.botocore_stubber import BotocoreStubber
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import StreamShard, Table

from aws import BUCKET, REGION, ROOT_WORD
from crash.answers import ACCOUNT, Document, _answer, _by_moto, _refusal, _target
from crash.bucket import unwrapped, xml
from fakes.translating import MEANT

SOURCES = {
    name: {"vendor": name, "keys": ["k"], "secrets": ["both know it"], "token": "t"}
    for name in ("typeform", "surveymonkey")
}


class When(StrEnum):
    """Which end of a call."""

    BEFORE = "before"
    AFTER = "after"


class Crash(BaseException):
    """The process is gone: nothing of the product may catch this."""


Interrupt = Callable[[int, When, str], None]


class RefusedError(Exception):
    """AWS answers that it does not take the call."""


def die() -> None:
    raise Crash


def unsaid() -> None:
    """The call was made; its answer never comes."""
    raise ReadTimeoutError(endpoint_url="aws")


def refuse() -> None:
    raise RefusedError


class Wire:
    """What AWS was told, and who may interrupt."""

    def __init__(self) -> None:
        self.queues: dict[str, list[Document]] = defaultdict(list)
        self.delayed: list[tuple[str, Document]] = []
        self.mails: list[Document] = []
        self.public: list[str] = []
        self.stored: dict[str, bytes] = {}
        self.calls: list[str] = []
        self.interrupt: Interrupt | None = None

    def __call__(self, event_name: str, request: AWSPreparedRequest, **_rest: object) -> AWSResponse:
        _, service, operation = event_name.split(".")
        name, number = f"{service}.{operation}{_target(request)}", len(self.calls)
        self.calls.append(name)
        try:
            self._at(number, When.BEFORE, name)
        except RefusedError:
            status = {"sesv2": 429, "s3": 503}.get(service, 400)
            return _answer(request, xml("SlowDown") if service == "s3" else _refusal(service), status)
        answer = self._answered(service, operation, request)
        self._at(number, When.AFTER, name)
        return answer

    def kept(self) -> Document:
        """What AWS was told, to come back to."""
        queues = {name: list(messages) for name, messages in self.queues.items()}
        return {
            "queues": queues,
            "delayed": list(self.delayed),
            "mails": list(self.mails),
            "public": list(self.public),
            "stored": dict(self.stored),
        }

    def set_back(self, kept: Document) -> None:
        """AWS was told no more than that, and nobody interrupts."""
        self.queues = defaultdict(list, {name: list(messages) for name, messages in kept["queues"].items()})
        self.delayed = list(kept["delayed"])
        self.mails, self.public = list(kept["mails"]), list(kept["public"])
        self.stored, self.calls, self.interrupt = dict(kept["stored"]), [], None

    def late(self) -> None:
        """What was put off has waited long enough."""
        for name, message in self.delayed:
            self.queues[name].append(message)
        self.delayed = []

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Nobody interrupts meanwhile, and nothing is numbered."""
        kept, self.interrupt = self.interrupt, None
        calls, self.calls = self.calls, []
        try:
            yield
        finally:
            self.interrupt, self.calls = kept, calls

    def _at(self, number: int, when: When, name: str) -> None:
        if self.interrupt:
            self.interrupt(number, when, name)

    def _answered(self, service: str, operation: str, request: AWSPreparedRequest) -> AWSResponse:
        if service == "dynamodb":
            return _by_moto(request)
        if service == "s3":
            return self._of_bucket(operation, request)
        said = json.loads(request.body or b"{}")
        return _answer(request, getattr(self, f"_{operation}")(said))

    def _of_bucket(self, operation: str, request: AWSPreparedRequest) -> AWSResponse:
        key = unquote(urlsplit(request.url).path).lstrip("/").removeprefix(f"{BUCKET}/")
        if operation == "PutObject":
            request.body.seek(0)
            self.stored[key] = unwrapped(request.body.read())
        elif operation == "DeleteObject":
            self.stored.pop(key, None)
        elif key not in self.stored:
            return _answer(request, xml("NoSuchKey"), 404)
        held = self.stored[key] if operation == "GetObject" else b""
        return _answer(request, held, etag=sha256(held).hexdigest())

    def _SendMessageBatch(self, said: Document) -> Document:  # noqa: N802 - AWS's own names
        name = said["QueueUrl"].rpartition("/")[2]
        for entry in said["Entries"]:
            message = json.loads(entry["MessageBody"])
            if name == "digest" and entry.get("DelaySeconds"):
                self.delayed.append((name, message))
            else:
                self.queues[name].append(message)
        done = [{"Id": entry["Id"], "MessageId": entry["Id"]} for entry in said["Entries"]]
        return {"Successful": done, "Failed": []}

    def _PutEvents(self, said: Document) -> Document:  # noqa: N802 - as above
        self.public += [json.loads(entry["Detail"])["id"] for entry in said["Entries"]]
        return {"FailedEntryCount": 0, "Entries": [{"EventId": "1"} for _ in said["Entries"]]}

    def _SendEmail(self, said: Document) -> Document:  # noqa: N802 - as above
        name = f"ses-{len(self.mails) + 1}"
        tags = {tag["Name"]: tag["Value"] for tag in said["EmailTags"]}
        self.mails.append({"id": name, "to": said["Destination"]["ToAddresses"][0], "tags": tags})
        return {"MessageId": name}

    def _SendBulkEmail(self, said: Document) -> Document:  # noqa: N802 - as above
        results = []
        for entry in said["BulkEmailEntries"]:
            one = {"Destination": entry["Destination"], "EmailTags": entry["ReplacementTags"]}
            results.append({"Status": "SUCCESS", **self._SendEmail(one)})
        return {"BulkEmailEntryResults": results}

    @staticmethod
    def _GetAccount(_said: Document) -> Document:  # noqa: N802 - as above
        quota = {"Max24HourSend": 50_000.0, "MaxSendRate": 500.0, "SentLast24Hours": 0.0}
        return {"SendQuota": quota, "SendingEnabled": True}

    @staticmethod
    def _TranslateText(said: Document) -> Document:  # noqa: N802 - as above
        return {"TranslatedText": MEANT, "SourceLanguageCode": "de", "TargetLanguageCode": said["TargetLanguageCode"]}

    @staticmethod
    def _GetSecretValue(_said: Document) -> Document:  # noqa: N802 - as above
        return {"Name": "secret", "SecretString": json.dumps({"root": ROOT_WORD, "sources": SOURCES})}


class NoTime:
    """botocore's pause between attempts, without the pause."""

    @staticmethod
    def sleep(_seconds: float) -> None:
        return


def lay(patch: pytest.MonkeyPatch) -> Wire:
    """Every session made from now on goes over this wire, moto's own ears are closed to it."""
    wire = Wire()
    others = [spec for spec in handlers.BUILTIN_HANDLERS if not isinstance(spec[1], BotocoreStubber)]
    patch.setattr(handlers, "BUILTIN_HANDLERS", [("before-send", wire), *others])
    patch.setattr("boto3.DEFAULT_SESSION", None)
    patch.setattr(botocore.endpoint, "time", NoTime)
    patch.setattr(RequestSigner, "handler", lambda *_request, **_more: None)  # nobody looks at signatures here,
    patch.setattr(UserAgentString, "to_string", lambda _self: "matrix")  # nor at names
    patch.setattr(Table, "__deepcopy__", _copied, raising=False)
    return wire


def _copied(table: Table, _memo: Mapping[int, object]) -> Table:
    """A table with its own items and stream; moto's way copies all it ever knew."""
    twin: Table = copy(table)
    twin.items = deepcopy(table.items)
    if table.stream_shard:
        shard: StreamShard = copy(table.stream_shard)
        shard.table, shard.items = twin, list(table.stream_shard.items)
        twin.stream_shard = shard
    return twin


def tables() -> dict[str, Table]:
    """moto's tables by name."""
    found: dict[str, Table] = dynamodb_backends[ACCOUNT][REGION].tables
    return found
