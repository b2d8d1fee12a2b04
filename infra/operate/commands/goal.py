"""Commands of the goals: import, list."""

import json
from pathlib import Path

import click

from operate.commands.tell import refuse, say, show_json
from operate.files.goals import read_goals
from operate.stack import find_stack, stack_options
from throughline.domain.goal import Goal, Progress
from throughline.domain.goal_check import check_goals


@click.group()
def goal() -> None:
    """What departments want to reach, and how far that has come."""


@goal.command("import", epilog="Example: throughline goal import goals.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the count as JSON.")
@stack_options
def import_file(file: Path, *, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """Take the goals of FILE in place of those we have; a file without rows takes all of them back."""
    from operate.wire import map_in_force, open_atlas

    table, found = read_goals(file), find_stack(stack, region, profile)
    goals, problems = check_goals(table, map_in_force(found))
    if problems:
        refuse(problems, as_json=as_json, err=True)
    open_atlas(found).goals.replace(goals)
    if as_json:
        show_json({"goals": len(goals)})
    else:
        say(f"{len(goals)} goals are in force. How far they have come is reckoned once a day.")


@goal.command("list", epilog="Example: throughline goal list")
@stack_options
def list_goals(*, stack: str | None, region: str | None, profile: str | None) -> None:
    """One JSON line a goal, with how far it had come when that was reckoned last."""
    from operate.wire import open_atlas, open_ledger

    found = find_stack(stack, region, profile)
    board = open_ledger(found).goal_board.current()
    known = {one.goal.id: one for one in board.progress} if board else {}
    for one in open_atlas(found).goals.current():
        row = _row(one, known.get(one.id, Progress(one)))
        click.echo(json.dumps({**row, "on": board.on.isoformat() if board else ""}, ensure_ascii=False))


def _row(goal: Goal, progress: Progress) -> dict[str, object]:
    about = {"id": goal.id, "corporate": goal.corporate, "goal": goal.goal, "department": goal.department}
    wanted = {"role": goal.role, "measure": goal.measure.value, "touchpoint": goal.touchpoint, "target": goal.target}
    days = {"from": goal.start.isoformat(), "until": goal.until.isoformat()}
    stands = {"count": progress.count, "tenths": progress.tenths if progress.enough else None}
    return {**about, **wanted, **days, **stands, "reached": progress.reached}
