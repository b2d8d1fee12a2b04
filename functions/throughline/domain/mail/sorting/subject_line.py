"""A subject without what mail programs put before it."""

import re

_PREFIX = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|vs|ref|rif|res|odp|r|fw|fwd|wg|tr|rv|enc|i|pd|doorst|vb"
    r"|回复|回覆|答复|答覆|转发|轉寄|返信|転送)\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]",
    re.IGNORECASE,
)
MOST = 50


def bare_subject(subject: str) -> str:
    """What conversations are told apart by: no "Re:" in any language, small letters, single blanks."""
    for _ in range(MOST):
        found = _PREFIX.match(subject)
        if not found:
            break
        subject = subject[found.end() :]
    return " ".join(subject.split()).casefold()
