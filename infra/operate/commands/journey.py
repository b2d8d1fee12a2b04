"""Commands of the journey map: check, import, export, draw, coverage."""

from dataclasses import asdict
from pathlib import Path

import click

from operate.atlas import atlas_of, map_in_force
from operate.commands.journey_addresses import ask, confirm
from operate.commands.journey_learned import accept, live, propose, shadow, tell_gone
from operate.commands.tell import OutputFile, refuse, say, show_json
from operate.files.maps import map_as_yaml, read_map, write_map
from operate.files.staff import read_staff
from operate.stack import find_stack, stack_options
from throughline.domain.coverage import Coverage, coverage
from throughline.domain.journey import JourneyMap, as_document
from throughline.domain.journey_check import check
from throughline.domain.map_changes import MapChanges, map_changes
from throughline.domain.people_check import check_people

FILE = click.Path(path_type=Path)


@click.group()
def journey() -> None:
    """Check, load, read back and draw the journey map."""


for learned in (propose, accept, shadow, live, confirm):
    journey.add_command(learned)


@journey.command("check", epilog="Example: throughline journey check journey.xlsx")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def check_file(file: Path, *, as_json: bool) -> None:
    """Say whether FILE is a map, or everything that is wrong with it."""
    journey_map = checked(file, as_json=as_json, err=False)
    if as_json:
        show_json({"ok": True, **_measures(journey_map), "problems": []})
    else:
        counts = _measures(journey_map)
        click.echo(
            f"{file.name} is a map: {counts['rows']} rows, {counts['touchpoints']} touchpoints, "
            f"{counts['departments']} departments. Version {counts['version']}."
        )
    _advise(journey_map)


@journey.command("import", epilog="Example: throughline journey import journey.xlsx --dry-run")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--trust/--ask", default=None, help="Take new addresses as they are, or ask each; else the stack says.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@stack_options
def import_file(
    file: Path,
    *,
    dry_run: bool,
    trust: bool | None,
    as_json: bool,
    stack: str | None,
    region: str | None,
    profile: str | None,
) -> None:
    """Put the map of FILE in force; what it doesn't speak of stays as it is."""
    found = find_stack(stack, region, profile)
    maps = atlas_of(found).maps
    before = maps.current()
    after = checked(file, base=before, zone=found.outputs.get("TimeZone", "UTC"), as_json=as_json, err=True)
    changes = map_changes(before, after)
    if changes and not dry_run:
        ask(found, before, after, trust=trust)
        maps.replace(after)
    if as_json:
        show_json({"version": after.version, "written": bool(changes) and not dry_run, **asdict(changes)})
    else:
        _show_changes(changes)
    _advise(after)
    if before and changes.removed:
        tell_gone(found, before, after)
    say(_import_ending(changes, after, dry_run=dry_run))


@journey.command(epilog="Example: throughline journey export -o journey.xlsx")
@click.option("-o", "--output", type=OutputFile(), help="A .xlsx, .yaml or .csv file; else YAML is printed.")
@click.option("--json", "as_json", is_flag=True, help="Print the map as JSON.")
@stack_options
def export(output: Path | None, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Read the map in force back."""
    journey_map = map_in_force(atlas_of(find_stack(stack, region, profile)).maps)
    if output is not None:
        write_map(journey_map, output)
        say(f"{output}: version {journey_map.version}.")
        if output.suffix.casefold() == ".csv":
            say("CSV holds the rows alone. Departments, lessons and the mantra go into XLSX or YAML.")
    if as_json:
        show_json(as_document(journey_map))
    elif output is None:
        click.echo(map_as_yaml(journey_map), nl=False)


@journey.command(epilog="Example: throughline journey draw journey.xlsx -o map.html")
@click.argument("file", type=FILE)
@click.option("-o", "--output", type=OutputFile(), required=True, help="The HTML file to write.")
def draw(file: Path, output: Path) -> None:
    """Draw the map of FILE as one HTML page."""
    from throughline.adapters.paper import render_page

    journey_map = checked(file, as_json=False, err=True)
    output.write_text(render_page("map", as_document(journey_map), "en"), encoding="utf-8")
    say(f"{output}: open it in a browser.")


@journey.command("coverage", epilog="Example: throughline journey coverage journey.xlsx --people people.csv")
@click.argument("file", type=FILE)
@click.option("--people", type=FILE, help="A staff list, to see whose role is on no touchpoint.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def show_coverage(file: Path, *, people: Path | None, as_json: bool) -> None:
    """Show who touches what, and who is on no touchpoint."""
    journey_map = checked(file, as_json=as_json, err=True)
    staff, problems = check_people(read_staff(people), journey_map) if people else ((), ())
    if problems:
        refuse(problems, as_json=as_json, err=True)
    found = coverage(journey_map, staff)
    if as_json:
        show_json(asdict(found))
    else:
        _show_coverage(found)


def checked(file: Path, *, base: JourneyMap | None = None, zone: str = "UTC", as_json: bool, err: bool) -> JourneyMap:
    """The map of a file; shows every problem and ends with 1 where there is one."""
    journey_map, problems = check(read_map(file), base, zone=zone)
    if journey_map is None:
        refuse(problems, as_json=as_json, err=err)
    return journey_map


def _measures(journey_map: JourneyMap) -> dict[str, int | str]:
    return {
        "version": journey_map.version,
        "rows": len(journey_map.parts),
        "touchpoints": len(journey_map.touchpoints()),
        "departments": len(journey_map.departments),
        "lessons": len(journey_map.lessons),
    }


def _advise(journey_map: JourneyMap) -> None:
    active = [part for part in journey_map.parts if part.active]
    unreachable = dict.fromkeys(part.department for part in active if not journey_map.address_of(part))
    if unreachable:
        say(f"Without an address, so their notes wait for a person: {', '.join(unreachable)}.")
    wordless = coverage(journey_map).wordless
    if wordless:
        say(f"Without routes_when words, so only a chosen touchpoint leads there: {', '.join(wordless)}.")


def _show_changes(changes: MapChanges) -> None:
    for sign, lines in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for line in lines:
            click.echo(f"{sign} {line}")


def _import_ending(changes: MapChanges, after: JourneyMap, *, dry_run: bool) -> str:
    if not changes:
        return f"Nothing changed: version {after.version} is in force."
    counts = f"{len(changes.added)} added, {len(changes.changed)} changed, {len(changes.removed)} removed."
    if dry_run:
        return f"{counts} Nothing was written. Leave out --dry-run to put version {after.version} in force."
    return f"{counts} Version {after.version} is in force."


def _show_coverage(found: Coverage) -> None:
    for one in found.touched:
        helps = f"; helped by {', '.join(one.helps)}" if one.helps else ""
        click.echo(f"{one.touchpoint}: {one.answers} answers for it{helps}")
    for name, count in found.departments.items():
        click.echo(f"{name}: on {count} touchpoint{'' if count == 1 else 's'}")
    for role in found.left_out_roles:
        click.echo(f"{role.department}, {role.role}: on no touchpoint ({', '.join(role.people)})")
    if not found.left_out_roles and not found.left_out_departments:
        click.echo("Every department and every role is on a touchpoint.")
