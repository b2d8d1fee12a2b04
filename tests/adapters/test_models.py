"""Models under the hash of their content, and the pointer to the one in place: in memory and on AWS alike."""

from dataclasses import replace
from datetime import date
from typing import Any

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError

from aws import ATLAS, REGION, make_tables
from fakes.learning import MemoryModels, MemoryPointer
from throughline.adapters.dynamo.model_pointer import DynamoModelPointer
from throughline.adapters.dynamo.records import AtlasRecord, bind
from throughline.adapters.s3_models import FOLDER, StoredModels
from throughline.domain.learned import Placed
from throughline.errors import Refused, Unavailable
from throughline.ports.learning import ModelPointer, Models

BUCKET = "models"
FIRST = Placed(1, "aa", "bb", "cc", "map1", 60, 10, 12, date(2026, 11, 23), "dd", "learned from 60 decisions")


@pytest.fixture(params=["memory", "aws"])
def models(request: pytest.FixtureRequest) -> Models:
    if request.param == "memory":
        return MemoryModels()
    request.getfixturevalue("aws")
    boto3.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    return StoredModels(BUCKET)


@pytest.fixture(params=["memory", "aws"])
def pointer(request: pytest.FixtureRequest) -> ModelPointer:
    if request.param == "memory":
        return MemoryPointer()
    request.getfixturevalue("aws")
    make_tables()
    return DynamoModelPointer(bind(AtlasRecord, ATLAS))


def test_the_same_content_is_kept_once_and_dropped_for_good(models: Models) -> None:
    name = models.put(b"weights")
    assert models.put(b"weights") == name
    assert models.get(name) == b"weights"
    models.drop(name)
    models.drop(name)
    with pytest.raises(Refused):
        models.get(name)


@pytest.mark.usefixtures("aws")
def test_what_is_not_what_its_name_says_is_refused() -> None:
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    models = StoredModels(BUCKET)
    name = models.put(b"weights")
    client.put_object(Bucket=BUCKET, Key=FOLDER + name, Body=b"others")
    with pytest.raises(Refused):
        models.get(name)


def test_a_bucket_out_of_reach_is_a_matter_of_time() -> None:
    class Broken:
        def __getattr__(self, _name: str) -> Any:
            def call(**_asked: Any) -> Any:
                raise EndpointConnectionError(endpoint_url="https://nowhere.example")

            return call

    models = StoredModels(BUCKET, Broken())
    for ask in (lambda: models.put(b"x"), lambda: models.get("x"), lambda: models.drop("x")):
        with pytest.raises(Unavailable):
            ask()


def test_a_pointer_moves_one_step_at_a_time(pointer: ModelPointer) -> None:
    assert pointer.current() is None
    assert pointer.place(FIRST)
    assert not pointer.place(replace(FIRST, model="other"))
    second = replace(FIRST, revision=2, model="ee")
    assert not pointer.place(replace(second, revision=3))
    assert pointer.place(second)
    assert pointer.current() == second
    assert list(pointer.history()) == [second, FIRST]
