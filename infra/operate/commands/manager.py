"""`throughline manager`: who may see the managers' pages."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from operate.commands.tell import say
from operate.managers import Manager, ManagerPool
from operate.stack import find_stack, stack_options
from throughline.domain.address import address_in
from throughline.errors import Refused

WORKS_AT_ONCE = "They are signed out everywhere, from now on."


@click.group(epilog="Example: throughline manager add cx@shop.example")
def manager() -> None:
    """Who may decide what waits, edit the map and see what is held back."""


@manager.command("add", epilog="Example: throughline manager add cx@shop.example")
@click.argument("email")
@stack_options
def add(stack: str | None, region: str | None, profile: str | None, email: str) -> None:
    """Let somebody in: Cognito mails them a first password; whoever signed in through a directory needs none."""
    if address_in(email) != email:
        raise Refused(f"{email} is no mail address.", field="EMAIL", do="Write it in full, such as cx@shop.example.")
    pool = ManagerPool(find_stack(stack, region, profile))
    invited = pool.add(email)
    say(f"A first password goes to {email}. They sign in at:" if invited else "They may, from now on, at:")
    click.echo(pool.address)


@manager.command("list", epilog="Example: throughline manager list")
@stack_options
def list_managers(stack: str | None, region: str | None, profile: str | None) -> None:
    """Who may, one JSON line each."""
    for row in _rows(ManagerPool(find_stack(stack, region, profile)).all()):
        click.echo(row)


@manager.command("remove", epilog="Example: throughline manager remove cx@shop.example")
@click.argument("email")
@click.option("--only-out", is_flag=True, help="End their sessions, and let them sign in anew.")
@stack_options
def remove(stack: str | None, region: str | None, profile: str | None, email: str, *, only_out: bool) -> None:
    """Let somebody in no more; their sessions end at once."""
    pool = ManagerPool(find_stack(stack, region, profile))
    ended = pool.sign_out(email) if only_out else pool.remove(email)
    click.echo(json.dumps({"email": email, "sessions_ended": ended}))
    say(WORKS_AT_ONCE)


def _rows(found: Iterator[Manager]) -> Iterator[str]:
    return (json.dumps(asdict(one), ensure_ascii=False) for one in found)
