"""Command of the mantra: import."""

from pathlib import Path

import click

from operate.atlas import atlas_of, map_in_force
from operate.commands.tell import say
from operate.files.lessons import read_mantra
from operate.stack import find_stack, stack_options
from throughline.usecases.set_words import with_mantra


@click.group()
def mantra() -> None:
    """Set the one sentence that stands in each mail."""


@mantra.command("import", epilog="Example: throughline mantra import mantra.txt")
@click.argument("file", type=click.Path(path_type=Path))
@stack_options
def import_file(file: Path, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Take the mantra of FILE: a .txt file, or `mantra:` in a .yaml file."""
    words = read_mantra(file)
    maps = atlas_of(find_stack(stack, region, profile)).maps
    edited = with_mantra(map_in_force(maps), words)
    maps.replace(edited)
    click.echo(edited.mantra)
    say("It stands in each mail from now on.")
