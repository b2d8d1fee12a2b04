"""What a digest's plan reads does not grow with what is past."""

from operate.bench.digest_history import WEEK, history_figures, reading
from operate.bench.pretended import TABLES, pretended_stack
from throughline.adapters.wiring import LedgerRoom


def test_a_longer_past_adds_no_unit() -> None:
    (figure,) = history_figures((30, 600))
    assert figure.within
    assert min(figure.parts.values()) > 0


def test_what_looks_back_is_noticed() -> None:
    with pretended_stack(), reading() as read:
        ledger = LedgerRoom(TABLES["Ledger"])
        list(ledger.digests.report(WEEK))
        one = sum(read)
        list(ledger.digests.report(WEEK.previous()))
    assert 0 < one < sum(read)
