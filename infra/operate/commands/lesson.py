"""Command of the lessons: import."""

from dataclasses import replace
from pathlib import Path

import click

from operate.atlas import atlas_of, map_in_force
from operate.commands.tell import refuse, say, show_json
from operate.files.lessons import read_lessons
from operate.stack import find_stack, stack_options
from throughline.domain.journey import versioned
from throughline.domain.surroundings_check import check_lessons
from throughline.errors import Refused


@click.group()
def lesson() -> None:
    """Load the two-minute lessons of the digest."""


@lesson.command("import", epilog="Example: throughline lesson import lessons.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the count as JSON.")
@stack_options
def import_file(file: Path, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Take the lessons of FILE in place of those we have."""
    table = read_lessons(file)
    maps = atlas_of(find_stack(stack, region, profile)).maps
    current = map_in_force(maps)
    lessons, problems = check_lessons(table, current.parts)
    if problems:
        refuse(problems, as_json=as_json, err=True)
    if not lessons:
        raise Refused(f"{file.name} holds no lessons.", field=str(file), do="Write one row for each lesson.")
    maps.replace(versioned(replace(current, lessons=lessons)))
    if as_json:
        show_json({"lessons": len(lessons)})
    else:
        say(f"{len(lessons)} lessons are in force.")
