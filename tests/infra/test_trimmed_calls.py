"""The trimmed descriptions must make the same requests as the whole ones."""

import shutil
from pathlib import Path
from typing import Any

import botocore
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.loaders import Loader
from botocore.session import Session

from operate.build.calls import CALLS
from operate.build.trim import only_endpoints, only_operations, trim_descriptions

WHOLE = Path(botocore.__file__).parent / "data"
EVERY_CALL = [(service, operation) for service, operations in CALLS.items() for operation in operations]
REGIONS = ("us-east-1", "eu-central-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1")
KEY = {"pk": {"S": "F#1"}, "sk": {"S": "fact"}}
UPDATE = {"TableName": "ledger", "Key": KEY, "UpdateExpression": "REMOVE announces"}
GIVEN: dict[str, dict[str, Any]] = {
    "Converse": {
        "modelId": "maker.model-v1:0",
        "system": [{"text": "Sort notes."}],
        "messages": [{"role": "user", "content": [{"text": "The till froze."}]}],
        "inferenceConfig": {"maxTokens": 200, "temperature": 0},
    },
    "BatchGetItem": {"RequestItems": {"atlas": {"Keys": [KEY]}}},
    "BatchWriteItem": {"RequestItems": {"ledger": [{"PutRequest": {"Item": KEY}}]}},
    "DeleteItem": {"TableName": "ledger", "Key": KEY},
    "GetItem": {"TableName": "ledger", "Key": KEY, "ConsistentRead": True},
    "PutItem": {"TableName": "ledger", "Item": KEY, "ConditionExpression": "attribute_not_exists(pk)"},
    "Query": {"TableName": "ledger", "IndexName": "pending", "KeyConditionExpression": "pending = :shard"},
    "TransactWriteItems": {"TransactItems": [{"Update": UPDATE}], "ClientRequestToken": "once"},
    "UpdateItem": {**UPDATE, "ReturnValues": "ALL_NEW"},
    "PutEvents": {"Entries": [{"Source": "throughline", "DetailType": "CaseRouted", "Detail": "{}"}]},
    "DeleteObject": {"Bucket": "mail", "Key": "inbound/a+b c"},
    "GetObject": {"Bucket": "mail", "Key": "inbound/a+b c"},
    "PutObject": {"Bucket": "mail", "Key": "unnamed/a+b c", "Body": b"words"},
    "GetSecretValue": {"SecretId": "root"},
    "GetAccount": {},
    "SendBulkEmail": {
        "DefaultContent": {"Template": {"TemplateContent": {"Subject": "s", "Text": "t", "Html": "h"}}},
        "BulkEmailEntries": [{"Destination": {"ToAddresses": ["a@example.com"]}}],
    },
    "SendEmail": {"Content": {"Raw": {"Data": b"To: a@example.com"}}, "EmailTags": [{"Name": "line", "Value": "1"}]},
    "SendMessageBatch": {
        "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/route",
        "Entries": [{"Id": "0", "MessageBody": "{}"}],
    },
    "TranslateText": {"Text": "Der Fuß ist zerkratzt.", "SourceLanguageCode": "auto", "TargetLanguageCode": "en"},
}


class NotSentError(Exception):
    """Ends a call where it would leave."""


@pytest.fixture(scope="module")
def trimmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("trimmed") / "data"
    data.mkdir()
    for entry in WHOLE.iterdir():
        if entry.is_file():
            shutil.copy(entry, data)
        elif entry.name in (*CALLS, "ec2"):
            shutil.copytree(entry, data / entry.name)
    trim_descriptions(data, CALLS)
    return data


def clients(data: Path, service: str, region: str) -> Any:
    session = Session()
    loader = Loader(extra_search_paths=[str(data)], include_default_search_paths=False)
    session.register_component("data_loader", loader)
    return session.create_client(service, region, aws_access_key_id="none", aws_secret_access_key="none")


def sent(client: Any, operation: str) -> tuple[str, str, bytes, str | None]:
    """Method, address, body and target of the request that the operation would send."""
    seen: list[AWSPreparedRequest] = []

    def stop(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        seen.append(request)
        raise NotSentError

    client.meta.events.register("before-send", stop)
    with pytest.raises(NotSentError):
        client._make_api_call(operation, GIVEN[operation])
    [request] = seen
    return request.method, request.url, _whole(request.body), request.headers.get("X-Amz-Target")


def _whole(body: Any) -> bytes:
    """A body's bytes; what is stored goes out in chunks with a checksum."""
    if hasattr(body, "read"):
        body.seek(0)
        return bytes(body.read())
    return body or b""


@pytest.fixture(autouse=True)
def _no_own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_DATA_PATH"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("service", "operation"), EVERY_CALL)
def test_a_call_is_sent_alike(service: str, operation: str, trimmed: Path) -> None:
    for region in REGIONS:
        requests = [sent(clients(data, service, region), operation) for data in (WHOLE, trimmed)]
        assert requests[0] == requests[1]


@pytest.mark.parametrize("service", CALLS)
def test_only_the_calls_that_are_made_are_known(service: str, trimmed: Path) -> None:
    known = clients(trimmed, service, "eu-west-1").meta.service_model.operation_names
    assert sorted(known) == sorted(CALLS[service])


def test_the_descriptions_are_small(trimmed: Path) -> None:
    assert sum(path.stat().st_size for path in trimmed.rglob("*") if path.is_file()) < 500_000
    assert not (trimmed / "ec2").exists()


def test_a_shape_named_documentation_stays() -> None:
    model = {
        "operations": {
            "Say": {"input": {"shape": "Words"}, "documentation": "prose"},
            "Other": {"input": {"shape": "No"}},
        },
        "shapes": {"Words": {"members": {"documentation": {"shape": "Text"}}}, "Text": {"type": "string"}, "No": {}},
    }
    assert only_operations(model, ["Say"]) == {
        "operations": {"Say": {"input": {"shape": "Words"}, "documentation": ""}},
        "shapes": {"Words": {"members": {"documentation": {"shape": "Text"}}}, "Text": {"type": "string"}},
    }


def test_every_region_stays() -> None:
    regions: dict[str, Any] = {"eu-west-1": {}, "cn-north-1": {}}
    document = {"partitions": [{"regions": regions, "services": {"email": {"a": 1}, "ec2": {}}}]}
    trimmed = {"partitions": [{"regions": regions, "services": {"email": {"a": 1}}}]}
    assert only_endpoints(document, {"sesv2": ()}) == trimmed
