"""Keep what came in but can become nothing, where a person can see it, with the reason."""

import hashlib
from datetime import datetime

from throughline.domain.feedback import MAX_TEXT
from throughline.domain.line import Aside
from throughline.ports import Facts


def set_aside(*, words: str, reason: str, seen: str, now: datetime, facts: Facts) -> bool:
    """Keep the words once, however often they come; whether there was anything to keep.

    `seen` is the door that they came by.
    """
    if not words.strip():
        return False
    digest = hashlib.sha256(f"{seen}|{words}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    facts.set_aside(Aside(f"Q#{digest}", reason, seen, words[:MAX_TEXT], now.date()))
    return True
