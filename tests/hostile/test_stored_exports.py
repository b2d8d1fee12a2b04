"""Exports that somebody stores: whatever is in the file and however it is named, it is counted or shown."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st

from fakes import FixedClock, MemoryLedger, MemoryQueue
from fakes.deliveries import MemoryMappings
from fakes.outside import ROOT
from fakes.values import NOW
from hostile.tries import note, tried
from throughline.adapters.surveys.export import rows_behind
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question
from throughline.usecases.import_file import ImportDesk, Opened, Part, import_file

MAPPED = MappedSurvey("tally", "s", (Question("q1", Metric.NPS, (0, 10)), Question("q2", verbatim=True)))
HEAD = b"id,q1,q2\n"
CELLS = st.sampled_from(['"', "\n", "\r\n", ",", ";", "\x00", "9", "11", "=1+1", "r1", "é"]) | st.text(max_size=9)
ROWS = st.lists(CELLS, max_size=30).map(lambda some: ",".join(some).encode("utf-8", "surrogatepass"))
FILES = st.binary(max_size=200) | st.builds(lambda rows: HEAD + rows, ROWS | st.binary(max_size=200))


class OneExport:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.stands = True

    @contextmanager
    def opened(self, _key: str) -> Iterator[Opened]:
        yield Opened(io.BytesIO(self.content), "1")

    def drop(self, _key: str) -> None:
        self.stands = False


@tried(2)
@given(FILES, st.just("surveys/tally/a.csv") | st.text(max_size=12).map(lambda name: f"surveys/{name}"))
def test_any_file_is_counted_or_shown_and_again_changes_nothing(content: bytes, key: str) -> None:
    note("stored exports")
    ledger, mappings, exports = MemoryLedger(FixedClock()), MemoryMappings(), OneExport(content)
    mappings.put(MAPPED)
    desk = ImportDesk(exports, mappings, ledger.facts, MemoryQueue(), ROOT, rows_behind)
    ends = []
    for _ in range(2):
        assert import_file(part=Part(key), desk=desk, now=NOW, more=lambda: True)
        ends.append(repr((dict(ledger.lines), ledger.waits, [*ledger.facts.asides()])))
    assert ends[0] == ends[1]
    assert exports.stands == bool([*ledger.facts.asides()])
