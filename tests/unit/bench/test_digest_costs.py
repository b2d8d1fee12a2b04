"""What digests cost is counted by what the functions really read and write, and the README tells the same."""

import json
import subprocess
import sys
from typing import Any

import boto3
import pytest

from operate.bench.bill import billed, size_of
from operate.bench.digest_costs import PRICES, THOUSAND, Price
from operate.bench.pretended import TABLES, pretended_stack
from operate.local.checkout import find_checkout

FEW, MANY = 20, 120
COUNTED = f"""
import json
from operate.bench.digest_readers import readers
from operate.bench.digest_costs import PRICES, bill_of
for price in PRICES:
    few, many = (bill_of(readers(count), price) for count in ({FEW}, {MANY}))
    more = dict(calls=many.calls - few.calls, written=many.written - few.written, read=many.read - few.read)
    print(json.dumps(more | dict(each=sum(more["calls"].values()), mails=len(many.mails))))
"""


@pytest.fixture(scope="module")
def counted() -> dict[str, dict[str, Any]]:
    """What a hundred more readers cost, by how they are sent to."""
    done = subprocess.run(  # noqa: S603 - our own code, apart: functions keep their clients
        [sys.executable, "-c", COUNTED], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return dict(zip((one.how for one in PRICES), map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("price", PRICES, ids=lambda one: one.how)
def test_more_readers_cost_no_more_than_the_readme_says(price: Price, counted: dict[str, dict[str, Any]]) -> None:
    more, thousandth = counted[price.how], (MANY - FEW) / THOUSAND
    assert more["mails"] == MANY
    assert 0 < more["each"] <= price.calls * thousandth
    assert 0 < more["written"] <= price.written * thousandth
    assert 0 < more["read"] <= price.read * thousandth


def test_each_alone_is_one_mail_and_three_writes(counted: dict[str, dict[str, Any]]) -> None:
    calls = counted["singly"]["calls"]
    assert calls["sesv2.SendEmail"] == MANY - FEW
    assert "sesv2.SendBulkEmail" not in calls
    assert 3 * (MANY - FEW) <= counted["singly"]["written"] <= 3.3 * (MANY - FEW)


def test_in_chunks_no_mail_goes_alone(counted: dict[str, dict[str, Any]]) -> None:
    calls = counted["in chunks"]["calls"]
    assert "sesv2.SendEmail" not in calls
    assert 1 <= calls["sesv2.SendBulkEmail"] <= (MANY - FEW) / 10


def test_the_readme_tells_the_same_figures() -> None:
    readme = (find_checkout().root / "infra/README.md").read_text(encoding="utf-8")
    singly, chunks, mixed = PRICES
    assert f"singly {singly.calls:,} calls to AWS, {singly.written:,} write and {singly.read:,} read units" in readme
    assert f"in chunks {chunks.calls:,}, {chunks.written:,} and {chunks.read:,}, or" in readme
    assert f"or {mixed.calls:,}, {mixed.written:,} and {mixed.read:,} where SES's reports" in readme


def test_a_bill_counts_an_item_by_its_size_and_only_while_it_is_open() -> None:
    with billed() as bill, pretended_stack():
        dynamo = boto3.client("dynamodb")
        key = {"pk": {"S": "p"}, "sk": {"S": "s"}}
        dynamo.put_item(TableName=TABLES["Ledger"], Item=key)
        bill.open = True
        dynamo.put_item(TableName=TABLES["Ledger"], Item={**key, "body": {"S": "x" * 1500}})
        dynamo.put_item(TableName=TABLES["Ledger"], Item={**key, "listing": {"S": "l"}, "rank": {"S": "1"}})
        dynamo.get_item(TableName=TABLES["Ledger"], Key=key)
        dynamo.get_item(TableName=TABLES["Ledger"], Key=key, ConsistentRead=True)
        dynamo.update_item(TableName=TABLES["Ledger"], Key=key, UpdateExpression="REMOVE listing")
        bill.open = False
        dynamo.get_item(TableName=TABLES["Ledger"], Key=key)
    assert dict(bill.calls) == {"dynamodb.PutItem": 2, "dynamodb.GetItem": 2, "dynamodb.UpdateItem": 1}
    assert (bill.written, bill.read) == (2 + 2 + 1, 0.5 + 1)


def test_the_size_of_an_item_is_its_names_and_values() -> None:
    assert size_of({"pk": {"S": "grün"}, "names": {"SS": ["ab", "c"]}, "tries": {"N": "12"}}) == 2 + 5 + 5 + 3 + 5 + 3
