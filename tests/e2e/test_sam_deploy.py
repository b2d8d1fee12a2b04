"""What somebody with AWS does: `sam deploy` of what was built, here against the local AWS, and then a note."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from e2e.line import COMMAND, SAMPLE, Line, token
from operate.demo.doors import send_json

REPOSITORY = Path(__file__).parents[2]
STACK = "other"
SENDER = "other@throughline.test"
DEPLOY = f"--stack-name {STACK} --parameter-overrides Stage=local Sender={SENDER} InboundDomain=other.throughline.test"
DEPLOY += " QuietMinutes=0"  # nobody waits hours here for what keeps an unsigned note from being timed


@pytest.fixture
def surroundings(line: Line) -> dict[str, str]:
    """What an AWS user has in the environment; only the endpoint says that it is a local one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return kept | {
        "AWS_ACCESS_KEY_ID": line.state.access_key,
        "AWS_SECRET_ACCESS_KEY": line.state.secret_key,
        "AWS_DEFAULT_REGION": line.state.region,
        "AWS_ENDPOINT_URL": line.state.aws_endpoint,
    }


def test_a_plain_sam_deploy_makes_a_stack_that_takes_a_note_to_its_department(
    line: Line, surroundings: dict[str, str]
) -> None:
    done(surroundings, "make", "deploy", f"ARGS={DEPLOY}")
    throughline(surroundings, "journey", "import", str(SAMPLE / "journey.yaml"), "--trust")
    place = json.loads(throughline(surroundings, "place", "add", "Leith shop", "--json"))
    word = token()
    note = {"id": uuid4().hex, "text": f"The box arrived crushed, {word}.", "touchpoint": "Opening the parcel"}
    taken = send_json(f"{door(line)}/f/{place['id']}", note)
    mail = line.mail(word, to="packing@")
    cases = [json.loads(row) for row in throughline(surroundings, "case", "list").splitlines()]

    assert taken.status == 201
    assert SENDER in mail["from"]
    assert [(case["department"], word in case["quote"]) for case in cases] == [("Packing", True)]


def door(line: Line) -> str:
    """The deployed HTTP API; its own address resolves in browsers only, the local AWS's other one everywhere."""
    described = line.stack.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    outputs = {one["OutputKey"]: one["OutputValue"] for one in described["Outputs"]}
    return f"{line.state.aws_endpoint}/_aws/execute-api/{outputs['ApiId']}/$default"


def throughline(surroundings: dict[str, str], *arguments: str) -> str:
    named = ("--stack", STACK, "--region", surroundings["AWS_DEFAULT_REGION"])
    return done(surroundings, sys.executable, "-c", COMMAND, *arguments, *named)


def done(surroundings: dict[str, str], *command: str) -> str:
    ended = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=REPOSITORY, env=surroundings, capture_output=True, text=True, timeout=180, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout
