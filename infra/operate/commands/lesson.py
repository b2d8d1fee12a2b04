"""Commands of the lessons: import, list, edit."""

from dataclasses import asdict, replace
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


@lesson.command("list", epilog="Example: throughline lesson list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line each.")
@stack_options
def list_lessons(*, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """List the lessons that are in force."""
    for one in map_in_force(atlas_of(find_stack(stack, region, profile)).maps).lessons:
        if as_json:
            show_json(asdict(one))
        else:
            click.echo(f"{one.id}  {one.touchpoint or 'any moment'}  {one.title}")


@lesson.command("edit", epilog='Example: throughline lesson edit 3f2a9c1e --question "What would you say first?"')
@click.argument("lesson_id", metavar="ID")
@click.option("--title", help="Its title.")
@click.option("--text", help="What is learned.")
@click.option("--question", help="What is asked to recall it.")
@click.option("--answer", help="One good answer.")
@stack_options
def edit(lesson_id: str, *, stack: str | None, region: str | None, profile: str | None, **news: str | None) -> None:
    """Say a lesson in other words; digests that go from now on have them."""
    maps = atlas_of(find_stack(stack, region, profile)).maps
    current = map_in_force(maps)
    held = next((one for one in current.lessons if one.id == lesson_id), None)
    if held is None:
        raise Refused(f"There is no lesson {lesson_id}.", field="ID", do="See them: throughline lesson list")
    edited = replace(held, **{name: value for name, value in news.items() if value is not None})
    if not edited.title or not edited.text or (edited.question and not edited.answer):
        raise Refused("A lesson needs a title and a text, and a question an answer.", field="ID", do="Write them.")
    lessons = tuple(edited if one is held else one for one in current.lessons)
    maps.replace(versioned(replace(current, lessons=lessons)))
    show_json(asdict(edited))
