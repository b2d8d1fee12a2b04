"""`throughline case contact`: how to reach a customer who asked to be called back, for whoever answers for it."""

from datetime import UTC, datetime

import click

from operate.commands.privacy import rooms_of
from operate.commands.tell import show_json
from operate.stack import find_stack, stack_options
from operate.wire import open_ledger
from throughline.usecases.open_contact import open_contact


@click.command("contact", epilog='Example: throughline case contact S#...../1 --reason "the carrier may not see it"')
@click.argument("subject", metavar="ID")
@click.option("--reason", required=True, help="Why you have to see it; kept with your name.")
@stack_options
def contact(subject: str, reason: str, *, stack: str | None, region: str | None, profile: str | None) -> None:
    """Show how to reach the customer of a call-back; who looked, and why, is written down."""
    where = find_stack(stack, region, profile)
    rooms = rooms_of(where)
    found = open_contact(
        line=subject.rpartition("/")[0] or subject,
        reason=reason,
        by=rooms.by,
        now=datetime.now(UTC),
        contacts=open_ledger(where).contacts,
        audit=rooms.audit,
        root=rooms.stores.root,
    )
    show_json({"name": found.name, "email": found.email, "phone": found.phone})
