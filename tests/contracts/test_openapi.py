"""The API's document against the template, the payloads, and what the doors really answer."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

import api_document.handler
from contracts.asked import ASKED, FORM, SURVEY, asked
from contracts.catalogue import SAMPLES, Draft202012Validator, inbound, sample
from contracts.doors import Doors
from infra.stack import load
from operate.build.openapi import document, write_document

DOCUMENT = document()
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}
ANSWERED = {200, 201, 202, 303, 400, 401, 403, 404, 409, 413, 415, 429, 503}
NOT_HERE = {429, 503}  # answered before our code, or when something that we lean on is away
IDS = [f"{at} {door} {status}" for at, (door, _, status) in enumerate(ASKED)]


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> Doors:
    shop = Doors()
    shop.stand(monkeypatch)
    return shop


def fits(shape: dict[str, Any], value: object) -> bool:
    return bool(Draft202012Validator({**shape, "components": DOCUMENT["components"]}).is_valid(value))


def body_shape(door: str, kind: str = "application/json") -> dict[str, Any]:
    return dict(OPERATIONS[door]["requestBody"]["content"][kind]["schema"])


def test_the_document_is_openapi() -> None:
    import_module("openapi_spec_validator").validate(DOCUMENT)
    assert DOCUMENT["openapi"].startswith("3.1.")


def test_its_doors_are_the_templates_doors() -> None:
    routes = {properties["RouteKey"] for _, properties in load().properties("AWS::ApiGatewayV2::Route")}
    assert set(OPERATIONS) == {route.replace("ANY", "POST") for route in routes}


@pytest.mark.parametrize("door", OPERATIONS)
def test_a_door_says_what_it_is_for_and_what_it_answers(door: str) -> None:
    operation = OPERATIONS[door]
    statuses = {int(status) for status in operation["responses"]}
    assert operation["summary"] != door
    assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    assert 429 in statuses <= ANSWERED
    assert ("requestBody" in operation) == door.startswith("POST")


def test_each_shape_is_used_and_each_used_shape_is_there() -> None:
    text = json.dumps(DOCUMENT)
    assert set(re.findall(r'"#/components/schemas/(\w+)"', text)) == set(DOCUMENT["components"]["schemas"])
    assert "ValidationError" not in text
    assert "$defs" not in text


@pytest.mark.parametrize(("door", "told", "status"), ASKED, ids=IDS)
def test_a_door_answers_as_the_document_says(doors: Doors, door: str, told: dict[str, Any], status: int) -> None:
    answered, found = asked(doors, door, told)
    shown = OPERATIONS[door]["responses"][str(answered)]["content"]
    assert answered == status
    if isinstance(found, str):
        assert "text/html" in shown
        return
    shape = shown["application/json"]["schema"]
    named = DOCUMENT["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
    assert fits(shape, found)
    assert set(found) == set(named["properties"])


def test_each_answer_that_the_document_names_has_been_asked_for() -> None:
    seen = defaultdict(set)
    for door, _, status in ASKED:
        seen[door].add(status)
    named = {door: {int(one) for one in each["responses"]} - NOT_HERE for door, each in OPERATIONS.items()}
    assert seen | {"GET /openapi.json": {200}} == named


def test_the_payloads_of_the_catalogue_fit_what_the_doors_take() -> None:
    note, form, answer = (inbound(f"{name}-post.http")["body"] for name in ("json", "form", "responses"))
    assert fits(body_shape("POST /f/{place}"), json.loads(note))
    assert fits(body_shape("POST /f/{place}", FORM), dict(parse_qsl(form, keep_blank_values=True)))
    assert fits(body_shape("POST /v1/responses"), json.loads(answer))


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("survey-response")])
def test_the_samples_of_survey_answers_fit(name: str) -> None:
    assert fits(body_shape("POST /v1/responses"), sample(name))


@pytest.mark.parametrize(
    ("door", "body"),
    [
        ("POST /f/{place}", {"id": "device-0002"}),
        ("POST /f/{place}", {"id": "short", "text": "The bin is full."}),
        ("POST /c/{token}", {"nonce": "1.a", "action": "dance"}),
        ("POST /u/{token}", {"digest": "daily"}),
        ("POST /r", {}),
        ("POST /v1/responses", {**SURVEY, "verbatm": "a slip of the pen"}),
    ],
)
def test_what_a_door_refuses_does_not_fit(door: str, body: dict[str, str]) -> None:
    assert not fits(body_shape(door), body)


def test_a_mail_programs_one_click_fits() -> None:
    for kind in (FORM, "multipart/form-data"):
        assert fits(body_shape("POST /u/{token}", kind), {"List-Unsubscribe": "One-Click"})


@pytest.fixture
def artifact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the function looks for the document."""
    monkeypatch.setattr(api_document.handler, "files", tmp_path.joinpath)
    api_document.handler._document.cache_clear()
    yield tmp_path
    api_document.handler._document.cache_clear()


def served() -> Any:
    event = inbound("json-post.http")
    event["requestContext"]["http"] |= {"method": "GET", "path": "/openapi.json"}
    return api_document.handler.handle({**event, "rawPath": "/openapi.json"}, None)


def test_what_is_built_is_served_and_may_be_kept_for_a_while(artifact: Path) -> None:
    write_document(artifact)
    answer = served()
    assert (answer["statusCode"], json.loads(answer["body"])) == (200, DOCUMENT)
    assert "max-age" in str(answer)


@pytest.mark.usefixtures("artifact")
def test_where_none_was_built_the_door_says_so() -> None:
    answer = served()
    assert answer["statusCode"] == 503
    assert set(json.loads(answer["body"])) == {"error", "field", "do"}
