"""Show the map's owner once a week what people's decisions say about the map."""

from dataclasses import asdict
from datetime import datetime

from throughline.domain.journey import JourneyMap
from throughline.domain.letter import LetterKind
from throughline.domain.mirror import Mirror, mirror_of
from throughline.domain.week import Week
from throughline.ports.learning import Mirrors, Precedents
from throughline.usecases.letters import Letterhead, letter_of

MONDAY = 0


def show_mirror(
    *, precedents: Precedents, mirrors: Mirrors, journey_map: JourneyMap | None, head: Letterhead, now: datetime
) -> str:
    """On Mondays, one mail about all that was decided so far; none when there is nothing to see. What became of it."""
    if journey_map is None or not journey_map.cx_manager or now.weekday() != MONDAY:
        return "it is not its day, or nobody owns the map"
    week = Week.of(now)
    if mirrors.shown(week):
        return "it was shown before"
    mirror = mirror_of(journey_map, precedents.all())
    if mirror.blank:
        return "there is nothing to see"
    name = f"letter#{LetterKind.MIRROR}#1"
    letter = letter_of(mirrors.line(week), name, LetterKind.MIRROR, journey_map.cx_manager, fields_of(mirror), head)
    return "shown" if mirrors.show(letter) else "it was shown before"


def fields_of(mirror: Mirror) -> dict[str, object]:
    """What the mail says."""
    return {
        "confused": [asdict(one) for one in mirror.confused],
        "wordless": list(mirror.wordless),
        "gone": [asdict(one) for one in mirror.gone],
        "proposals": [{"code": one.code, **asdict(one), "edit": one.edit.value} for one in mirror.proposals],
    }
