"""Kills the processes that the local AWS runs functions in, as a failing machine would."""

import os
import random
import signal
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from operate.local.state import State

WORKER = b"_worker.py"


def kill_a_worker(state: State | None) -> int:
    """SIGKILL to one of the processes that this stack's functions run in; how many were killed."""
    workers = list(_workers(state.pid if state else 0))
    if not workers:
        return 0
    with suppress(ProcessLookupError):
        os.kill(random.choice(workers), signal.SIGKILL)  # noqa: S311 - any will do
        return 1
    return 0


def _workers(up: int) -> Iterator[int]:
    """The processes of functions, below the emulator that this `up` started."""
    parents = dict(_processes())
    for process in parents:
        if WORKER in _command(process) and up in _above(process, parents):
            yield process


def _above(process: int, parents: Mapping[int, int]) -> Iterator[int]:
    while process in parents:
        process = parents[process]
        yield process


def _processes() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield int(folder.name), int((folder / "stat").read_text().rpartition(")")[2].split()[1])


def _command(process: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""
