"""Taking the local AWS down, whatever became of its `up`."""

import os
import signal
import time
from contextlib import suppress

from operate.local.checkout import Checkout
from operate.local.locks import holder
from operate.local.state import UP_LOCK, WATCHER_LOCK, lock_of

PATIENCE_SECONDS = 15.0
LAST_RESORT_SECONDS = 5.0
LOOK_EVERY_SECONDS = 0.05


class StillRunningError(Exception):
    """Something would not end; the message names the process."""


def take_down(checkout: Checkout) -> bool:
    """End all of the local stack and tell whether anything ran."""
    process = holder(lock_of(checkout, UP_LOCK))
    send(process, signal.SIGTERM)
    if not gone(checkout, process, PATIENCE_SECONDS):
        send(process, signal.SIGKILL)
        if not gone(checkout, process, LAST_RESORT_SECONDS):
            left = [holder(lock_of(checkout, name)) for name in (UP_LOCK, WATCHER_LOCK)]
            raise StillRunningError(f"these processes did not end: {left}; end them by hand with `kill -9`")
    checkout.state_file.unlink(missing_ok=True)
    return process is not None


def send(process: int | None, how: signal.Signals) -> None:
    """Send a signal to a process that may have ended."""
    if process is not None:
        with suppress(ProcessLookupError):
            os.kill(process, how)


def gone(checkout: Checkout, process: int | None, seconds: float) -> bool:
    """Wait until neither `up` nor its watcher lives."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        held = any(holder(lock_of(checkout, name)) for name in (UP_LOCK, WATCHER_LOCK))
        if not held and not lives(process):
            return True
        time.sleep(LOOK_EVERY_SECONDS)
    return not any(holder(lock_of(checkout, name)) for name in (UP_LOCK, WATCHER_LOCK))


def lives(process: int | None) -> bool:
    """Tell whether a process still runs."""
    try:
        os.kill(process or 0, 0)
    except ProcessLookupError:
        return False
    return process is not None
