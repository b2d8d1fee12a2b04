"""What every runner does: JSON lines in, one call for each under the CPU's clock, JSON lines out.

Runners know the standard library and what they run, nothing of ours: they start in other environments.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Line = Mapping[str, Any]
Call = Callable[[Line], Line]
SHOWN = 200


def run(name: str, load: Callable[[Sequence[Line]], Call]) -> None:
    """Tell the version and what loading cost, then for each line what came of it and its CPU time, both in ms.

    What is run may print what it likes: only our lines go to stdout.
    """
    answers, sys.stdout = sys.stdout, sys.stderr
    lines = [json.loads(line) for line in sys.stdin]
    before = time.process_time()
    call = load(lines)
    told = {"load_ms": _since(before), "version": _version(name)}
    for answer in (told, *(_clocked(call, line) for line in lines)):
        answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _clocked(call: Call, line: Line) -> Line:
    before = time.process_time()
    try:
        answer = call(line)
    except Exception as error:  # noqa: BLE001 - a fall is one of the figures
        answer = {"fell": f"{type(error).__name__}: {error}"[:SHOWN]}
    return {**answer, "cpu_ms": _since(before)}


def _since(before: float) -> float:
    return round((time.process_time() - before) * 1000, 4)


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # late: it brings what some would have to load

    try:
        return version(name) if name else ""
    except PackageNotFoundError:
        return ""
