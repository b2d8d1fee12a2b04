import os
import signal
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from e2e.local.conftest import Here, make_checkout
from operate.local.ports import any_free


def eventually_gone(here: Here, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not here.processes():
            return True
        time.sleep(0.05)
    return False


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def at_a_port_of_its_own(here: Here) -> dict[str, Any]:
    """Up where no other stack of these tests goes; the usual port is taken by the next that comes up."""
    return here.up("--port", str(any_free()))


def test_down_leaves_no_process_and_no_port(here: Here) -> None:
    told = at_a_port_of_its_own(here)
    ports = [port_of(told[name]) for name in ("smtp", "aws_endpoint")] + [port_of(told["urls"]["api"])]
    assert all(map(is_open, ports))

    assert here.run("down").returncode == 0
    assert here.processes() == []
    assert not any(map(is_open, ports))
    assert not here.checkout.state_file.exists()
    assert here.run("status").returncode == 1


@pytest.mark.parametrize("watcher", [False, True])
def test_a_crash_leaves_nothing_either(here: Here, watcher: bool) -> None:
    told = at_a_port_of_its_own(here)
    here.stack().client("lambda").invoke(
        FunctionName=here.stack().outputs["ScheduledFunctions"], Payload=b'{"time":""}'
    )
    os.kill(here.process(watcher=watcher), signal.SIGKILL)

    assert eventually_gone(here)
    assert not is_open(port_of(told["urls"]["api"]))
    assert here.run("status", "--json").returncode == 1
    assert here.run("down").returncode == 0
    assert not here.checkout.state_file.exists()


def test_an_up_that_is_up_says_where(here: Here) -> None:
    first = here.up()
    again = here.run("up")

    assert again.returncode == 0
    assert first["urls"]["outbox"] in again.stdout
    assert "already" in again.stderr


def test_ctrl_c_takes_everything_down(here: Here) -> None:
    with here.start("up") as running:
        deadline = time.monotonic() + 30
        while not here.checkout.state_file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=20)

    assert running.returncode == 0
    assert "is down" in told
    assert here.processes() == []


def test_two_checkouts_are_up_at_once(here: Here, tmp_path: Path) -> None:
    other = make_checkout(tmp_path / "other")
    try:
        assert here.up()["urls"]["api"] != other.up()["urls"]["api"]
        assert other.run("down").returncode == 0
        assert here.run("status").returncode == 0
    finally:
        other.run("down")


def test_a_busy_port_is_named_with_the_way_out(here: Here) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for more in ([], ["--detach"]):
            done = here.run("up", "--port", str(port), *more)

            assert done.returncode == 1
            assert f"port {port}" in done.stderr
            assert "--port" in done.stderr
    assert here.processes() == []


def test_a_stack_that_cannot_be_made_names_the_resource_and_leaves_nothing(here: Here) -> None:
    template = here.root / ".aws-sam" / "build" / "mail" / "template.yaml"
    text = template.read_text(encoding="utf-8").replace("[send, delivery, bounce, complaint]", "[rain]")
    template.write_text(text, encoding="utf-8")
    done = here.run("up")

    assert done.returncode == 1
    assert "Destination" in done.stderr
    assert here.processes() == []


def test_without_a_build_it_says_what_to_do(here: Here) -> None:
    (here.root / ".aws-sam" / "build" / "template.yaml").unlink()
    done = here.run("up")

    assert done.returncode == 1
    assert "make build" in done.stderr


def test_coming_up_when_set_up_before_packs_and_installs_nothing_again(here: Here) -> None:
    here.up()
    here.run("down")
    made = made_before(here)
    here.up()

    assert len(made) > 1000
    assert made_before(here) == made


def made_before(here: Here) -> dict[Path, int]:
    """What takes long to make, and when each of it was made: the packed functions, the installed local AWS."""
    rooms = (here.checkout.zips, here.checkout.kept / "ministack")
    files = (path for room in rooms for path in room.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path: path.stat().st_mtime_ns for path in files}
