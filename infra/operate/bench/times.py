"""How long things take on this machine: told beside what they may take, never decisive."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from uuid import uuid4

from operate.bench.figures import Figure
from operate.bench.spare import spare_checkout
from operate.demo.doors import mails, send_json, until
from operate.demo.sample import load_sample
from operate.local.checkout import Checkout
from operate.local.outbox import Outbox
from operate.local.state import read_state
from operate.stack import local_stack

COMMAND = "from operate.cli import main; main()"
NOTES = 7


class CommandFailedError(RuntimeError):
    """A command that was to be timed did not do what it should."""


def time_figures() -> Iterator[Figure]:
    """`up`, a note's way to its mail, and the demo; all on a stack of their own, which is gone afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        checkout = spare_checkout(Path(scratch) / "checkout")
        with _up(checkout):
            pass
        began = time.monotonic()
        with _up(checkout):
            yield Figure("up, when set up before", time.monotonic() - began, "s", 12, decides=False)
            took = _note_to_mail(checkout)
            yield Figure(f"a note to its mail in the outbox, median of {NOTES}", took, "s", 3, decides=False)
        began = time.monotonic()
        _run(checkout, "demo", "--once")
        yield Figure("demo --once, when set up before", time.monotonic() - began, "s", decides=False)


@contextmanager
def _up(checkout: Checkout) -> Iterator[None]:
    try:
        _run(checkout, "up", "--detach")
        yield
    finally:
        _run(checkout, "down")


def _note_to_mail(checkout: Checkout) -> float:
    """The functions are warm: one note goes before those that are timed."""
    state = read_state(checkout)
    if state is None:
        raise CommandFailedError("the stack ended by itself")
    _, places = load_sample(local_stack(state))
    form, outbox = f"{state.site_url}/f/{places[0].id}", Outbox(checkout.outbox)
    return median([_timed(form, outbox) for _ in range(NOTES + 1)][1:])


def _timed(form: str, outbox: Outbox) -> float:
    name, began = uuid4().hex, time.monotonic()
    send_json(form, {"id": name, "text": f"The box arrived crushed, {name}", "touchpoint": "Opening the parcel"})
    until("the mail", lambda: [mail for mail in mails(outbox) if name in mail["text"]])
    return time.monotonic() - began


def _run(checkout: Checkout, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", COMMAND, *arguments], cwd=checkout.root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        command = " ".join(("throughline", *arguments))
        raise CommandFailedError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
