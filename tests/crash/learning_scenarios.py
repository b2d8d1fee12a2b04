"""Decisions that routing learns from, and the map's owner shown what they say."""

from datetime import timedelta

from crash.answers import Document
from crash.scenario import Scenario
from crash.stand import Stand
from crash.world import START, Delivery
from throughline.adapters.dynamo.precedents import taught
from throughline.domain.precedent import How, Precedent

AT_NIGHT = START.replace(hour=3, minute=30)
MONDAY = AT_NIGHT + timedelta(days=1)
MOMENTS = ("Opening the parcel", "Packing", "crushed"), ("Paying at the till", "IT", "frozen")


def _decided(stand: Stand, count: int, start: int = 0) -> None:
    for at in range(start, start + count):
        touchpoint, department, word = MOMENTS[at % 2]
        line, words = f"F#{at:032}", f"it was {word} as never before, say {at}"
        one = Precedent(line, 1, 1, How.TRIAGED, words, touchpoint, department, START.date(), "1", said="Delivery")
        taught(stand.ledger.record, one).save()
    stand.world.fresh()


def _night(stand: Stand) -> Document:
    """Twenty decisions are new."""
    _decided(stand, 20)
    stand.world.now = AT_NIGHT
    return {"time": AT_NIGHT.isoformat()}


def _grown(stand: Stand) -> Document:
    """Something was learned before; since then one line was erased and others were decided."""
    stand.world.deliver(Delivery("learn_routing", _night(stand)))
    stand.ledger.record(f"F#{0:032}", "taught#1#0001").delete()
    _decided(stand, 21, 20)
    return {"time": AT_NIGHT.isoformat()}


def _mirror(stand: Stand) -> Document:
    """On Monday the map's owner is shown who is confused with whom."""
    _decided(stand, 12)
    stand.world.now = MONDAY
    return {"time": MONDAY.isoformat()}


HOURLY = ("learn_routing", "sweep")
LEARNING_SCENARIOS = (
    Scenario("learn_routing", "what was decided is learned", _night, HOURLY),
    Scenario("learn_routing", "it is learned anew without what was erased", _grown, HOURLY),
    Scenario("learn_routing", "the map's owner is shown", _mirror, HOURLY),
)
