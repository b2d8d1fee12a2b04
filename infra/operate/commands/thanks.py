"""`throughline thanks`: recognitions that a person looks at before others read them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from operate.commands.tell import say
from operate.stack import Stack, find_stack, stack_options
from operate.wire import letterhead, open_atlas, open_ledger
from throughline.domain.recognition import Publicity, Thanks
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.usecases.moderate_thanks import hand_thanks, moderate_thanks

ID = click.argument("ref", metavar="ID")


@click.group(epilog="Example: throughline thanks list")
def thanks() -> None:
    """Recognitions: which wait for a person, and who may read them."""


@thanks.command("list", epilog="Example: throughline thanks list --week 2026-W47")
@click.option("--week", help="Those that all may read of this week, instead of those that wait.")
@stack_options
def list_thanks(stack: str | None, region: str | None, profile: str | None, *, week: str | None) -> None:
    """One JSON line each, the oldest first; what is for one person alone is not shown."""
    for one in _listed(find_stack(stack, region, profile), week):
        click.echo(json.dumps(_row(one), ensure_ascii=False))


@thanks.command("publish", epilog="Example: throughline thanks publish F#...../1")
@ID
@stack_options
def publish(ref: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Let others read it, from today's week on."""
    _moderate(ref, Publicity.PUBLISHED, find_stack(stack, region, profile))


@thanks.command("hold", epilog="Example: throughline thanks hold F#...../1")
@ID
@stack_options
def hold(ref: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Let nobody read it for now."""
    _moderate(ref, Publicity.HELD, find_stack(stack, region, profile))


@thanks.command("drop", epilog="Example: throughline thanks drop F#...../1")
@ID
@stack_options
def drop(ref: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Let nobody read it, nor whom it is for."""
    _moderate(ref, Publicity.DROPPED, find_stack(stack, region, profile))


@thanks.command("hand", epilog="Example: throughline thanks hand F#...../1 ada.moss@shop.example")
@ID
@click.argument("address")
@stack_options
def hand(ref: str, address: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Say whom a private one is for whose name nobody has: only they read it."""
    found = find_stack(stack, region, profile)
    people = open_atlas(found).directory.people()
    person = next((one for one in people if one.email and one.email.casefold() == address.strip().casefold()), None)
    if person is None:
        raise Refused(
            f"Nobody with the address {address} is on the staff list.", do="See who is: throughline people export"
        )
    room, now = open_ledger(found).recognitions, datetime.now(UTC)
    _show(hand_thanks(ref=ref, person=person, recognitions=room, head=letterhead(found), now=now))


def _moderate(ref: str, state: Publicity, found: Stack) -> None:
    _show(
        moderate_thanks(
            ref=ref,
            state=state,
            recognitions=open_ledger(found).recognitions,
            directory=open_atlas(found).directory,
            head=letterhead(found),
            now=datetime.now(UTC),
        )
    )


def _listed(found: Stack, week: str | None) -> Iterator[Thanks]:
    room = open_ledger(found)
    if week is None:
        return room.recognitions.held()
    try:
        return iter(room.weeks.thanks(Week.parse(week)))
    except ValueError:
        raise Refused(f"“{week}” is no week.", field="--week", do="Write it like 2026-W47.") from None


def _row(one: Thanks) -> dict[str, object]:
    behind = [behind.department for behind in one.behind]
    said = {"id": one.ref, "on": one.on.isoformat(), "state": one.state.value, "held_for": one.held_for}
    told = {"text": one.words, "touchpoint": one.touchpoint, "value": one.value, "departments": behind}
    return {**said, **told, "names_somebody": bool(one.to)}


def _show(one: Thanks) -> None:
    click.echo(json.dumps({"id": one.ref, "state": one.state.value, "held_for": one.held_for}))
    say("Whoever it names hears of it on their next morning." if one.to and one.reaches else "Kept.")
