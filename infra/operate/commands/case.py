"""`throughline case`: the operator's view of cases."""

import json
import sys
from datetime import UTC, datetime

import click

from operate.commands.case_contact import contact
from operate.commands.case_trends import forget_devices, trends
from operate.stack import Stack, find_stack, stack_options
from operate.wire import letterhead, map_in_force, open_ledger
from throughline.adapters.dynamo.codec import packed
from throughline.domain.act import Act
from throughline.domain.case import DEPARTMENT_ACTIONS, Action, Case
from throughline.domain.contact import Reached
from throughline.domain.line import Line
from throughline.domain.recognition import Effort
from throughline.domain.seal import nonce_of
from throughline.errors import Refused
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.show_case import case_of, grounds_of, summary, zone_of
from throughline.usecases.show_promise import promise_view

ACTIONS = click.Choice([action.value for action in DEPARTMENT_ACTIONS])
EFFORT = click.Choice(["", *(one.value for one in Effort)])
REACHED = click.Choice(["", *(one.value for one in Reached)])


@click.group(epilog="Example: throughline case list")
def case() -> None:
    """Cases as their departments see them."""


case.add_command(contact)
case.add_command(trends)
case.add_command(forget_devices)


@case.command("list", epilog="Example: throughline case list --done")
@click.option("--done", is_flag=True, help="Those that have ended instead of those that wait.")
@click.option("--department", help="Only this department's.")
@stack_options
def list_cases(
    stack: str | None, region: str | None, profile: str | None, department: str | None, *, done: bool
) -> None:
    """One JSON line a case, those due first coming first."""
    found = find_stack(stack, region, profile)
    room, current = open_ledger(found), map_in_force(found)
    names = [one.name for one in current.departments if department in (None, one.name)]
    for name in names:
        for one in room.cases.inbox(name, done=done):
            row = summary(one, room.facts.line(one.line), zone_of(name, current), datetime.now(UTC))
            row |= promise_view(one, current)
            click.echo(json.dumps({"id": one.subject, **row}, ensure_ascii=False))


@case.command("show", epilog="Example: throughline case show F#...../1")
@click.argument("subject", metavar="ID")
@stack_options
def show_case(stack: str | None, region: str | None, profile: str | None, subject: str) -> None:
    """One case with its history."""
    found = find_stack(stack, region, profile)
    one, line = _found(found, subject)
    current = map_in_force(found)
    row = summary(one, line, zone_of(one.department, current), datetime.now(UTC))
    steps = [
        {"on": step.on.isoformat(), "action": step.action, "by": step.by, "to": step.after, "reason": step.reason}
        for step in line.steps.get(one.number, ())
    ]
    called = {"call_back": one.call_back, "looks": [packed(look) for look in line.looks if look.number == one.number]}
    row |= promise_view(one, current)
    row |= {"why": one.why, **grounds_of(one, line)}
    shown = {"id": one.subject, **row, "steps": steps, **(called if one.call_back else {})}
    click.echo(json.dumps(shown, ensure_ascii=False, indent=2))


@case.command("act", epilog="Example: throughline case act F#...../1 acknowledge")
@click.argument("subject", metavar="ID")
@click.argument("action", type=ACTIONS)
@click.option("--text", default="", help="What is said with it.")
@click.option("--to", default="", help="Whom it belongs to, for hand_on.")
@click.option("--until", default="", help="The new day, for extend.")
@click.option("--told", default="", help="What the customer was told, in a call-back.")
@click.option("--effort", type=EFFORT, default="", help="What it makes for customers, for resolve.")
@click.option("--thanks", default="", help="What is said to whoever raised it, for resolve.")
@click.option("--reached", type=REACHED, default="", help="Whether the customer was, to resolve a call-back.")
@stack_options
def act(
    stack: str | None,
    region: str | None,
    profile: str | None,
    subject: str,
    action: str,
    **said: str,
) -> None:
    """Take a step for a department."""
    found = find_stack(stack, region, profile)
    one, line = _found(found, subject)
    head = letterhead(found)
    nonce = nonce_of(head.root, one.subject, one.version)
    acted = act_on_case(
        act=Act(Action(action), nonce, **said),
        case=one,
        line=line,
        cases=open_ledger(found).cases,
        journey_map=map_in_force(found),
        head=head,
        now=datetime.now(UTC),
    )
    click.echo(json.dumps({"id": one.subject, "outcome": acted.outcome, "state": acted.case.state.value}))
    sys.exit(0 if acted.outcome in ("changed", "repeated") else 1)


def _found(stack: Stack, subject: str) -> tuple[Case, Line]:
    key, _, number = subject.rpartition("/")
    line = open_ledger(stack).facts.line(key)
    one = case_of(line, int(number)) if number.isdecimal() else None
    if one is None:
        raise Refused(f"There is no case “{subject}”.", field="ID", do="See them: throughline case list")
    return one, line
