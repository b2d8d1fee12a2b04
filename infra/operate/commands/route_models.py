"""`throughline route models` and `route use`: what was learned, and putting an earlier model in place again."""

import json
from dataclasses import asdict
from datetime import UTC, datetime

import click

from operate.commands.tell import say
from operate.stack import find_stack, stack_options
from throughline.errors import Refused
from throughline.usecases.learn_routing import roll_back

TOLD = ("revision", "model", "on", "count", "right", "measured", "map_version", "why")


@click.command("models", epilog="Example: throughline route models")
@stack_options
def models(stack: str | None, region: str | None, profile: str | None) -> None:
    """What was put in place and why, one JSON line each, the newest first.

    The first routes now. Of `measured` decisions that were held back `right` were met.
    """
    from operate.wire import open_atlas

    placed = open_atlas(find_stack(stack, region, profile)).model
    for one in placed.history():
        known = asdict(one)
        click.echo(json.dumps({name: known[name] for name in TOLD}, default=str, ensure_ascii=False))


@click.command("use", epilog="Example: throughline route use 3f9a1c2b7d04")
@click.argument("name")
@stack_options
def use(stack: str | None, region: str | None, profile: str | None, name: str) -> None:
    """Put the model of this name in place again, until people have decided more; its first letters do."""
    from operate.wire import open_atlas

    pointer = open_atlas(find_stack(stack, region, profile)).model
    named = {one.model for one in pointer.history() if name and one.model.startswith(name)}
    current = pointer.current()
    if current and named == {current.model}:
        say("It is in place.")
        return
    placed = roll_back(model=name, pointer=pointer, today=datetime.now(UTC).date()) if named else None
    if placed is None:
        do = "See those that can come back: throughline route models"
        raise Refused(f"No single model is called {name}.", field="NAME", do=do)
    say(f"{placed.model[:12]} routes within a minute, until more is decided.")
