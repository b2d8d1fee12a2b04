"""Commands of the journey map that rest on what people decided: propose, accept, shadow, live."""

import json
from dataclasses import asdict

import click

from operate.commands.tell import say
from operate.stack import Stack, find_stack, stack_options
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.mirror import Mirror, gone_from, mirror_of
from throughline.errors import Refused
from throughline.ports.learning import Shadows
from throughline.usecases.accept_proposals import accepted


@click.command("propose", epilog="Example: throughline journey propose")
@stack_options
def propose(stack: str | None, region: str | None, profile: str | None) -> None:
    """What decisions say about the map: confused departments, what it no longer has, and edits, one JSON line each."""
    journey_map, mirror = _seen(find_stack(stack, region, profile))
    for pair in mirror.confused:
        click.echo(json.dumps({"confused": asdict(pair)}, ensure_ascii=False))
    for name in mirror.wordless:
        click.echo(json.dumps({"wordless": name}, ensure_ascii=False))
    for gone in mirror.gone:
        click.echo(json.dumps({"gone": asdict(gone)}, ensure_ascii=False))
    for one in mirror.proposals:
        click.echo(json.dumps({"code": one.code, **asdict(one)}, ensure_ascii=False))
    say(f"{mirror.decided} decisions, version {journey_map.version}. To take one: throughline journey accept CODE")


@click.command("accept", epilog="Example: throughline journey accept 3f9a1c")
@click.argument("codes", nargs=-1, required=True)
@stack_options
def accept(codes: tuple[str, ...], stack: str | None, region: str | None, profile: str | None) -> None:
    """Make these edits and put the map in force."""
    from operate.atlas import atlas_of

    found = find_stack(stack, region, profile)
    before, mirror = _seen(found)
    after = accepted(before, mirror.proposals, codes)
    if after != before:
        atlas_of(found).maps.replace(after)
    say(f"Version {after.version} is in force." if after != before else "Nothing changed.")


@click.command("shadow", epilog='Example: throughline journey shadow "Packing"')
@click.argument("departments", nargs=-1)
@stack_options
def shadow(departments: tuple[str, ...], stack: str | None, region: str | None, profile: str | None) -> None:
    """Hold back these departments' mails: what they would get is shown in triage. Without names: who is so."""
    found = find_stack(stack, region, profile)
    for one in _known(found, departments):
        _shadows(found).put(one)
    for name in sorted(_shadows(found).names()):
        click.echo(name)
    say("What they would get waits in: throughline triage list. To end it: throughline journey live DEPARTMENT")


@click.command("live", epilog='Example: throughline journey live "Packing"')
@click.argument("departments", nargs=-1, required=True)
@stack_options
def live(departments: tuple[str, ...], stack: str | None, region: str | None, profile: str | None) -> None:
    """Let these departments have their mails, from now on."""
    found = find_stack(stack, region, profile)
    for one in _known(found, departments):
        _shadows(found).take(one)
    say("Their notes go to them within a minute. Those that wait in triage stay there until somebody decides.")


def tell_gone(found: Stack, before: JourneyMap, after: JourneyMap) -> None:
    """Say what earlier decisions teach from now on about what the map has no more."""
    from operate.wire import open_ledger

    known = tuple(open_ledger(found).precedents.all())
    for one in gone_from(after, known):
        if one not in gone_from(before, known):
            teaches = "teach its department still" if one.teaches else "teach nothing now"
            say(f"{one.name} is not on the map any more: {one.count} decisions about it {teaches}.")


def _seen(found: Stack) -> tuple[JourneyMap, Mirror]:
    from operate.wire import map_in_force, open_ledger

    journey_map = map_in_force(found)
    return journey_map, mirror_of(journey_map, open_ledger(found).precedents.all())


def _shadows(found: Stack) -> Shadows:
    from operate.wire import open_atlas

    return open_atlas(found).shadows


def _known(found: Stack, departments: tuple[str, ...]) -> tuple[str, ...]:
    from operate.wire import map_in_force

    names = {folded(part.department): part.department for part in map_in_force(found).parts}
    for one in departments:
        if folded(one) not in names:
            raise Refused(f"The map knows no department “{one}”.", field="department", do="throughline journey export")
    return tuple(names[folded(one)] for one in departments)
