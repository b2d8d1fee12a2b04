"""The operator's commands in this process, each time on rooms of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from types import ModuleType
from typing import Self

import pytest
from click import Command
from click.testing import CliRunner, Result

from operate import wire


@contextmanager
def rooms_anew() -> Iterator[None]:
    """No command finds the rooms of another test's stack."""
    _forget()
    yield
    _forget()


def result_of(command: Command, *arguments: str) -> Result:
    """How it ended; what it raises for the command line to tell, raised."""
    result = CliRunner().invoke(command, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def given_at(monkeypatch: pytest.MonkeyPatch, moment: datetime, *commands: ModuleType) -> None:
    """The commands of these modules are given at this moment."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(moment.timestamp(), tz)

    for module in commands:
        monkeypatch.setattr(module, "datetime", Then)


def _forget() -> None:
    for kept in (wire._ledger, wire._atlas):
        kept.cache_clear()
