"""Holds a local stack that asks for every right, for as long as its standard input is open.

Run in a checkout of its own: `python holding.py`; prints one line once the stack is ready.
"""

import sys
from pathlib import Path

from operate.local import emulator
from operate.local.checkout import find_checkout
from operate.local.up import REFUSALS, running_stack


def main() -> int:
    emulator.__file__ = str(Path(__file__).with_name("asking_emulator.py"))
    try:
        with running_stack(find_checkout(), None, _tell) as (state, _):
            sys.stdout.write(f"{state.site_url}\n")
            sys.stdout.flush()
            sys.stdin.read()
    except REFUSALS as error:
        _tell(str(error))
        return 1
    return 0


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
