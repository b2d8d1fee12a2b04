"""One deployed stack that asks for every right; sockets are for this machine only."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from iam.stand import Stand
from operate.bench.spare import spare_checkout
from operate.local.checkout import Checkout
from operate.local.state import read_state
from operate.stack import local_stack

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "infra" / "operate" / "sample"
COMMAND = "from operate.cli import main; main()"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture(scope="session")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    root = tmp_path_factory.mktemp("iam") / "checkout"
    spare_checkout(root)
    with (root / "up.log").open("wb") as log:
        held = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, str(HERE / "holding.py")],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    try:
        assert held.stdout is not None
        assert held.stdout.readline(), (root / "up.log").read_text(encoding="utf-8")
        yield made_ready(root)
    finally:
        held.communicate(timeout=60)


def made_ready(root: Path) -> Stand:
    """The sample organisation, and every trigger of a queue or stream at rest."""
    state = read_state(Checkout(root))
    assert state is not None
    stack = local_stack(state)
    mappings = stack.client("lambda")
    for mapping in mappings.list_event_source_mappings()["EventSourceMappings"]:
        mappings.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    operate(root, "journey", "import", str(SAMPLE / "journey.yaml"))
    operate(root, "people", "import", str(SAMPLE / "people.csv"))
    operate(root, "place", "add", "The test bench", "--staff", "15")
    place = json.loads(operate(root, "status", "--json"))["place"]
    people = stack.client("dynamodb").scan(
        TableName=stack.outputs["AtlasTable"],
        FilterExpression="sk = :person AND contains(body, :weekly) AND contains(body, :address)",
        ExpressionAttributeValues={
            ":person": {"S": "person"},
            ":weekly": {"S": '"weekly"'},
            ":address": {"S": "@"},
        },
    )["Items"]
    readers = [item["pk"]["S"].removeprefix("PERSON#") for item in people]
    return Stand(stack, Checkout(root).kept / "scratch" / "decisions.jsonl", place, readers)


def operate(root: Path, *arguments: str) -> str:
    """What the operator's command prints; it must end well."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMAND, *arguments], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
