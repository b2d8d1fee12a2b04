"""Functions and workers that are really killed, on the local AWS; the benchmark does it some hundred times."""

import json
import subprocess
import sys
from random import randrange

from e2e.line import Line

RUNS, WORKERS = "12", "3"


def test_nothing_is_lost_and_no_mail_goes_twice_while_processes_are_killed(line: Line) -> None:
    seed = str(randrange(1_000_000))  # noqa: S311 - an order, no secret
    command = [sys.executable, "-m", "operate.bench.kills", "--runs", RUNS, "--workers", WORKERS, "--seed", seed]
    done = subprocess.run(command, cwd=line.root, capture_output=True, text=True, timeout=180, check=False)  # noqa: S603
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert found["broken"] == [], f"seed {seed}"
    assert found["kills"] > 0
    assert found["workers"] == int(WORKERS)
    line.quiet()
