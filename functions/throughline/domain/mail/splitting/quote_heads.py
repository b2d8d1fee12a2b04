"""Where a quote begins: the lines by which mail programs announce one, wrapped or in any order."""

import re
from collections.abc import Sequence

from throughline.domain.mail.splitting.quote_fields import fields_at
from throughline.domain.mail.splitting.quote_lines import announced_at
from throughline.domain.mail.splitting.quote_words import FORWARDS, ORIGINALS, VERBS, WRITE_ABOVE
from throughline.domain.mail.splitting.split_lines import Head, Line, next_filled
from throughline.domain.mail.splitting.split_patterns import Late

_LONGEST_LINE, _MOST_BETWEEN = 300, 3
_RULED = re.compile(r"[-_=*–—─━═＝\s]{2,80}")
_RULE = re.compile(r"[-_=*–—─━═＝]{4,}")
_ORIGINAL = Late(rf"[-_=*–—─<> ]*[-_=*–—─]{{2,}}\s*(?:{ORIGINALS})\s*:?\s*[-_=*–—─]{{2,}}[-_=*–—─<> ]*")
_FORWARD = Late(rf"(?:{FORWARDS})\s*[:：]?")
_NOTES = Late(
    rf"[-–—]{{3,}}\s*\S.{{0,200}}\b(?:{VERBS})\b.{{0,60}}[-–—]{{3,}}|.{{1,80}}\s-{{3}}\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\s.{{3,20}}---.{{0,200}}"
)
_ABOVE = Late(rf"(?:[-#=_*~+.<>\[(\s]{{2,40}}).{{0,60}}(?:{WRITE_ABOVE})")


def head_at(lines: Sequence[Line], at: int) -> Head | None:
    """The head that begins at a line, if one does."""
    plain = lines[at].plain
    if not plain or len(plain) > _LONGEST_LINE:
        return None
    if _ORIGINAL.fullmatch(plain) or _FORWARD.fullmatch(plain) or _NOTES.fullmatch(plain) or _ABOVE.match(plain):
        return Head(1, sure=True)
    if _RULE.fullmatch(plain):
        return _after_rule(lines, at)
    length = fields_at(lines, at)
    return Head(length, sure=True) if length else announced_at(lines, at)


def is_rule(line: Line) -> bool:
    """Whether a line is a drawn one."""
    return bool(_RULED.fullmatch(line.plain))


def _after_rule(lines: Sequence[Line], at: int) -> Head | None:
    """A drawn line announces a quote only together with header fields."""
    start = next_filled(lines, at + 1)
    length = fields_at(lines, start) if start < len(lines) and start - at <= _MOST_BETWEEN else 0
    return Head(start - at + length, sure=True) if length else None
