"""Holds a local stack for as long as its standard input is open: when the tests end, however they end, so does it.

Run in a checkout of its own: `python holding.py`; prints one line once the stack is ready.
"""

import sys

from operate.local.checkout import find_checkout
from operate.local.up import REFUSALS, running_stack


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> int:
    try:
        with running_stack(find_checkout(), None, say) as (state, _):
            sys.stdout.write(f"{state.site_url}\n")
            sys.stdout.flush()
            sys.stdin.read()
    except REFUSALS as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
