"""`throughline park`: everything that came in and waits or was set aside, with its reason."""

import json

import click

from operate.stack import find_stack, stack_options
from operate.wire import open_ledger


@click.group(epilog="Example: throughline park list")
def park() -> None:
    """What was set aside, parked or could not be handled."""


@park.command("list", epilog="Example: throughline park list")
@stack_options
def list_parked(stack: str | None, region: str | None, profile: str | None) -> None:
    """One JSON line each, the oldest first."""
    room = open_ledger(find_stack(stack, region, profile))
    for item in room.cases.parked():
        _say(item.line, item.since, "triage", item.reason, item.words)
    for aside in room.facts.asides():
        _say(aside.id, aside.on.isoformat(), aside.door, aside.reason, aside.what)


def _say(name: str, since: str, where: str, reason: str, what: str) -> None:
    row = {"id": name, "since": since, "where": where, "reason": reason, "what": what}
    click.echo(json.dumps(row, ensure_ascii=False))
