"""Runs a deployed function in a child process that really dies: at either end of any of its calls, unwarned.

Import it before the first AWS client is made: a client keeps the hooks that stood when it was made.
"""

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import Any

from botocore import handlers, session
from botocore.loaders import create_loader

from operate.stack import Stack
from operate.wire import enter
from throughline.adapters.clock import WallClock
from throughline.adapters.wiring import AtlasRoom, LedgerRoom

RAISED, UNDONE, KILLED, MOST_CALLS = 252, 253, 254, 200
FINE = (200, 201)
UNLIMITED = {"CASE_MAILS_A_DAY": "1000000"}  # all mails are of one department, and each is waited for


@dataclass(frozen=True, slots=True)
class Kill:
    """Which end of which call a process dies at, counted from 1."""

    call: int
    after: bool

    def __str__(self) -> str:
        return f"{'after' if self.after else 'before'} call {self.call}"


class _Armed:
    """The kill that waits in this process, and the calls made so far."""

    kill: Kill | None = None
    calls = 0


def _before(**_call: object) -> None:
    _Armed.calls += 1
    _strike(after=False)


def _after(**_call: object) -> None:
    _strike(after=True)


def _strike(*, after: bool) -> None:
    if _Armed.kill == Kill(_Armed.calls, after):
        os._exit(KILLED)


_LOADER = create_loader()
session.create_loader = lambda _path: _LOADER  # read once for all clients: it takes longer than all else
handlers.BUILTIN_HANDLERS[:0] = [("before-send", _before), ("after-call", _after)]


class Children:
    """Functions as they are deployed, each run in a child of its own; clients are made here and connect there."""

    def __init__(self, stack: Stack, functions: Iterable[str]) -> None:
        enter(stack)
        configurations = stack.client("lambda")
        for function in functions:
            told = configurations.get_function_configuration(FunctionName=f"{stack.name}-{function}")
            os.environ.update(told["Environment"]["Variables"], POWERTOOLS_LOG_LEVEL="CRITICAL", **UNLIMITED)
            _warm(import_module(f"{function}.handler"))

    def run(
        self, function: str, event: dict[str, Any], kill: Kill | None = None, later: timedelta | None = None
    ) -> int:
        """How it ended: the number of its calls, or KILLED, UNDONE, RAISED; `later` is how far its clock is ahead."""
        return self.wait(self.start(function, event, kill, later))

    def start(
        self, function: str, event: dict[str, Any], kill: Kill | None = None, later: timedelta | None = None
    ) -> int:
        """The number of a child that runs it; `later` is how far its clock is ahead."""
        child = os.fork()
        if child == 0:
            _live(function, event, kill, later or timedelta())
        return child

    @staticmethod
    def wait(child: int) -> int:
        """How it ended: the number of its calls, or RAISED, UNDONE, KILLED."""
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _live(function: str, event: dict[str, Any], kill: Kill | None, later: timedelta) -> None:
    try:
        _Armed.kill, _Armed.calls = kill, 0
        WallClock.now = lambda _clock: datetime.now(UTC) + later  # type: ignore[method-assign, assignment]
        answer = import_module(f"{function}.handler").handle(event, None)
        os._exit(min(_Armed.calls, MOST_CALLS) if _is_fine(answer) else UNDONE)
    except BaseException:  # noqa: BLE001 - whatever happens, the child ends here
        traceback.print_exc(file=sys.stderr)
        os._exit(RAISED)


def _is_fine(answer: Any) -> bool:
    told = answer if isinstance(answer, dict) else {}
    return not told.get("batchItemFailures") and told.get("statusCode", FINE[0]) in FINE


def _warm(handler: ModuleType) -> None:
    """Make what a worker makes once, and no connection."""
    for made in _made_once(handler):
        if isinstance(made, LedgerRoom | AtlasRoom):
            made.record._get_connection().connection.client  # noqa: B018, SLF001 - making it is what is wanted


def _made_once(handler: ModuleType) -> Iterator[Any]:
    for kept in list(vars(handler).values()):
        if hasattr(kept, "cache_clear"):
            yield kept()
