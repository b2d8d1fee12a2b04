"""What programs, lists and lawyers add below somebody's words: `Sent from my ...`, notices, footers."""

import re

from throughline.domain.mail.splitting.signature_added_words import (
    DEVICES,
    FOOTERS,
    NOTICE_TITLES,
    NOTICE_WORDS,
    OF_ONESELF,
    SENT,
    SENT_LAST,
    THIS_MAIL,
)
from throughline.domain.mail.splitting.split_patterns import Late

_SENT = Late(rf"[-*_(\[\s]{{0,3}}(?:{SENT})")
_SENT_LAST = Late(rf"(?:.{{0,80}}\s)?(?:{SENT_LAST})[.。]?")
_DEVICE = Late(DEVICES)
_BRAND = Late(r"blackberry|iphone|ipad|android|samsung|outlook|yahoo|huawei|nokia|gmx|proton|windows")
_EXCUSE = Late(r"excuse|typo|brevity|sorry|pardon|forgive|tippfehler|entschuldig|kürze")
_MINE = Late(r"sent (?:from (?:my|an?|the)|via|by)\s")
_THIS_MAIL, _NOTICE_WORD = Late(THIS_MAIL), Late(NOTICE_WORDS)
_NOTICE_TITLE, _FOOTER = (
    Late(NOTICE_TITLES),
    Late(rf"[-_*=\s]{{0,80}}(?:{FOOTERS})"),
)
_OF_ONESELF = Late(OF_ONESELF, 0)
_CLOSES = re.compile(r"[.!?。！？…]['\"”’)]?$")
_LONGEST, _MOST_WORDS, _LONG_SENT, _LONGEST_NOTICE, _ENOUGH_NOTICES = 90, 9, 14, 6_000, 2


def is_sent_from(plain: str, *, apart: bool, last: bool) -> bool:
    """`Sent from my ...`, added by a program; never a sentence that a person wrote of something sent."""
    if not plain or len(plain) > 2 * _LONGEST or not (_SENT.match(plain) or _SENT_LAST.fullmatch(plain)):
        return False
    words, device = len(plain.split()), bool(_DEVICE.search(plain))
    if plain[0].islower() and not apart and not plain.startswith(("i", "get")):
        return False
    said = words > _MOST_WORDS and not _SENT_LAST.fullmatch(plain) and not _EXCUSE.search(plain)
    if said and (("," in plain and _CLOSES.search(plain)) or not _BRAND.search(plain)):
        return False
    return words <= _LONG_SENT and (
        device or (apart and last and not _CLOSES.search(plain) and bool(_MINE.match(plain)))
    )


def is_notice(text: str) -> bool:
    """A paragraph that lawyers, lists or programs add: it speaks of this mail itself, never of `me`."""
    start = text[:_LONGEST_NOTICE]
    if _FOOTER.match(start):
        return not _OF_ONESELF.search(start)
    if not _THIS_MAIL.search(start) or _OF_ONESELF.search(start):
        return False
    return len({word.lower() for word in _NOTICE_WORD.findall(start)}) >= _ENOUGH_NOTICES


def begins_notice(plain: str) -> bool:
    """Whether a notice can begin with this line: it names this mail, or its own title, at once."""
    start = plain[:_LONGEST]
    return bool(_FOOTER.match(start) or _THIS_MAIL.search(start) or _NOTICE_TITLE.match(start.strip("*_ ")))


def is_notice_title(text: str) -> bool:
    """What stands alone above a notice."""
    return len(text) <= _LONGEST and bool(_NOTICE_TITLE.fullmatch(text.strip("*_ ")))
