"""The schemas, samples and payloads of `events/`, as tests read them."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

Draft202012Validator: Any = import_module("jsonschema").Draft202012Validator  # it comes without types
EVENTS = Path(__file__).parents[2] / "events"
SCHEMAS = sorted(path.stem for path in (EVENTS / "schemas").glob("*.json"))
SAMPLES = sorted(path.stem for path in (EVENTS / "samples").glob("*.json"))
INBOUND = sorted(path.stem for path in (EVENTS / "inbound").glob("*.json"))
INCOMING = ("frontline-feedback.v1", "survey-response.v1")
OUTGOING = tuple(name for name in SCHEMAS if name not in INCOMING)


def schema(name: str) -> dict[str, Any]:
    return dict(_read("schemas", name))


def sample(name: str) -> dict[str, Any]:
    return dict(_read("samples", name))


def inbound(name: str) -> dict[str, Any]:
    return dict(_read("inbound", name))


def schema_of(sample_name: str) -> str:
    """A sample is named as its schema is, with a word more where there are several."""
    stem, version = sample_name.split(".")
    fitting = [name for name in SCHEMAS if stem.startswith(name.split(".")[0]) and name.endswith(version)]
    return max(fitting, key=len)


def check(document: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(document)


def fits(name: str, document: object) -> bool:
    return bool(Draft202012Validator(schema(name)).is_valid(document))


def _read(folder: str, name: str) -> Any:
    return json.loads((EVENTS / folder / f"{name}.json").read_text(encoding="utf-8"))
