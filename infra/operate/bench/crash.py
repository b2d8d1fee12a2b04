"""What survives crashes: the whole matrix in one process, and real kills on a local stack of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from operate.bench.figures import Figure
from operate.bench.spare import spare_checkout
from operate.bench.times import CommandFailedError
from operate.demo.sample import load_sample
from operate.local.checkout import Checkout, find_checkout
from operate.local.up import running_stack
from operate.stack import local_stack

MATRIX = "tests/crash"
RUNS, WORKERS = 500, 40
FAILED = 1


def crash_figures() -> Iterator[Figure]:
    """Promises that the matrix breaks, wrong designs it misses, what kills lose or double: all none; minutes long."""
    yield from matrix_figures(*_matrix())
    yield kill_figure(_killed())


def matrix_figures(failed: int, counted: Mapping[str, int]) -> Iterator[Figure]:
    """What the matrix found, and how much it tried."""
    tried = {name: count for name, count in counted.items() if "wrong" not in name}
    yield Figure("tests of the crash matrix that fail", failed, "", 0, parts=tried)
    known, found = counted.get("wrong designs tried", 0), counted.get("wrong designs found", 0)
    yield Figure(
        "wrong designs that the crash matrix misses", known - found, "", 0, parts={"wrong designs tried": known}
    )


def kill_figure(found: Mapping[str, Any]) -> Figure:
    """What was lost or doubled while processes were killed."""
    parts = {
        "runs": found["runs"],
        "functions killed at a call": found["kills"],
        "workers killed": found["workers"],
    }
    return Figure("things lost or doubled by kills", len(found["broken"]), "", 0, parts=parts)


def _matrix() -> tuple[int, Mapping[str, int]]:
    """How many tests fail, flows taken apart finely, and what they counted; what fails is told on stderr."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "counted.json"
        done = subprocess.run(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", MATRIX, "-q"],
            cwd=find_checkout().root,
            env={**os.environ, "CRASH_REPORT": str(report), "CRASH_DEEP": "1"},
            stdout=sys.stderr,
            check=False,
        )
        if done.returncode > FAILED or not report.exists():
            raise CommandFailedError(f"{MATRIX} ended with {done.returncode} and counted nothing")
        counted: dict[str, int] = json.loads(report.read_text(encoding="utf-8"))
    return counted.pop("failed", 0), counted


def _killed() -> Mapping[str, Any]:
    with _spare_stack() as checkout:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "operate.bench.kills", "--runs", str(RUNS), "--workers", str(WORKERS)],
            cwd=checkout.root,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    if not done.stdout:
        raise CommandFailedError(f"the kills ended with {done.returncode} and found nothing")
    found: dict[str, Any] = json.loads(done.stdout)
    for broken in found["broken"]:
        print(broken, file=sys.stderr)
    return found


@contextmanager
def _spare_stack() -> Iterator[Checkout]:
    with tempfile.TemporaryDirectory() as scratch:
        checkout = spare_checkout(Path(scratch) / "checkout")
        with running_stack(checkout, None, lambda _said: None) as (state, _):
            load_sample(local_stack(state))
            yield checkout
