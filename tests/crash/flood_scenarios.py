"""One note too many: over a link, and from a sender."""

from aws import BUCKET
from crash.answers import Document
from crash.events import MAIL, OTHER, ROOT, note, send_in
from crash.mail_scenarios import mailed
from crash.scenario import Scenario
from crash.stand import ENVIRONMENT, Stand
from crash.world import START, Delivery
from fakes.values import CARRIED, SCRATCHED
from handlers.events import queued, stored_mail
from throughline.adapters.dynamo import keys
from throughline.domain.feedback import Channel, Reporter
from throughline.domain.flood import Bounds, Limit, limits_of, sender_of

BOUNDS = Bounds(int(ENVIRONMENT["NOTES_A_LINK_AN_HOUR"]), int(ENVIRONMENT["NOTES_A_SENDER_A_DAY"]))
TOM = sender_of(Channel.MAIL, Reporter("", "tom@drivers.example"))


def _leave_one(stand: Stand, limits: tuple[Limit, ...]) -> None:
    """So many have come that one more may."""
    for limit in limits:
        stand.ledger.record(keys.flood(limit.code), limit.by.value, taken=limit.most - 1).save()


def _over_a_link(stand: Stand) -> Document:
    _leave_one(stand, limits_of(BOUNDS, ROOT, START, link=stand.place.id))
    send_in(stand, note(stand))
    return note(stand, OTHER, CARRIED, "").event


def _the_last_over_a_link(stand: Stand) -> Document:
    _leave_one(stand, limits_of(BOUNDS, ROOT, START, link=stand.place.id))
    return note(stand).event


def _from_a_sender(stand: Stand) -> Document:
    _leave_one(stand, limits_of(BOUNDS, ROOT, START, sender=TOM))
    send_in(stand, Delivery("feedback_mail", mailed(stand, MAIL % SCRATCHED.encode()), "a mail"))
    stand.world.wire.stored["inbound/m2"] = (MAIL % CARRIED.encode()).replace(b"<1@d>", b"<2@d>")
    return queued([stored_mail(BUCKET, "inbound/m2")])


FLOOD_SCENARIOS = (
    Scenario("feedback_form", "the last note that a link may bring", _the_last_over_a_link),
    Scenario("feedback_form", "one note too many over a link", _over_a_link),
    Scenario("feedback_mail", "one mail too many from a sender", _from_a_sender),
)
