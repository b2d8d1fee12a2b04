"""Commands of the journey map that rest on what people decided: propose, accept, shadow, live."""

import json
from dataclasses import asdict

import click

from operate.commands.tell import say
from operate.stack import Stack, find_stack, stack_options
from throughline.domain.journey import JourneyMap, folded
from throughline.domain.mirror import Mirror, Proposal, edited, mirror_of
from throughline.errors import Refused
from throughline.ports.learning import Shadows


@click.command("propose", epilog="Example: throughline journey propose")
@stack_options
def propose(stack: str | None, region: str | None, profile: str | None) -> None:
    """What decisions say about the map: confused departments, and edits, one JSON line each."""
    journey_map, mirror = _seen(find_stack(stack, region, profile))
    for pair in mirror.confused:
        click.echo(json.dumps({"confused": asdict(pair)}, ensure_ascii=False))
    for name in mirror.wordless:
        click.echo(json.dumps({"wordless": name}, ensure_ascii=False))
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


def accepted(journey_map: JourneyMap, proposals: tuple[Proposal, ...], codes: tuple[str, ...]) -> JourneyMap:
    """The map with the edits of these codes made; Refused for a code that is not proposed."""
    known = {one.code: one for one in proposals}
    for code in codes:
        if code not in known:
            raise Refused(f"Nothing is proposed as {code}.", field="code", do="See: throughline journey propose")
        journey_map = edited(journey_map, known[code])
    return journey_map


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
