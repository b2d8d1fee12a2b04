"""`throughline park`: everything that waits, was set aside or gave up, with its reason; and another try for it."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from operate.commands.park_surveys import AGAIN, STAYS, delivery_again, file_again, is_stored, put_stored
from operate.failed import Failed, FailedMessages
from operate.stack import Stack, find_stack, stack_options
from operate.wire import letterhead, map_in_force, open_ledger
from throughline.domain.line import Aside, ParkedItem
from throughline.domain.routing import Router
from throughline.errors import Refused
from throughline.usecases.import_file import DOOR as FILE
from throughline.usecases.judge_mail import VIRUS
from throughline.usecases.release_parked import release_parked

SURVEY = "survey"
Parked = ParkedItem | Aside | Failed


@click.group(epilog="Example: throughline park list")
def park() -> None:
    """What was set aside, parked or could not be handled."""


@park.command("list", epilog="Example: throughline park list")
@stack_options
def list_parked(stack: str | None, region: str | None, profile: str | None) -> None:
    """One JSON line each: what waits for a person, what was set aside, what gave up; each the oldest first."""
    found = find_stack(stack, region, profile)
    failed = FailedMessages(found)
    for one in _everything(found, failed):
        _say({**_row(one, failed), "what": _what(one)})


@park.command("show", epilog="Example: throughline park show Q#5d41402abc4b2a76b9719d911017c592")
@click.argument("name", metavar="ID")
@stack_options
def show(stack: str | None, region: str | None, profile: str | None, name: str) -> None:
    """One of them, whole."""
    found = find_stack(stack, region, profile)
    failed = FailedMessages(found)
    _say({**_row(one := _named(name, found, failed), failed), "what": _what(one)})


@park.command("release", epilog="Example: throughline park release --all --dry-run")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--all", "everything", is_flag=True, help="All that are listed.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@stack_options
def release(  # one parameter an option
    stack: str | None, region: str | None, profile: str | None, name: str | None, *, everything: bool, dry_run: bool
) -> None:
    """Try again, now that the cause is mended: by the map as it is, or by the function that failed.

    Safe to repeat: what has been done is not done twice, and no mail goes out twice. Ends with 1 if the one
    that was named has to stay.
    """
    if bool(name) == everything:
        raise click.UsageError("Name one ID, or say --all.")
    found = find_stack(stack, region, profile)
    failed = FailedMessages(found)
    chosen = [_named(name, found, failed)] if name else list(_everything(found, failed))
    done = [_released(one, found, failed, write=not dry_run) for one in chosen]
    for row in done:
        _say(row)
    sys.exit(1 if name and not done[0]["released"] else 0)


def _everything(stack: Stack, failed: FailedMessages) -> Iterator[Parked]:
    room = open_ledger(stack)
    yield from room.cases.parked()
    yield from room.facts.asides()
    yield from failed.all()


def _named(name: str, stack: Stack, failed: FailedMessages) -> Parked:
    found = next((one for one in _everything(stack, failed) if _id(one) == name), None)
    if found is None:
        raise Refused(f"Nothing is parked under “{name}”.", field="ID", do="See what is: throughline park list")
    return found


def _released(one: Parked, stack: Stack, failed: FailedMessages, *, write: bool) -> dict[str, Any]:
    try:
        released, what = _tried(one, stack, failed, write=write)
    except Refused as refused:
        released, what = False, refused.what
    return {"id": _id(one), "where": _where(one), "released": released, "what": what}


def _tried(one: Parked, stack: Stack, failed: FailedMessages, *, write: bool) -> tuple[bool, str]:
    if isinstance(one, Failed):
        return True, failed.release(one) if write else "another try"
    if isinstance(one, ParkedItem):
        return _routed(one, stack, write=write)
    if one.door == SURVEY:
        return delivery_again(one, stack, write=write)
    again = file_again if one.door == FILE else _mail_again
    return again(one, stack, failed, write=write)


def _mail_again(one: Aside, stack: Stack, failed: FailedMessages, *, write: bool) -> tuple[bool, str]:
    if one.door != "mail" or one.reason == VIRUS or not is_stored(stack, one.what):
        return False, STAYS
    if write:
        put_stored(stack, failed, "mail", one.what, released=one.held)
    return True, "taken in as a note" if one.held else AGAIN


def _routed(one: ParkedItem, stack: Stack, *, write: bool) -> tuple[bool, str]:
    room = open_ledger(stack)
    tried = release_parked(
        line=one.line,
        facts=room.facts,
        cases=room.cases,
        router=Router(map_in_force(stack)),
        head=letterhead(stack),
        now=datetime.now(UTC),
        write=write,
    )
    return tried.outcome == "released", "; ".join(tried.reasons) or tried.outcome


def _row(one: Parked, failed: FailedMessages) -> dict[str, str]:
    reason = failed.why(one) if isinstance(one, Failed) else one.reason
    since = one.on.isoformat() if isinstance(one, Aside) else one.since
    return {"id": _id(one), "since": since, "where": _where(one), "reason": reason}


def _id(one: Parked) -> str:
    return one.line if isinstance(one, ParkedItem) else one.id


def _where(one: Parked) -> str:
    if isinstance(one, Failed):
        return one.queue
    return "triage" if isinstance(one, ParkedItem) else one.door


def _what(one: Parked) -> str:
    if isinstance(one, Failed):
        return one.body
    return one.words if isinstance(one, ParkedItem) else one.what


def _say(row: dict[str, Any]) -> None:
    click.echo(json.dumps(row, ensure_ascii=False))
