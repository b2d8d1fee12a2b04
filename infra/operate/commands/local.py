"""Commands of the local AWS: up, down, status, tick, outbox."""

import json
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import click

from operate.local.checkout import Checkout, find_checkout
from operate.local.outbox import Outbox, as_line
from operate.local.state import State, read_state

ALREADY = "the local stack is up already; end it with `throughline down`"
ISO = "ISO 8601, such as 2026-11-23T09:00:00Z; without a zone it is UTC"


def say(text: str) -> None:
    """Talk to the person, beside the result."""
    click.echo(text, err=True)


def fail(error: Exception) -> None:
    """Say why it could not be done, and end with 1."""
    say(f"throughline: {error}")
    sys.exit(1)


@click.command(epilog="Example: throughline up --detach")
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the site; else a free one.")
@click.option("--detach", is_flag=True, help="Return when ready and keep running.")
@click.option("--json", "as_json", is_flag=True, help="Print the status as JSON.")
def up(port: int | None, *, detach: bool, as_json: bool) -> None:
    """Start the local AWS with the built stack on it."""
    checkout = find_checkout()
    running = read_state(checkout)
    if running is not None:
        say(ALREADY)
        show(running, as_json=as_json)
        return
    if detach:
        up_detached(checkout, port, as_json=as_json)
    else:
        up_here(checkout, port, as_json=as_json)


def up_detached(checkout: Checkout, port: int | None, *, as_json: bool) -> None:
    """Start in the background."""
    from operate.local.detached import DidNotComeUpError, start_detached

    try:
        show(start_detached(checkout, port), as_json=as_json)
    except DidNotComeUpError as error:
        fail(error)
    say("It keeps running. Next: `throughline status`, and `throughline down` to end it.")


def up_here(checkout: Checkout, port: int | None, *, as_json: bool) -> None:
    """Start and stay until told to stop."""
    from operate.local import up as local_up

    for how in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(how, stop_here)
    try:
        with local_up.running_stack(checkout, port, say) as (state, server):
            show(state, as_json=as_json)
            say("Ctrl-C ends it.")
            server.watcher.wait()
            fail(local_up.ended_by_itself(server))
    except KeyboardInterrupt:
        say("the local stack is down")
    except local_up.REFUSALS as error:
        fail(error)


def stop_here(*_: Any) -> None:
    """Treat a polite end like Ctrl-C."""
    raise KeyboardInterrupt


@click.command(epilog="Example: throughline down")
def down() -> None:
    """End the local AWS; no process and no port is left."""
    from operate.local.down import StillRunningError, take_down

    try:
        ran = take_down(find_checkout())
    except StillRunningError as error:
        fail(error)
    say("the local stack is down" if ran else "nothing was running")


@click.command(epilog="Example: throughline status --json")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(*, as_json: bool) -> None:
    """Show what runs locally and how to reach it."""
    state = read_state(find_checkout())
    show(state, as_json=as_json)
    if state is None:
        say("nothing runs here: start it with `throughline up`")
        sys.exit(1)


def show(state: State | None, *, as_json: bool) -> None:
    """Print the status as JSON or as one fact a line."""
    from operate.local.status import status_of

    told = status_of(state)
    if as_json:
        click.echo(json.dumps(told, indent=1))
        return
    if told["ready"]:
        rows = {**told["urls"], "mail in": told["smtp"], "AWS": told["aws_endpoint"], "bus": told["bus"]}
        for name, value in rows.items():
            if value:
                click.echo(f"{name:8} {value}")
    else:
        click.echo("not running")


@click.command(epilog="Example: throughline tick --at 2026-11-23T09:00:00Z")
@click.option("--at", help=f"The time that the functions see: {ISO}. Else now.")
def tick(at: str | None) -> None:
    """Fire every scheduled function as if it were that time."""
    from operate.local.tick import LONGEST_RUN_SECONDS, fire_all
    from operate.stack import find_stack

    moment = moment_of(at, "--at") or datetime.now(UTC)
    stack = find_stack()
    client = stack.client("lambda", read_timeout=LONGEST_RUN_SECONDS, retries={"total_max_attempts": 1})
    wrong = 0
    for fired in fire_all(client, stack.outputs.get("ScheduledFunctions", ""), moment):
        wrong += not fired.fine
        click.echo(f"{fired.function}  {'done' if fired.fine else 'failed'}  {fired.result}")
    if wrong:
        fail(ValueError(f"{wrong} of the scheduled functions failed; their logs lie in CloudWatch Logs"))


@click.group(epilog="Example: throughline outbox list")
def outbox() -> None:
    """Show the mails that the local stack sent."""


@outbox.command("list", epilog="Example: throughline outbox list --since 2026-11-23T09:00:00Z")
@click.option("--since", help=f"Only mails from this time on: {ISO}.")
def list_mails(since: str | None) -> None:
    """Print one JSON line a mail, in the order they were sent."""
    kept = Outbox(find_checkout().outbox)
    for sent in kept.all(moment_of(since, "--since")):
        click.echo(json.dumps(as_line(sent, kept.raw(sent.id)), ensure_ascii=False))


@outbox.command("show", epilog="Example: throughline outbox show 0f6c6f0e-...")
@click.argument("mail_id", metavar="ID")
def show_mail(mail_id: str) -> None:
    """Print one mail as it went out."""
    kept = Outbox(find_checkout().outbox)
    sent = kept.find(mail_id)
    if sent is None:
        fail(LookupError(f"no mail {mail_id!r}: `throughline outbox list` shows all"))
    else:
        sys.stdout.buffer.write(kept.raw(sent.id))


@outbox.command("clear", epilog="Example: throughline outbox clear")
def clear_mails() -> None:
    """Forget all mails sent so far."""
    say(f"{Outbox(find_checkout().outbox).clear()} mails forgotten")


def moment_of(text: str | None, option: str) -> datetime | None:
    """Read a time as a person writes it."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not a time; write {ISO}", param_hint=option) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
