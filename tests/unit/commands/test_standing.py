"""The operator's look at addresses that no mail arrives at."""

import json
from collections.abc import Callable, Iterator

import boto3
import pytest
from click.testing import Result

from aws import ATLAS, LEDGER, REGION, ROOT_WORD, SECRET, make_tables
from commanding import result_of, rooms_anew
from fakes.values import small_map
from operate.commands import standing as commands
from operate.commands.mail import mail
from operate.stack import Stack
from throughline.adapters.wiring import AtlasRoom, LedgerRoom
from throughline.domain.subject import subject_of
from throughline.errors import Refused

Command = Callable[..., Result]
PACKING, ROS = "packing@shop.example", "ros.wren@shop.example"


def code(address: str) -> str:
    return subject_of(ROOT_WORD.encode(), address)


@pytest.fixture
def run(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:  # noqa: ARG001 - it runs on what it pretends
    make_tables()
    boto3.client("secretsmanager").create_secret(Name=SECRET, SecretString=json.dumps({"root": ROOT_WORD}))
    stack = Stack("here", {"LedgerTable": LEDGER, "AtlasTable": ATLAS, "SecretId": SECRET}, REGION, local=False)
    monkeypatch.setattr(commands, "find_stack", lambda *_options: stack)
    AtlasRoom(ATLAS).maps.replace(small_map())

    def ran(*arguments: str) -> Result:
        return result_of(mail, "standing", *arguments)

    with rooms_anew():
        yield ran


def test_who_is_out_of_reach_is_listed_departments_by_name(run: Command) -> None:
    standings = LedgerRoom(LEDGER).standings
    for address, staff in ((PACKING, True), (ROS, False)):
        standings.bounced(code(address), "m1", lasting=True, staff=staff)
    rows = [json.loads(line) for line in run().stdout.splitlines()]
    assert [(row["code"], row["department"], row["bounces"]) for row in rows] == [
        (code(PACKING), "Packing", 1),
        (code(ROS), "", 1),
    ]
    assert ROS not in run().stdout


def test_one_address_is_looked_up_and_mended(run: Command) -> None:
    assert run(ROS).stdout == f"{ROS}: reachable\n"
    LedgerRoom(LEDGER).standings.bounced(code(ROS), "m1", lasting=True, staff=False)
    assert run(ROS.upper()).stdout.startswith(f"{ROS.upper()}: unreachable since ")
    assert run(ROS, "--mended").stdout == f"{ROS}: reachable\n"
    with pytest.raises(Refused, match="Nothing is noted"):
        run(ROS, "--mended")


def test_mending_needs_an_address(run: Command) -> None:
    assert run("--mended").exit_code == 2
