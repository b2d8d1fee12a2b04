"""`throughline mail standing`: how mail to an address fares, and that it was mended."""

import json
from collections.abc import Mapping

import click

from operate.stack import Stack, find_stack, stack_options
from throughline.domain.journey import JourneyMap
from throughline.domain.reach import Reach
from throughline.domain.subject import subject_of
from throughline.errors import Refused


@click.command("standing", epilog="Example: throughline mail standing packing@shop.example --mended")
@click.argument("address", required=False)
@click.option("--mended", is_flag=True, help="The mailbox works again: write to it as before.")
@stack_options
def standing(stack: str | None, region: str | None, profile: str | None, *, address: str | None, mended: bool) -> None:
    """One address's standing; without one, every address that no mail arrives at, one JSON line each.

    Addresses are kept as codes: only those of departments are named.
    """
    if mended and not address:
        raise click.UsageError("Name the address that was mended.")
    found = find_stack(stack, region, profile)
    if address:
        click.echo(_one(found, address, mended=mended))
        return
    for row in _unreached(found):
        click.echo(json.dumps(row, ensure_ascii=False))


def _one(stack: Stack, address: str, *, mended: bool) -> str:
    from operate.wire import open_ledger, open_secrets

    standings, subject = open_ledger(stack).standings, subject_of(open_secrets(stack).root(), address)
    if mended and not standings.mended(subject):
        do = "See who is out of reach: throughline mail standing"
        raise Refused(f"Nothing is noted about {address}.", field="ADDRESS", do=do)
    return f"{address}: {standings.of(subject)}"


def _unreached(stack: Stack) -> list[dict[str, object]]:
    from operate.wire import open_atlas, open_ledger, open_secrets

    names = _departments(open_atlas(stack).maps.current(), open_secrets(stack).root())
    return [_row(one, names) for one in open_ledger(stack).standings.unreached()]


def _row(one: Reach, names: Mapping[str, str]) -> dict[str, object]:
    last = one.last.isoformat() if one.last else ""
    return {"code": one.subject, "department": names.get(one.subject, ""), "bounces": one.bounces, "since": last}


def _departments(journey_map: JourneyMap | None, root: bytes) -> dict[str, str]:
    """The departments by the codes of their mailboxes."""
    if journey_map is None:
        return {}
    named = [(part.notify_email, part.department) for part in journey_map.parts]
    named += [(one.notify_email, one.name) for one in journey_map.departments]
    return {subject_of(root, address): name for address, name in named if address}
