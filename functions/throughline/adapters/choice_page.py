"""What a reader's choice looks like: to people as a page's context, to programs as a document."""

from collections.abc import Mapping
from typing import Any

from throughline.adapters.digest_paper import clock_hour
from throughline.adapters.paper import languages, spoken
from throughline.domain.digest_time import Rhythm, hour_of, hours_to_choose
from throughline.domain.person import KEEP_OUT, Person
from throughline.usecases.choose_digest import masked
from throughline.usecases.choose_reading import Wish, read_wish


def wish_in(fields: Mapping[str, str], rhythm: Rhythm) -> Wish:
    """The hour and the language that a form asks for; Refused when we serve one of them to nobody."""
    return read_wish(fields, hours=hours_to_choose(rhythm), languages=[one.tag for one in languages()])


def choice_view(reader: Person, rhythm: Rhythm, action: str, notice: str = "") -> dict[str, Any]:
    """The context of the page."""
    return {
        "address": masked(reader.email),
        "digest": reader.digest,
        "naming": reader.naming,
        "hour": reader.hour,
        "usual": clock_hour(rhythm.hour),
        "hours": [(one, clock_hour(one)) for one in hours_to_choose(rhythm)],
        "zone": reader.timezone,
        "tongue": spoken(reader.language).replace("_", "-"),
        "languages": [{"tag": one.tag, "name": one.name} for one in languages()],
        "nonce": "",
        "action": action,
        "notice": notice,
    }


def choice_told(reader: Person | None, rhythm: Rhythm, reason: str) -> dict[str, Any]:
    """What holds now, and why; whoever is gone is written to no more."""
    if reader is None:
        return {"digest": "off", "naming": KEEP_OUT, "reason": reason}
    language = spoken(reader.language).replace("_", "-")
    when = {"hour": hour_of(reader, rhythm), "language": language}
    return {"digest": reader.digest, "naming": reader.naming, **when, "reason": reason}
