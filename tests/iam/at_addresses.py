"""What the page of a new address does, and whoever sends mail meanwhile."""

import json
from datetime import UTC, datetime

from iam.at_the_doors import FORM
from iam.events import asked
from iam.scenario import scenario
from iam.stand import Stand
from throughline.adapters.dynamo import keys

CODE = "f" * 32


def _waiting(stand: Stand) -> str:
    """The link of an address that was asked."""
    on = datetime.now(UTC).date().isoformat()
    body = {"subject": CODE, "address": "packing@shop.example", "departments": ["Packing"], "on": on}
    stand.mark(keys.asked(CODE), "asked", body={"S": json.dumps(body)})
    return stand.link("address", CODE)


@scenario("confirm_address")
def an_address_sees_what_is_asked(stand: Stand) -> bool:
    return stand.answers("confirm_address", 200, asked("GET", f"/a/{_waiting(stand)}", **FORM), "Packing")


@scenario("confirm_address")
def an_address_says_that_it_is_right(stand: Stand) -> bool:
    confirmed = stand.answers("confirm_address", 200, asked("POST", f"/a/{_waiting(stand)}", "", **FORM))
    return confirmed and "asked" not in stand.items(keys.asked(CODE))
