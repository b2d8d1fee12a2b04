"""The deployed stack in memory: tables as the template describes them, and everything else that functions call."""

import json
import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import boto3
from moto import mock_aws

from operate.demo.sample import load_sample
from operate.local.template_file import read_template
from operate.stack import Stack
from throughline.adapters.dynamo import cached
from throughline.domain.place import Place
from throughline.domain.survey_source import SurveySource

DATA = Path(__file__).parents[2] / "data.yaml"
REGION = "eu-west-1"
ROOT = "a root that is only pretended"
SENDER = "throughline@throughline.example"
SIGNING = b"a key that is only pretended...."
SOURCE = SurveySource("native", "native", ("key",), (f"whsec_{b64encode(SIGNING).decode()}",))
TABLES = {"Ledger": "ledger", "Atlas": "atlas"}
TABLE_PARTS = ("KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes", "BillingMode")
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "pretended",
    "AWS_SECRET_ACCESS_KEY": "pretended",
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "POWERTOOLS_LOG_LEVEL": "ERROR",
    "LEDGER_TABLE": TABLES["Ledger"],
    "ATLAS_TABLE": TABLES["Atlas"],
    "SECRET_ID": "secret",
    "SITE_URL": "https://line.example",
    "SENDER": SENDER,
    "INBOUND_DOMAIN": "in.throughline.example",
    "MAIL_BUCKET": "mail-in",
    "MODEL_BUCKET": "mail-in",
    "BUS_NAME": "bus",
    "STAGE": "bench",
    "VENDOR_SITE": "",
    "TIME_ZONE": "Europe/London",
    "DIGEST_FEWEST": "1",
    "CONFIGURATION_SET": "cases",
    "CASE_MAILS_A_DAY": "1000",
    "NOTES_A_LINK_AN_HOUR": "1000000",
    "NOTES_A_SENDER_A_DAY": "1000000",
    "QUIET_MINUTES": "0",
    "TRANSLATIONS": "false",
    "TRANSLATED_A_DAY": "1000000",
    "SMALLEST_GROUP": "5",
}
# A worker asks for the map's version twice a minute; a slow machine must not count that as a note's call.
UNHURRIED = timedelta(hours=1)


@contextmanager
def pretended_stack() -> Iterator[Place]:
    """Stand in for AWS with the sample organisation on it, and give one of its places; no call leaves the process."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(SETTINGS)
    try:
        with mock_aws(), patch.object(cached, "FRESH", UNHURRIED):
            _surroundings()
            outputs = {"AtlasTable": TABLES["Atlas"], "LedgerTable": TABLES["Ledger"], "SecretId": "secret"}
            _, places = load_sample(Stack("bench", outputs, REGION, local=False))
            yield places[0]
    finally:
        os.environ.clear()
        os.environ.update(before)


def _surroundings() -> None:
    resources: dict[str, Any] = read_template(DATA)["Resources"]
    for resource, name in TABLES.items():
        described = resources[resource]["Properties"]
        wanted = {part: described[part] for part in TABLE_PARTS if part in described}
        boto3.client("dynamodb").create_table(TableName=name, **wanted)
    secret = json.dumps({"root": ROOT, "sources": {SOURCE.name: SOURCE.as_document()}})
    boto3.client("secretsmanager").create_secret(Name=SETTINGS["SECRET_ID"], SecretString=secret)
    bucket = {"LocationConstraint": REGION}
    boto3.client("s3").create_bucket(Bucket=SETTINGS["MAIL_BUCKET"], CreateBucketConfiguration=bucket)
    boto3.client("events").create_event_bus(Name=SETTINGS["BUS_NAME"])
    boto3.client("sesv2").create_email_identity(EmailIdentity=SENDER)
    boto3.client("sesv2").create_configuration_set(ConfigurationSetName=SETTINGS["CONFIGURATION_SET"])
    for name in ("route", "letters", "tally", "read", "fetch", "meaning"):
        queue = boto3.client("sqs").create_queue(QueueName=name)["QueueUrl"]
        os.environ[f"{name.upper()}_QUEUE"] = queue
