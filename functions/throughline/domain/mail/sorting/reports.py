"""Mails whose form says what they are: reports of delivery, reading and complaint, answers to invitations."""

from collections.abc import Callable, Iterator, Mapping
from email.message import Message

from throughline.domain.mail.incoming import MailKind
from throughline.domain.mail.opening.parameters import content_type, parameter
from throughline.domain.mail.sorting.look import OPENING, Look
from throughline.domain.mail.sorting.outer import blocks, enclosed, text_blocks, text_of

Told = tuple[MailKind, str] | None
UNSUBSCRIBED = "X-Apple-Unsubscribe"
FEEDBACK, RECEIPT = "message/feedback-report", "message/disposition-notification"
DELIVERY = frozenset(("message/delivery-status", "message/global-delivery-status"))
NO_COMPLAINTS = frozenset(("auth-failure", "dmarc", "not-spam"))
ARRIVED = frozenset(("delivered", "relayed", "expanded"))
COMPLAINED = "X-HmXmrOriginalRecipient"
_ANSWERS = ("reply", "counter", "declinecounter")


def by_form(look: Look) -> Told:
    """What the mail is by its form alone; nothing when it has no form of a machine's."""
    return next((told for told in (rule(look) for rule in _RULES) if told), None)


def delivery_blocks(parts: tuple[Message, ...]) -> Iterator[Mapping[str, str]]:
    """What a delivery report tells of each recipient."""
    for part in parts:
        if content_type(part) in DELIVERY:
            yield from blocks(part)


def complaint_blocks(look: Look) -> Iterator[Mapping[str, str]]:
    """What a complaint report tells, as a part of its own or in the words of the mail."""
    for part in look.parts:
        if content_type(part) == FEEDBACK:
            yield from blocks(part)
    if FEEDBACK not in look.types and "feedback-type:" in look.opening:
        yield from (block for block in text_blocks(look.opening) if {"feedback-type", "user-agent"} <= block.keys())


def _complaint(look: Look) -> Told:
    told = {block.get("feedback-type", "").lower().partition(" ")[0] for block in complaint_blocks(look)} - {""}
    if told and told <= NO_COMPLAINTS:
        return MailKind.AUTO, "it reports how mail was sent"
    if told or FEEDBACK in look.types or _reports(look) == "feedback-report":
        return MailKind.COMPLAINT, "it encloses a report of a complaint"
    held = [enclosed(part) for part in look.parts[1:] if not look.answers]
    if COMPLAINED.lower() in look.names or any(one is not None and COMPLAINED in one for one in held):
        return MailKind.COMPLAINT, "a mail provider passes a complaint on"
    if UNSUBSCRIBED.lower() in look.names:
        return MailKind.COMPLAINT, "a mail program unsubscribes its reader"
    return None


def _receipt(look: Look) -> Told:
    if RECEIPT in look.types or _reports(look) == "disposition-notification":
        return MailKind.AUTO, "it is a read receipt"
    return None


def _invitation(look: Look) -> Told:
    for part in look.parts:
        if (
            content_type(part) == "text/calendar"
            and (parameter(part, "Content-Type", "method").lower() or _method(part)) in _ANSWERS
        ):
            return MailKind.AUTO, "it answers an invitation"
    return None


def _delivery(look: Look) -> Told:
    whole = content_type(look.message) == "multipart/report"
    if DELIVERY & look.types and (whole or not look.answers):  # people pass on reports, part by part
        actions = {block["action"].lower() for block in delivery_blocks(look.parts) if "action" in block}
        if actions and actions <= ARRIVED:
            return MailKind.AUTO, "it reports that a mail arrived"
        return MailKind.BOUNCE, "it encloses a delivery report"
    if not whole:
        return None
    if _reports(look) in ("", "delivery-status"):
        return MailKind.BOUNCE, "it is a delivery report"
    return MailKind.AUTO, "it is a machine's report"


def _reports(look: Look) -> str:
    return parameter(look.message, "Content-Type", "report-type").lower()


def _method(part: Message) -> str:
    lines = text_of(part)[:OPENING].lower().splitlines()
    return next((line.removeprefix("method:").strip() for line in lines if line.startswith("method:")), "")


_RULES: tuple[Callable[[Look], Told], ...] = (_complaint, _receipt, _invitation, _delivery)
