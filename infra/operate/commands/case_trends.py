"""`throughline case trends` and `case forget-devices`: what weeks count of cases, and asking devices anew."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from operate.stack import find_stack, stack_options
from operate.wire import map_in_force, open_ledger
from throughline.domain.case_tally import NAMES, CaseTally
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import CaseFigures

Row = tuple[Week, str, str, CaseTally]


@click.command("trends", epilog="Example: throughline case trends --weeks 8 --department Packing")
@click.option("--weeks", type=click.IntRange(1, 104), default=8, show_default=True, help="How many, this one included.")
@click.option("--department", help="Only this department's.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line a week, department and touchpoint.")
@stack_options
def trends(
    stack: str | None, region: str | None, profile: str | None, weeks: int, department: str | None, *, as_json: bool
) -> None:
    """What came, was answered and changed, week by week; without --json a line a department and week."""
    figures = open_ledger(find_stack(stack, region, profile)).case_figures
    rows = [row for row in _rows(figures, weeks) if department in (None, row[1])]
    for line in _documents(rows) if as_json else _lines(rows):
        click.echo(line)


@click.command("forget-devices", epilog="Example: throughline case forget-devices Packing")
@click.argument("department")
@stack_options
def forget_devices(stack: str | None, region: str | None, profile: str | None, department: str) -> None:
    """Ask each device that shows a department's inbox for a new code."""
    found = find_stack(stack, region, profile)
    known = map_in_force(found).department(department)
    if known is None:
        raise Refused(
            f"The map knows no “{department}”.", field="DEPARTMENT", do="See them: throughline journey export"
        )
    open_ledger(found).devices.forget(known.name, datetime.now(UTC))
    click.echo(json.dumps({"department": known.name, "devices": "forgotten"}, ensure_ascii=False))


def _rows(figures: CaseFigures, weeks: int) -> Iterator[Row]:
    week = Week.of(datetime.now(UTC))
    for _ in range(weeks):
        found = figures.week(week)
        yield from ((week, *about, found[about]) for about in sorted(found))
        week = week.previous()


def _documents(rows: list[Row]) -> Iterator[str]:
    for week, department, touchpoint, tally in rows:
        about = {"week": str(week), "department": department, "touchpoint": touchpoint}
        counts = {name: getattr(tally, name) for name in NAMES}
        yield json.dumps({**about, **counts, **_rates(tally)}, ensure_ascii=False)


def _rates(tally: CaseTally) -> dict[str, float | None]:
    """What share of what came was answered, and days until then; none where there is nothing to share."""
    rate = round(tally.answered / tally.opened, 2) if tally.opened else None
    return {"answered_rate": rate, "days_to_answer": round(tally.days / tally.answered, 1) if tally.answered else None}


def _lines(rows: list[Row]) -> Iterator[str]:
    together: defaultdict[tuple[Week, str], CaseTally] = defaultdict(CaseTally)
    for week, department, _, tally in rows:
        together[week, department] += tally
    for (week, department), tally in together.items():
        days = _rates(tally)["days_to_answer"]
        answered = f"{tally.answered} answered" + ("" if days is None else f" after {days} days")
        effort = f"effort: {tally.less} less, {tally.same} the same, {tally.more} more"
        came = f"{tally.opened} came, {answered}, {tally.resolved} resolved, {tally.handed_on} handed on"
        yield f"{week} {department}: {came}; {effort}"
