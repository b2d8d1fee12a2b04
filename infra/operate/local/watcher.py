"""A small process between `up` and MiniStack that ends everything when `up` ends, however it ends.

It reads a pipe whose other end only `up` holds; the system closes that end even after a kill.
Run as a script with: lock file, folder for temporary files, the server's log, then the server's command.
"""

import ctypes
import fcntl
import os
import select
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

GRACE_SECONDS = 2.0
LOOK_EVERY_SECONDS = 0.25
PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Ask Linux to end this process with its parent; elsewhere the pipe alone does it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def end_group(server: subprocess.Popen[bytes]) -> None:
    """End the server and every worker that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(server.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        server.wait(GRACE_SECONDS)
    # Workers may outlive the server by a moment; the group still carries its number.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def wait_for_an_end(server: subprocess.Popen[bytes]) -> None:
    """Return when `up` is gone, or when the server has ended by itself."""
    while server.poll() is None:
        readable, _, _ = select.select([sys.stdin], [], [], LOOK_EVERY_SECONDS)
        if readable and not os.read(sys.stdin.fileno(), 1):
            return


def main(arguments: list[str]) -> int:
    """Start the server, watch, and leave nothing behind."""
    lock, scratch, log, *command = arguments
    with Path(lock).open("w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write(str(os.getpid()))
        held.flush()
        with Path(log).open("wb") as output:
            server = subprocess.Popen(  # noqa: S603 (the command is `up`'s own)
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=die_with_parent,  # noqa: PLW1509 (no threads here)
            )
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        wait_for_an_end(server)
        end_group(server)
        shutil.rmtree(scratch, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
