"""A checkout of its own for each stack, driven through the command as a person would."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from operate.local.checkout import Checkout, find_checkout
from operate.local.environment import ensure_ministack
from operate.local.state import UP_LOCK, WATCHER_LOCK, lock_of, read_state
from operate.stack import Stack, local_stack

HERE = Path(__file__).parent
RUN = "import sys; from operate.commands import local; getattr(local, sys.argv.pop(1))(prog_name='throughline')"

# A shell makes what it starts in the background deaf to ctrl-C; what is started here has to hear it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.enable_socket)


@dataclass(frozen=True)
class Here:
    """One checkout with a small built template."""

    root: Path

    @property
    def checkout(self) -> Checkout:
        return Checkout(self.root)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", RUN, *arguments]
        return subprocess.run(  # noqa: S603 (our own command)
            command, cwd=self.root, capture_output=True, text=True, timeout=90, check=False
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", RUN, *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.root, stdout=pipe, stderr=pipe, text=True)  # noqa: S603 (as above)

    def up(self, *arguments: str) -> dict[str, Any]:
        done = self.run("up", "--detach", "--json", *arguments)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def stack(self) -> Stack:
        state = read_state(self.checkout)
        assert state is not None
        return local_stack(state)

    def process(self, *, watcher: bool = False) -> int:
        return int(lock_of(self.checkout, WATCHER_LOCK if watcher else UP_LOCK).read_text(encoding="utf-8"))

    def processes(self) -> list[str]:
        """Every process on this machine that works on this checkout."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().decode().replace("\0", " ")
                where = str((folder / "cwd").readlink())
            except OSError:
                continue
            if str(self.root) in command or where.startswith(str(self.root)):
                found.append(command)
        return found


def make_checkout(root: Path) -> Here:
    shutil.copytree(HERE / "small", root / ".aws-sam" / "build")
    (root / "template.yaml").touch()
    (Checkout(root).kept / "ministack").symlink_to(ensure_ministack(find_checkout(HERE)).parents[1])
    return Here(root)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Here]:
    made = make_checkout(tmp_path / "checkout")
    yield made
    made.run("down")


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Here]:
    made = make_checkout(tmp_path_factory.mktemp("standing") / "checkout")
    made.up()
    yield made
    made.run("down")
