"""Header fields that stand above a quote: from, sent, to, subject, in any order and language."""

import re
from collections.abc import Sequence

from throughline.domain.mail.splitting.quote_words import LABELS
from throughline.domain.mail.splitting.split_lines import Line, next_filled
from throughline.domain.mail.splitting.split_patterns import Late

_EVIDENCE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[:.]\d{2}|@")
_FIELD = Late(r"[>*_\s]*(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS.items()) + r")[*_\s]*[:：]")
_INNER_FIELD = Late(
    r"(?<=[\s*])(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in LABELS.items() if kind not in ("to", "cc", "more"))
    + r")[*_\s]*[:：]\s"
)
_LONGEST_LINE = 300
_FIELDS_ENOUGH, _FIELDS_PLENTY, _MOST_FIELD_LINES, _MOST_WRAPPED = 2, 4, 16, 3


def fields_at(lines: Sequence[Line], at: int) -> int:
    """How many lines of header fields stand here, in any order and language; 0 when they are too few to be sure."""
    first = _FIELD.match(lines[at].plain)
    if not first:
        return 0
    inner = {match.lastgroup for match in _INNER_FIELD.finditer(lines[at].plain[:_LONGEST_LINE])}
    kinds, evidence, end, wrapped = {first.lastgroup, *inner}, bool(_EVIDENCE.search(lines[at].plain)), at + 1, 0
    for place in range(at + 1, min(len(lines), at + _MOST_FIELD_LINES)):
        plain = lines[place].plain
        match = _FIELD.match(plain)
        if match:
            kinds.add(match.lastgroup)
            evidence, end, wrapped = evidence or bool(_EVIDENCE.search(plain)), place + 1, 0
        elif wrapped == _MOST_WRAPPED or (not plain and _is_body(lines, place)):
            break
        else:
            evidence, wrapped = evidence or "@" in plain, wrapped + 1
    kinds.discard("more")
    enough = len(kinds) >= _FIELDS_ENOUGH and bool(kinds & {"from", "date"}) and evidence
    plenty = len(kinds) >= _FIELDS_PLENTY and not _led_to(lines, at)
    return end - at if enough or plenty else 0


def _led_to(lines: Sequence[Line], at: int) -> bool:
    """Whether the words above lead on with a colon: fields below them are a list of the writer's."""
    above = next(
        (lines[place].plain for place in range(at - 1, max(-1, at - 1 - _MOST_WRAPPED), -1) if lines[place].plain), ""
    )
    return above.endswith((":", "："))


def _is_body(lines: Sequence[Line], blank: int) -> bool:
    """Whether fields are over at a blank line; some programs set one between any two."""
    after = next_filled(lines, blank)
    return after == len(lines) or after - blank > 1 or not _FIELD.match(lines[after].plain)
