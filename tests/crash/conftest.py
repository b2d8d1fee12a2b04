"""The stand that a module's scenarios share, and the line that says how much was tried."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.loaders import Loader, create_loader

from crash.stand import Stand, standing

TRIED: Counter[str] = Counter()
REPORT = "CRASH_REPORT"  # names a file that the counts are written to


@pytest.fixture(scope="session")
def loader() -> Loader:
    return create_loader()


@pytest.fixture(scope="module")
def stand(loader: Loader) -> Iterator[Stand]:
    with standing(loader) as made:
        yield made


@pytest.fixture(scope="session")
def tried() -> Counter[str]:
    return TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TRIED:
        told = ", ".join(f"{count:,} {name}" for name, count in TRIED.items())
        terminalreporter.write_line(f"crash matrix: {told}")
    if os.environ.get(REPORT):
        failed = sum(len(terminalreporter.getreports(how)) for how in ("failed", "error"))
        Path(os.environ[REPORT]).write_text(json.dumps({**TRIED, "failed": failed}), encoding="utf-8")
