"""What AWS bills of what functions do: each call, and DynamoDB's units by the size of every item read or written."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from unittest.mock import patch

import boto3
from botocore import handlers
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

READ_UNIT, WRITE_UNIT = 4096, 1024  # bytes of an item that one unit pays for
INDEXED = ("pending", "listing", "subject", "zone")  # whoever has one of these is written to that index too
Item = Mapping[str, Mapping[str, Any]]


@dataclass
class Bill:
    """Calls by their names, units, and the tags of the mails that went; only while it is `open`."""

    open: bool = False
    calls: Counter[str] = field(default_factory=Counter)
    read: float = 0
    written: float = 0
    mails: list[dict[str, str]] = field(default_factory=list)
    _asked: Any = None

    def sent(self, event_name: str, request: AWSPreparedRequest, **_rest: object) -> None:
        """A call goes out."""
        if not self.open:
            return
        _, service, operation = event_name.split(".")
        self.calls[f"{service}.{operation}"] += 1
        if service == "dynamodb":
            self._asked = json.loads(request.body)
        if operation == "SendEmail":
            self.mails.append(_tags(json.loads(request.body)["EmailTags"]))

    def bulk(self, params: Mapping[str, Any], **_rest: object) -> tuple[AWSResponse, dict[str, Any]]:
        """Mails to many by one call, answered here, since what stands in for AWS does not know it."""
        self.calls["sesv2.SendBulkEmail"] += 1
        entries = json.loads(params["body"])["BulkEmailEntries"]
        self.mails += [_tags(one["ReplacementTags"]) for one in entries]
        results = [{"Status": "SUCCESS", "MessageId": f"m-{at}"} for at in range(len(entries))]
        return AWSResponse(params["url"], HTTPStatus.OK, {}, None), {"BulkEmailEntryResults": results}

    def answered(self, event_name: str, parsed: Mapping[str, Any], **_rest: object) -> None:
        """DynamoDB answered: the units of that call."""
        if not self.open:
            return
        self.open, asked = False, self._asked
        getattr(self, f"_{event_name.rpartition('.')[2]}")(asked, parsed)
        self.open = True

    def _GetItem(self, asked: Any, parsed: Any) -> None:  # noqa: N802 - AWS's own names
        self.read += _reading([parsed.get("Item", {})], consistent=asked.get("ConsistentRead", False))

    def _Query(self, asked: Any, parsed: Any) -> None:  # noqa: N802 - as above
        self.read += _reading(parsed.get("Items", []), consistent=asked.get("ConsistentRead", False))

    def _BatchGetItem(self, asked: Any, parsed: Any) -> None:  # noqa: N802 - as above
        for table, keys in asked["RequestItems"].items():
            found = [*parsed["Responses"].get(table, [])]
            found += [{}] * (len(keys["Keys"]) - len(found))
            self.read += sum(_reading([one], consistent=keys.get("ConsistentRead", False)) for one in found)

    def _PutItem(self, asked: Any, _parsed: Any) -> None:  # noqa: N802 - as above
        self.written += _writing(asked["Item"])

    def _UpdateItem(self, asked: Any, _parsed: Any) -> None:  # noqa: N802 - as above
        stands = boto3.client("dynamodb").get_item(TableName=asked["TableName"], Key=asked["Key"], ConsistentRead=True)
        self.written += _writing(stands.get("Item", {}))

    def _BatchWriteItem(self, asked: Any, _parsed: Any) -> None:  # noqa: N802 - as above
        puts = (one["PutRequest"]["Item"] for some in asked["RequestItems"].values() for one in some)
        self.written += sum(map(_writing, puts))


@contextmanager
def billed() -> Iterator[Bill]:
    """A bill of all clients that are made while it lasts, from where it is opened on."""
    bill = Bill()
    hooks: list[tuple[str, Any]] = [("before-send", bill.sent), ("after-call.dynamodb", bill.answered)]
    hooks.append(("before-call.sesv2.SendBulkEmail", bill.bulk))
    handlers.BUILTIN_HANDLERS.extend(hooks)
    try:
        with patch.object(boto3, "DEFAULT_SESSION", None):  # one that stands keeps the hooks that it was made with
            yield bill
    finally:
        for hook in hooks:
            handlers.BUILTIN_HANDLERS.remove(hook)


def size_of(item: Item) -> int:
    """The bytes of an item as DynamoDB counts them: names and values."""
    return sum(len(name.encode()) + _bytes(*next(iter(value.items()))) for name, value in item.items())


def _bytes(kind: str, value: Any) -> int:
    if kind == "N":
        return len(str(value)) // 2 + 2
    return sum(len(one.encode()) for one in value) if kind == "SS" else len(str(value).encode())


def _reading(items: Sequence[Item], *, consistent: bool) -> float:
    units = max(1, -(-sum(map(size_of, items)) // READ_UNIT))
    return units if consistent else units / 2


def _writing(item: Item) -> int:
    return max(1, -(-size_of(item) // WRITE_UNIT)) * (1 + sum(name in item for name in INDEXED))


def _tags(named: Sequence[Mapping[str, str]]) -> dict[str, str]:
    return {one["Name"]: one["Value"] for one in named}
