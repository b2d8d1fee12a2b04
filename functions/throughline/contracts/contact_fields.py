"""How a customer can be reached, in a row of a canonical survey response."""

import json
from collections.abc import Mapping
from typing import Any

from throughline.contracts.answer_fields import CONTACT
from throughline.contracts.envelope import LONGEST_KEY
from throughline.contracts.fields import Fields, object_of, one_line
from throughline.domain.address import is_address
from throughline.domain.contact import KINDS, Contact, contact_of

WANTED = "wanted"


def without_contacts(value: Any) -> Any:
    """The same value, with nothing of a contact but whether it was wanted: what can't be read need not tell it."""
    if isinstance(value, Mapping):
        return {name: _wish_alone(one) if name == CONTACT else without_contacts(one) for name, one in value.items()}
    return [without_contacts(one) for one in value] if isinstance(value, list) else value


def shown_of(sent: bytes) -> str:
    """A body that can't be taken, as people may see it."""
    try:
        return json.dumps(without_contacts(json.loads(sent)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return sent.decode("utf-8", "replace")


def _wish_alone(value: object) -> dict[str, Any]:
    return {WANTED: value.get(WANTED) is True} if isinstance(value, Mapping) else {}


def read_contact(value: object, at: str) -> tuple[bool | None, Contact | None]:
    """Whether the customer asked to be contacted, and how; None where nothing is said, and unread without the wish."""
    if value is None:
        return None, None
    fields = Fields(object_of(value, at), f"{at}.")
    fields.only((WANTED, *KINDS))
    if not fields.flag(WANTED, default=False):
        return False, None
    said = {kind: one_line(fields.text(kind, most=LONGEST_KEY)) for kind in KINDS}
    if said["email"] and not is_address(said["email"]):
        fields.refuse("email", "This is no e-mail address.", "Send one, or leave it out.")
    return True, contact_of(said)
