import json
import re

import pytest

from contracts.catalogue import (
    EVENTS,
    INBOUND,
    OUTGOING,
    SAMPLES,
    SCHEMAS,
    check,
    fits,
    inbound,
    sample,
    schema,
    schema_of,
)

CATALOGUE = (EVENTS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound_and_says_what_it_is_for(name: str) -> None:
    document = schema(name)
    check(document)
    assert document["$id"] == "urn:throughline:" + name.replace(".", ":")
    assert document["description"].endswith(".")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_a_sample(name: str) -> None:
    assert name in SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_fits_its_schema(name: str) -> None:
    assert fits(schema_of(name), sample(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_catalogue_tells_of_a_schema(name: str) -> None:
    assert f"schemas/{name}.json" in CATALOGUE
    assert schema(name)["title"] in CATALOGUE


@pytest.mark.parametrize("name", INBOUND)
def test_the_catalogue_tells_of_a_payload(name: str) -> None:
    assert f"inbound/{name}.json" in CATALOGUE


@pytest.mark.parametrize("name", OUTGOING)
def test_a_public_event_has_no_field_for_words_names_or_addresses(name: str) -> None:
    fields = set(re.findall(r'"(\w+)": \{"(?:type|enum|const)"', json.dumps(schema(name)["properties"])))
    private = {"text", "words", "quote", "said", "name", "email", "who", "place", "reference", "why", "how"}
    assert fields
    assert not fields & private


@pytest.mark.parametrize("name", OUTGOING)
def test_a_public_event_refuses_what_its_schema_does_not_name(name: str) -> None:
    document = sample(name)
    assert not fits(name, document | {"words": "somebody's own"})
    assert not fits(name, document | {"data": document["data"] | {"words": "somebody's own"}})


@pytest.mark.parametrize("name", INBOUND)
def test_a_payload_names_nobody_real(name: str) -> None:
    hosts = set(re.findall(r"[\w.]+@([\w.-]+)", json.dumps(inbound(name))))
    assert hosts <= {"example.com"}
