"""Reports of mails that went together are noted together: one write for all that a batch says of a chunk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from throughline.domain.sending import Sent
from throughline.domain.week import Week
from throughline.ports import DigestReports
from throughline.usecases.note_outcome import WENT, told_of


class ReportedTogether:
    """Notes of a chunk all that the reports of a batch say of it, once."""

    def __init__(self, chunks: DigestReports, reports: Iterable[Mapping[str, Any]]) -> None:
        self._chunks = chunks
        self._people: dict[tuple[Week, str], set[str]] = defaultdict(set)
        self._noted: set[tuple[Week, str]] = set()
        for told in map(told_of, reports):
            if told.event in WENT and told.digest and told.chunk:
                self._people[told.digest[0], told.chunk].add(told.digest[1])

    def reported(self, week: Week, chunk: str, people: Iterable[str]) -> None:
        """The mails of these readers went, and of whoever else the batch names."""
        if (week, chunk) not in self._noted:
            self._chunks.reported(week, chunk, self._people[week, chunk] | set(people))
            self._noted.add((week, chunk))

    def bad_news(self, week: Week, person: str, *, complaint: bool, known: bool = False) -> Sent:
        """Note a digest that came back for good, or a complaint."""
        return self._chunks.bad_news(week, person, complaint=complaint, known=known)
