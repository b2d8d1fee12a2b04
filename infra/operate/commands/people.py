"""Commands of the staff list: import, export."""

import sys
from pathlib import Path

import click

from operate.atlas import atlas_of
from operate.commands.tell import OutputFile, refuse, say, show_json
from operate.files.staff import person_cells, read_staff, write_staff
from operate.stack import find_stack, stack_options
from throughline.domain.people_check import PERSON_COLUMNS, check_people
from throughline.domain.written_table import stream_csv

FILE = click.Path(path_type=Path)


@click.group()
def people() -> None:
    """Load and read back the staff list."""


@people.command("import", epilog="Example: throughline people import people.csv")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@stack_options
def import_file(file: Path, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Take over the staff list of FILE (.csv, .xlsx, .yaml, or .json of SCIM 2.0); who is not in it has left."""
    atlas = atlas_of(find_stack(stack, region, profile))
    staff, problems = check_people(read_staff(file), atlas.maps.current())
    if problems:
        refuse(problems, as_json=as_json, err=True)
    added, changed, left = atlas.directory.replace(staff)
    if as_json:
        show_json({"added": added, "changed": changed, "left": left, "people": len(staff)})
    else:
        click.echo(f"{added} added, {changed} changed, {left} left. The list has {len(staff)} people.")


@people.command(epilog="Example: throughline people export -o people.xlsx")
@click.option("-o", "--output", type=OutputFile(), help="A .csv, .xlsx or .yaml file; else CSV is printed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line a person.")
@stack_options
def export(output: Path | None, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Read the staff list back."""
    staff = atlas_of(find_stack(stack, region, profile)).directory.people()
    if output is not None:
        write_staff(staff, output)
        say(f"{output} is written.")
    elif as_json:
        for person in staff:
            show_json(person_cells(person))
    else:
        stream_csv(sys.stdout, PERSON_COLUMNS, (tuple(person_cells(one).values()) for one in staff))
