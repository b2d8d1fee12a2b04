"""Locks that die with their process, so that liveness never rests on a process number."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class LockHeldError(Exception):
    """Another living process holds the lock."""


def take(path: Path) -> TextIO:
    """Hold the lock for as long as the returned file stays open; notes the holder's number in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("a+", encoding="utf-8")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        handle.close()
        raise LockHeldError(path.name) from error
    handle.seek(0)
    handle.truncate()
    handle.write(str(os.getpid()))
    handle.flush()
    return handle


def holder(path: Path) -> int | None:
    """Give the process that holds the lock now, or none."""
    if not path.exists():
        return None
    with path.open("r", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(handle.read().strip() or 0) or None
    return None


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock for a block."""
    handle = take(path)
    try:
        yield
    finally:
        handle.close()
