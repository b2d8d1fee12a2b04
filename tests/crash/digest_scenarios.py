"""Sunday morning comes: digests are planned, sent and previewed, and the week is settled for its page."""

from datetime import timedelta

from crash.answers import Document
from crash.events import OTHER, note, send_in, taken
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START, Delivery
from fakes.values import CARRIED, person, small_map
from throughline.domain.week import Week

DIGESTS = ("plan_digests", "sweep")


def a_week(stand: Stand) -> Document:
    """Somebody was thanked last week, and today it is told."""
    world = stand.world
    world.now = START - timedelta(days=8)
    send_in(stand, note(stand, OTHER, CARRIED, ""))
    world.flow()
    world.now = START
    return {"time": START.isoformat()}


def _settling(stand: Stand) -> Document:
    """Nobody has a mailbox: the week is settled for its page alone."""
    stand.atlas.directory.replace([])
    stand.world.deliver(Delivery("plan_digests", a_week(stand)))
    return taken(stand, "digest")


def _digest(stand: Stand) -> Document:
    stand.atlas.directory.replace([person("ada")])
    stand.world.deliver(Delivery("plan_digests", a_week(stand)))
    return taken(stand, "digest")


def _preview(stand: Stand) -> Document:
    """The CX manager sees next Sunday's digest on the Friday before."""
    stand.atlas.maps.replace(small_map(cx_manager="cx@shop.example"))
    send_in(stand, note(stand, OTHER, CARRIED, ""))
    stand.world.flow()
    stand.world.now = friday = START + timedelta(days=5)
    stand.world.deliver(Delivery("plan_digests", {"time": friday.isoformat()}))
    return taken(stand, "digest")


def _chunk(stand: Stand) -> Document:
    """Three readers: two read the same and get theirs by one call, the third reads something else."""
    readers = [person("ada"), person("ben"), person("cy", department="Packing")]
    stand.atlas.directory.replace(readers)
    event = a_week(stand)
    stand.ledger.chunks.together(Week.of(START).previous(), many=True)
    stand.world.deliver(Delivery("plan_digests", event))
    return taken(stand, "digest")


def _released(stand: Stand) -> Document:
    """It was held, and two days after its hour it is let go: whoever should have had it gets it now."""
    stand.atlas.directory.replace([person("ada"), person("ben")])
    a_week(stand)
    stand.world.now = START + timedelta(days=2)
    stand.ledger.editions.hold(Week.of(START).previous(), held=False)
    return {"time": stand.world.now.isoformat()}


DIGEST_SCENARIOS = (
    Scenario("plan_digests", "the hour has come", a_week, DIGESTS),
    Scenario("plan_digests", "a week that was let go late", _released, DIGESTS),
    Scenario("send_digest", "one reader", _digest, DIGESTS),
    Scenario("send_digest", "a chunk of readers", _chunk, DIGESTS),
    Scenario("send_digest", "a preview", _preview, DIGESTS),
    Scenario("send_digest", "a week that nobody has a mailbox for", _settling, DIGESTS),
)
