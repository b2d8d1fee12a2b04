"""Commands of the journey map about its addresses: which have not said yet that they are the right ones."""

from datetime import UTC, datetime

import click

from operate.commands.tell import say, show_json
from operate.stack import Stack, find_stack, stack_options
from throughline.domain.journey import JourneyMap
from throughline.errors import Refused


@click.command("confirm", epilog="Example: throughline journey confirm packing@shop.example")
@click.argument("address", required=False)
@stack_options
def confirm(address: str | None, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Take ADDRESS as the right one without its click; without one, a JSON line for each that has not answered."""
    from operate.wire import open_ledger, open_secrets
    from throughline.domain.subject import subject_of

    found = find_stack(stack, region, profile)
    room = open_ledger(found).addresses
    if address is None:
        for one in room.waiting():
            show_json({"address": one.address, "departments": list(one.departments), "asked": one.on.isoformat()})
        return
    if not room.settle(subject_of(open_secrets(found).root(), address)):
        do = "See which are: throughline journey confirm"
        raise Refused(f"{address} is not asked for anything.", field="ADDRESS", do=do)
    say(f"Mail for its departments goes to {address} from now on.")


def ask(found: Stack, before: JourneyMap | None, after: JourneyMap, *, trust: bool | None) -> None:
    """Ask the new addresses of a map that is about to come into force; the stack says whether, unless `trust` does."""
    from operate.wire import letterhead, open_ledger
    from throughline.usecases.ask_addresses import ask_addresses, trust_addresses

    room, head = open_ledger(found).addresses, letterhead(found)
    if trust or (trust is None and found.outputs.get("ConfirmAddresses") != "true"):
        trust_addresses(journey_map=after, addresses=room, root=head.root)
        return
    asked = ask_addresses(before=before, after=after, addresses=room, head=head, now=datetime.now(UTC))
    if asked:
        say(f"Asked for one click before departments' mail goes there: {', '.join(asked)}.")
        say("Until then it goes to the CX manager." if after.cx_manager else "The map names no CX manager to get it.")
