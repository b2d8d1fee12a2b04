"""What departments' replies ask for, read from replies written by hand: how many are misread, and how badly."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from operate.bench.figures import Figure
from operate.local.checkout import find_checkout
from throughline.domain.mail.incoming import Intent
from throughline.domain.mail.intent import meant_by

ROOM = "tests/unit/mail/intent"
WRITTEN_ON = date(2026, 11, 25)
MOST_MISREAD = 15.0
ACTING = frozenset({Intent.RESOLVE, Intent.ACKNOWLEDGE})
_Row = Mapping[str, str]


def intent_figures() -> Iterator[Figure]:
    """How many replies there are, how many in a hundred are misread, and false "fixed" or "got it" among them."""
    rows = list(_rows())
    yield from figures_of(rows, [meant_by(row["text"], today=WRITTEN_ON).intent for row in rows])


def figures_of(rows: Sequence[_Row], read: Sequence[Intent]) -> Iterator[Figure]:
    """The figures for replies and what each was read as."""
    wrong = [(row, intent) for row, intent in zip(rows, read, strict=True) if row["intent"] != intent]
    by_language = dict(sorted(Counter(row["language"] for row in rows).items()))
    yield Figure("replies of departments read for what they ask", len(rows), "replies", parts=by_language)
    share = 100 * len(wrong) / len(rows) if rows else 100.0
    misread = dict(sorted(Counter(row["language"] for row, _intent in wrong).items()))
    yield Figure("replies in a hundred that are misread", share, "%", MOST_MISREAD, parts=misread)
    false = sum(intent in ACTING for _row, intent in wrong)
    yield Figure('false "fixed" or "got it" in them', false, "replies", 0)


def _rows() -> Iterator[_Row]:
    for file in sorted((find_checkout().root / ROOM).glob("*/*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)
