"""Open a customer's contact from outside of its page; that it was opened is written down first."""

from datetime import datetime

from throughline.domain.contact import Contact, opened_contact
from throughline.domain.subject import Opened
from throughline.errors import Refused
from throughline.ports import Contacts
from throughline.usecases.open_raw_mail import Audit


def open_contact(
    *, line: str, reason: str, by: str, now: datetime, contacts: Contacts, audit: Audit, root: bytes
) -> Contact:
    """How to reach them. Refused without a reason, and when there is no contact, or none any more."""
    if not reason.strip():
        do = "Say in a sentence why you have to see it: it is kept with your name."
        raise Refused("There is no reason yet.", field="reason", do=do)
    contact = opened_contact(root, line, contacts.find(line))
    if contact is None:
        do = "Only a call-back has one, until it is done, erased, or its time ends."
        raise Refused("No contact is kept there.", field="id", do=do, status=404)
    audit.note(Opened(by, now, f"contact of {line}", reason.strip()))
    return contact
