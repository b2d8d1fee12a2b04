"""Commands of the places: add, list, revoke, poster."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from operate.atlas import atlas_of
from operate.commands.tell import OutputFile, say, show_json
from operate.stack import Stack, find_stack, stack_options
from throughline.domain.journey import folded
from throughline.domain.place import Place
from throughline.errors import Refused
from throughline.ports import Places


@click.group()
def place() -> None:
    """Make, list and close the links behind the QR posters."""


@place.command(epilog='Example: throughline place add "Leith shop" --staff 15')
@click.argument("name")
@click.option("--staff", type=click.IntRange(0), default=0, help="How many people work there; unknown is 0.")
@click.option("--json", "as_json", is_flag=True, help="Print the place as JSON.")
@stack_options
def add(name: str, staff: int, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Make a place called NAME and its link."""
    where = find_stack(stack, region, profile)
    if not name.strip():
        raise Refused("The place has no name.", field="name", do="Give it one that people there know it by.")
    _show(atlas_of(where).places.add(" ".join(name.split()), staff), where, as_json=as_json)
    say("Next: throughline place poster, to print its QR code.")


@place.command("list", epilog="Example: throughline place list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line a place.")
@stack_options
def list_all(*, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """List every place with its link; closed ones too."""
    where = find_stack(stack, region, profile)
    for one in atlas_of(where).places.all():
        _show(one, where, as_json=as_json)


@place.command(epilog="Example: throughline place revoke Zk3v9qX0T2mN4bR7cW1yLw")
@click.argument("place_id", metavar="PLACE")
@stack_options
def revoke(place_id: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Close the link of PLACE (its id or its name); its poster leads nowhere from then on."""
    places = atlas_of(find_stack(stack, region, profile)).places
    found = _find(places, place_id)
    places.revoke(found.id)
    say(f"The link of {found.name} is closed. Make a new one: throughline place add.")


@place.command(epilog='Example: throughline place poster "Leith shop" -o poster.pdf')
@click.argument("place_id", metavar="PLACE")
@click.option("-o", "--output", type=OutputFile(), required=True, help="The PDF file to write.")
@stack_options
def poster(place_id: str, output: Path, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Write a poster of PLACE (its id or its name): one A4 page with the QR code."""
    from operate.poster import poster_of

    where = find_stack(stack, region, profile)
    atlas = atlas_of(where)
    found, journey_map = _find(atlas.places, place_id), atlas.maps.current()
    mantra = journey_map.mantra if journey_map else ""
    output.write_bytes(poster_of(found.name, link(where, found), mantra))
    say(f"{output}: print it on A4 at full size.")


def link(stack: Stack, one: Place) -> str:
    """The address of a place's form."""
    return f"{stack.outputs['SiteUrl'].rstrip('/')}/f/{one.id}"


def _find(places: Places, wanted: str) -> Place:
    matching = [one for one in places.all() if one.active and (one.id == wanted or folded(one.name) == folded(wanted))]
    if len(matching) > 1:
        ids = ", ".join(one.id for one in matching)
        raise Refused(f'"{wanted}" is the name of {len(matching)} places.', field="place", do=f"Name one by id: {ids}.")
    if not matching:
        do = "See them all: throughline place list."
        raise Refused(f'There is no open place "{wanted}".', field="place", do=do)
    return matching[0]


def _show(one: Place, stack: Stack, *, as_json: bool) -> None:
    if as_json:
        show_json({**asdict(one), "url": link(stack, one)})
    else:
        state = "" if one.active else "  closed"
        click.echo(f"{one.id}  {one.name}  {one.staff} staff  {link(stack, one)}{state}")
    sys.stdout.flush()
