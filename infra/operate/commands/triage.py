"""`throughline triage`: what waits for a person, and deciding it."""

import json
from datetime import UTC, datetime

import click

from operate.stack import find_stack, stack_options
from operate.wire import letterhead, map_in_force, open_ledger
from throughline.usecases.decide_triage import decide_triage

GROUNDS = ("weighed", "hits", "model", "map_version", "confidence", "alike")


@click.group(epilog="Example: throughline triage list")
def triage() -> None:
    """What could not be decided."""


@triage.command("list", epilog="Example: throughline triage list")
@stack_options
def list_parked(stack: str | None, region: str | None, profile: str | None) -> None:
    """One JSON line each, the oldest first, with the likeliest departments."""
    for item in open_ledger(find_stack(stack, region, profile)).cases.parked():
        suggestions = [
            {"department": one.department, "touchpoint": one.touchpoint, "confidence": one.confidence}
            for one in item.alternatives
        ]
        row = {"id": item.line, "since": item.since, "reason": item.reason, "text": item.words}
        grounds = {name: getattr(item, name) for name in GROUNDS}
        said = {**row, "alternatives": suggestions, "by_meaning": item.by_meaning, **grounds}
        click.echo(json.dumps(said, ensure_ascii=False))


@triage.command("decide", epilog='Example: throughline triage decide F#..... "Unpacking at home"')
@click.argument("line", metavar="ID")
@click.argument("choice")
@stack_options
def decide(stack: str | None, region: str | None, profile: str | None, line: str, choice: str) -> None:
    """Say where it belongs: a touchpoint, a department, "praise" or "nobody"."""
    found = find_stack(stack, region, profile)
    room = open_ledger(found)
    reasons = decide_triage(
        line=line,
        choice=choice,
        facts=room.facts,
        cases=room.cases,
        journey_map=map_in_force(found),
        head=letterhead(found),
        now=datetime.now(UTC),
    )
    click.echo(json.dumps({"id": line, "decided": list(reasons)}, ensure_ascii=False))
