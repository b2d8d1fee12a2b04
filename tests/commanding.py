"""The operator's commands in this process, each time on rooms of their own."""

from collections.abc import Iterator
from contextlib import contextmanager

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


def _forget() -> None:
    for kept in (wire._ledger, wire._atlas):
        kept.cache_clear()
