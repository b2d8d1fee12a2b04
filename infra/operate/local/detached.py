"""`up` in the background: started apart from the terminal, awaited until it is ready."""

import subprocess
import sys
import time

from operate.local.checkout import Checkout
from operate.local.server import tail
from operate.local.state import State, read_state

LOOK_EVERY_SECONDS = 0.1


class DidNotComeUpError(Exception):
    """The `up` in the background ended before it was ready; the message is what it said."""


def start_detached(checkout: Checkout, port: int | None) -> State:
    """Start `up` in the background and give its state once it is ready."""
    log = checkout.kept / "up.log"
    asked = ["--port", str(port)] if port is not None else []
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", "from operate.commands.local import up; up()", *asked],
            cwd=checkout.root,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    while process.poll() is None:
        state = read_state(checkout)
        if state is not None and state.pid == process.pid:
            return state
        time.sleep(LOOK_EVERY_SECONDS)
    raise DidNotComeUpError(tail(log).removeprefix("throughline: "))
