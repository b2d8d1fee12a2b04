import pytest

from aws import LEDGER, make_tables
from simulation.crowd import CrowdPlay
from throughline.adapters.dynamo.records import LedgerRecord, bind
from throughline.adapters.dynamo.sending import DynamoSending
from throughline.domain.sending import Limits

READERS, KILLS = 20_000, 20


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("limits", [Limits(500, 14_000, 0), Limits(90, 50_000, 0)], ids=["day", "rate"])
def test_of_twenty_thousand_readers_each_gets_one_whenever_workers_die(limits: Limits) -> None:
    make_tables()
    record = bind(LedgerRecord, LEDGER)
    play = CrowdPlay(READERS, limits, lambda account: DynamoSending(record, account), KILLS)
    play.play()
    assert list(play.broken()) == []
    assert play.fate.deaths == KILLS
