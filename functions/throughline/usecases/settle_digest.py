"""What a manager wishes of a week's digest, done once however often it is sent."""

from collections.abc import Mapping

from throughline.domain.edition import DROPPED, PINNED
from throughline.domain.week import Week
from throughline.errors import Refused
from throughline.ports import Chunks, Editions, Sending, Weeks
from throughline.usecases.edit_digest import let_go, sign, wish

HOLD, RELEASE, DROP, PIN, NOTE = ACTS = ("hold", "release", "drop", "pin", "note")
CHANGED, REPEATED = "changed", "repeated"


def settle_digest(
    *,
    week: Week,
    act: str,
    fields: Mapping[str, str],
    weeks: Weeks,
    editions: Editions,
    sending: Sending,
    chunks: Chunks,
) -> str:
    """Whether it changed anything; Refused for what can't be done, or not any more."""
    before = editions.of(week)[1]
    story, words, by = (fields.get(name, "").strip() for name in ("story", "words", "by"))
    went_on = False
    match act:
        case "hold":
            editions.hold(week, held=True)
        case "release":
            went_on = let_go(week, editions=editions, sending=sending, chunks=chunks)
        case "drop" if story.lower() not in before.dropped:
            wish(week, story, wished=DROPPED, weeks=weeks, editions=editions)
        case "pin" if story.lower() not in before.pinned:
            wish(week, story, wished=PINNED, weeks=weeks, editions=editions)
        case "note" if (words, by) != (before.note, before.by) or not words:
            sign(week, words, by, editions=editions)
        case _ if act not in ACTS:
            raise Refused("Nothing is done by that.", field="act", do=f"Choose one of: {', '.join(ACTS)}.")
    return CHANGED if went_on or editions.of(week)[1] != before else REPEATED
