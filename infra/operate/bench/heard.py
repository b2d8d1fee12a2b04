"""How much praise is heard, and how much of what a person must see first: on short, misspelt notes of our own."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from operate.bench.figures import Figure
from throughline.domain.mood import is_praise
from throughline.domain.routes.sensitive import is_sensitive

HEARD = Path(__file__).with_name("heard.jsonl")
NOTES = Path(__file__).with_name("notes.jsonl")
# In hundredths of what is praise, of what is sensitive, and of what was taken for sensitive.
MOST_PRAISE_MISSED, MOST_SENSITIVE_MISSED, MOST_FALSE = 30, 20, 20


def heard_figures() -> Iterator[Figure]:
    """What was missed, and what was heard that nobody said."""
    rows = [*_rows(HEARD), *_rows(NOTES)]
    praise, sensitive = [row for row in rows if row.get("praise")], [row for row in rows if row.get("sensitive")]
    thanked = [row for row in rows if is_praise(row["text"])]
    alarmed = [row for row in rows if is_sensitive(row["text"])]
    missed = _missing(praise, thanked)
    yield Figure("short notes: praise not seen", missed, "%", MOST_PRAISE_MISSED, parts=_parts(praise, thanked))
    yield Figure("short notes: seen as praise, but none", _missing(thanked, praise), "%", MOST_FALSE)
    missed = _missing(sensitive, alarmed)
    parts = _parts(sensitive, alarmed)
    yield Figure("short notes: sensitive ones not seen", missed, "%", MOST_SENSITIVE_MISSED, parts=parts)
    yield Figure("short notes: seen as sensitive, but not", _missing(alarmed, sensitive), "%", MOST_FALSE)


def _missing(wanted: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> float:
    return 100 * sum(row not in found for row in wanted) / max(1, len(wanted))


def _parts(wanted: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The same by language."""
    languages = sorted({row["language"] for row in wanted})
    return {one: _missing([row for row in wanted if row["language"] == one], found) for one in languages}


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
