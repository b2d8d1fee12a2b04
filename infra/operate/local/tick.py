"""Firing every scheduled function as the scheduler would, at a time of our choice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

LONGEST_RUN_SECONDS = 900


@dataclass(frozen=True)
class Fired:
    """What one scheduled function did; `result` is its answer or its error, as JSON text."""

    function: str
    fine: bool
    result: str


def fire_all(awslambda: Any, functions: str, at: datetime) -> Iterator[Fired]:
    """Invoke each function of a comma-separated list and wait for each."""
    payload = json.dumps({"time": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}).encode()
    for name in filter(None, (each.strip() for each in functions.split(","))):
        answer = awslambda.invoke(FunctionName=name, InvocationType="RequestResponse", Payload=payload)
        result = answer["Payload"].read().decode("utf-8", errors="replace")
        yield Fired(name, "FunctionError" not in answer, result)
