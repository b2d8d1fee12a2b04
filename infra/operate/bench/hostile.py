"""Hostile input at scale: a hundred thousand tries at the doors, a million changed links; every one has to end well."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from operate.bench.figures import Figure, all_hold, as_table
from operate.local.checkout import find_checkout

TRIES, LINKS = 2_500, 1_000_000
WANTED = 100_000
ROOMS = ("tests/hostile", "tests/links")
CHANGED, ACCEPTED = "changed links", "changed links accepted"
SHOWN = 20_000


@dataclass(frozen=True, slots=True)
class Searched:
    """What was tried where, how many of the tests found something, and what they said."""

    tried: Mapping[str, int]
    failed: int
    said: str


def hostile_figures() -> Iterator[Figure]:
    """Inputs tried and faults found; what a fault looks like goes to stderr, with the input that shows it."""
    found = searched(find_checkout().root, TRIES, LINKS)
    if found.failed:
        print(found.said[-SHOWN:], file=sys.stderr)
    doors = {door: count for door, count in found.tried.items() if door not in (CHANGED, ACCEPTED)}
    total = sum(doors.values())
    yield Figure("hostile inputs at the doors", total, "inputs", parts=doors)
    yield Figure(f"hostile inputs short of {WANTED:,}", max(0, WANTED - total), "inputs", 0)
    yield Figure("tests that found a fault under them", found.failed, "tests", 0)
    yield Figure(CHANGED, found.tried.get(CHANGED, 0), "links")
    yield Figure(f"{CHANGED} short of {LINKS:,}", max(0, LINKS - found.tried.get(CHANGED, 0)), "links", 0)
    yield Figure(ACCEPTED, found.tried.get(ACCEPTED, 0), "links", 0)


def searched(root: Path, tries: int, links: int) -> Searched:
    """Run the tests of hostile input with so many tries a door and so many changed links."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "tried.json"
        wanted = {"THROUGHLINE_TRIES": str(tries), "THROUGHLINE_TOKENS": str(links), "THROUGHLINE_TRIED": str(told)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ROOMS]
        ran = subprocess.run(  # noqa: S603 - our own tests
            command, cwd=root, env={**os.environ, **wanted}, capture_output=True, text=True, check=False
        )
        document: dict[str, Any] = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
    failed = int(document.get("failed", 0)) or int(ran.returncode != 0)
    return Searched(document.get("tried", {}), failed, ran.stdout + ran.stderr)


if __name__ == "__main__":
    figures = list(hostile_figures())
    print("\n".join(as_table(figures)))
    sys.exit(0 if all_hold(figures) else 1)
