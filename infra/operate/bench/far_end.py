"""AWS as far as the digest needs it, behind a replaced transport: it answers at once and keeps next to nothing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from throughline.adapters.dynamo.codec import packed
from throughline.domain.digest_chunk import Chunk
from throughline.domain.person import Person

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Raw(BytesIO):
    """An answer's body."""

    def stream(self, **_how: object) -> Iterator[bytes]:
        """All of it at once."""
        yield self.read()


@dataclass
class FarEnd:
    """AWS at the other end of the wire: answers at once, as if everything had gone well."""

    people: Mapping[str, Person] = field(default_factory=dict)
    chunks: Mapping[str, Chunk] = field(default_factory=dict)

    def __call__(self, event_name: str, request: AWSPreparedRequest, **_rest: object) -> AWSResponse:
        """Answer a call."""
        operation = event_name.split(".")[2]
        said = json.loads(request.body or b"{}")
        body = json.dumps(getattr(self, f"_{operation}")(said)).encode()
        return AWSResponse(request.url, 200, {"content-type": "application/x-amz-json-1.0"}, Raw(body))

    def _UpdateItem(self, said: Any) -> Any:  # noqa: N802 - AWS's own names
        key = said["Key"]
        chunk = self.chunks.get(key["sk"]["S"])
        if chunk is None:
            return {"Attributes": {**key, **_counter()}}
        body = {"people": list(chunk.people), "zone": chunk.zone, "ends": {}}
        return {"Attributes": {**key, "state": {"S": "claimed"}, "body": {"S": json.dumps(body)}}}

    def _GetItem(self, said: Any) -> Any:  # noqa: N802 - as above
        return {"Item": {**said["Key"], **_counter()}}

    @staticmethod
    def _Query(_said: Any) -> Any:  # noqa: N802 - as above
        return {"Items": [], "Count": 0, "ScannedCount": 0}

    def _BatchGetItem(self, said: Any) -> Any:  # noqa: N802 - as above
        [(table, asked)] = said["RequestItems"].items()
        found = [self._person(key) for key in asked["Keys"]]
        return {"Responses": {table: found}, "UnprocessedKeys": {}}

    def _person(self, key: Any) -> Any:
        body = json.dumps(packed(self.people[key["pk"]["S"].partition("#")[2]]))
        return {**key, "body": {"S": body}}

    @staticmethod
    def _SendBulkEmail(said: Any) -> Any:  # noqa: N802 - as above
        return {"BulkEmailEntryResults": [{"Status": "SUCCESS", "MessageId": "m"} for _ in said["BulkEmailEntries"]]}


def _counter() -> dict[str, Any]:
    """How much mail may go: as much as one likes."""
    told = {"rate": 10_000_000, "daily": -1, "sent": 0, "read_at": NOW.isoformat()}
    numbers = {"revision": 1, "left": 10**12, "taken": 0, "before": 0, "free_at": int(NOW.timestamp()) * 1000}
    return {"body": {"S": json.dumps(told)}, **{name: {"N": str(value)} for name, value in numbers.items()}}
