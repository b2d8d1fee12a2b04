"""`throughline demo`: the whole line, on this machine, with nothing leaving it."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

from operate.local.checkout import Checkout, find_checkout
from operate.local.outbox import Outbox
from operate.local.state import State, read_state


@click.command(epilog="Example: throughline demo --once")
@click.option("--once", is_flag=True, help="Check every fact, print them as a table, and end: 0 only if all hold.")
def demo(*, once: bool) -> None:
    """Show a clerk's note, a driver's mail and three surveys on their way, and the digests of the week."""
    from operate.commands.local import stop_here
    from operate.demo.play import Stage, play
    from operate.demo.sample import load_sample
    from operate.local.status import status_of
    from operate.local.up import REFUSALS
    from operate.stack import local_stack
    from operate.wire import open_atlas

    checkout = find_checkout()
    for how in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(how, stop_here)
    try:
        with _stack(checkout) as state:
            stack = local_stack(state)
            _, places = load_sample(stack)
            people = tuple(open_atlas(stack).directory.people())
            facts = play(Stage(stack, status_of(state), Outbox(checkout.outbox), people, places[0], _say))
            for fact in facts:
                click.echo(f"{'yes' if fact.happened else 'NO '}  {fact.what}{f'  ({fact.seen})' if fact.seen else ''}")
            if not once:
                _stay(status_of(state)["urls"])
    except REFUSALS as error:
        _say(f"throughline: {error}")
        sys.exit(1)
    sys.exit(0 if all(fact.happened for fact in facts) else 1)


@contextmanager
def _stack(checkout: Checkout) -> Iterator[State]:
    from operate.local.up import running_stack

    running = read_state(checkout)
    if running is not None:
        yield running
        return
    with running_stack(checkout, None, _say) as (state, _):
        yield state


def _stay(urls: dict[str, str | None]) -> None:
    for name, url in urls.items():
        if url:
            _say(f"{name:8} {url}")
    _say("Nothing leaves this machine. Try it yourself; Ctrl-C ends it.")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        _say("Good-bye.")


def _say(text: str) -> None:
    click.echo(text, err=True)
