"""Tell each department once a week what its customers speak of, and open a case for what rises suddenly.

Meant to be run every hour: whatever a run that died or never came left undone is done by the next one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from throughline.domain.gathering import short
from throughline.domain.gathering_themes import codes_of, comment_of, part_of
from throughline.domain.journey import Department, JourneyMap, folded
from throughline.domain.rise import MOST_WEEKS
from throughline.domain.themes import SMALLEST_GROUP, Theme, foremost, kept, rising, themes_of
from throughline.domain.week import Week
from throughline.domain.working_time import at_work
from throughline.ports import Themes
from throughline.usecases.letters import Letterhead
from throughline.usecases.theme_letters import Ground, risen_case, themes_letter


@dataclass(frozen=True, slots=True)
class ThemeDesk:
    """What telling needs; `zone` is where the CX manager's clock stands."""

    themes: Themes
    journey_map: JourneyMap
    head: Letterhead
    zone: str = "UTC"
    smallest_group: int = SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class Spoken:
    """A week's themes, and what their mails are written on."""

    themes: tuple[Theme, ...]
    ground: Ground


def tell_themes(*, now: datetime, desk: ThemeDesk) -> dict[str, int]:
    """How many departments were told of the week that is over, and how many themes of this one got a case.

    A department is told in its first working hour since the week was over, never at weekends or on holidays; of
    what belongs to no touchpoint of the map the CX manager is. A theme that rises gets one case; it counts as the
    same rise as long as it was seen to rise in this week or the one before.
    """
    this = Week.of(now)
    last, *before = _weeks_before(this)
    over, *earlier = (desk.themes.week(week) for week in (last, *before))
    due = [one for one in _readers(desk) if short(one.name) not in over.told and _hears(one, now, desk)]
    told, counts = 0, over.kept
    if due or counts is None:
        spoken = _spoken(last, earlier[0].kept or {}, desk, now)
        counts = _kept(spoken, desk) if counts is None else counts
        told = sum(_told(one, spoken, desk) for one in due if spoken.ground.gathered)
    weeks = [week.kept for week in reversed(earlier[: MOST_WEEKS - 1]) if week.kept is not None]
    weeks += [counts] if counts is not None else []
    return {"told": told, "risen": _raise(this, over.risen, weeks, desk, now) if weeks else 0}


def _weeks_before(week: Week) -> Iterator[Week]:
    """Those that are looked back at, the latest first."""
    for _ in range(MOST_WEEKS):
        week = week.previous()
        yield week


def _readers(desk: ThemeDesk) -> tuple[Department, ...]:
    """Every department, and the CX manager for what belongs to none."""
    manager = Department("", notify_email=desk.journey_map.cx_manager, timezone=desk.zone)
    return (*desk.journey_map.departments, manager)


def _hears(reader: Department, now: datetime, desk: ThemeDesk) -> bool:
    reachable = reader.notify_email or desk.journey_map.cx_manager
    return bool(reachable) and at_work(reader, desk.journey_map.holidays, now)


def _spoken(week: Week, earlier: Mapping[str, int], desk: ThemeDesk, now: datetime) -> Spoken:
    gathered = {one.key: one for one in desk.themes.gathered(week)}
    comments = map(comment_of, gathered.values())
    themes = themes_of(comments, earlier, week=week, smallest_group=desk.smallest_group)
    return Spoken(themes, Ground(week, gathered, desk.journey_map, desk.head, now))


def _kept(spoken: Spoken, desk: ThemeDesk) -> Mapping[str, int] | None:
    """What is remembered of the week from now on; nothing of one in which nobody said anything."""
    if not spoken.ground.gathered:
        return None
    counts = kept(spoken.themes)
    desk.themes.keep(spoken.ground.week, counts)
    return counts


def _told(reader: Department, spoken: Spoken, desk: ThemeDesk) -> bool:
    """Whether a mail goes to the reader; with nothing to tell it is noted that there was nothing."""
    own = [theme for theme in spoken.themes if folded(_department_of(theme, spoken.ground)) == folded(reader.name)]
    told = foremost(own)
    others = sum(theme.count for theme in own if theme not in told)
    letter = themes_letter(reader, told, others, spoken.ground) if told else None
    return desk.themes.tell(spoken.ground.week, reader.name, letter) and bool(told)


def _department_of(theme: Theme, ground: Ground) -> str:
    part = part_of(theme, ground.gathered, ground.journey_map)
    known = ground.journey_map.department(part.department) if part else None
    return known.name if known else ""


def _raise(
    week: Week, risen_before: frozenset[str], weeks: Sequence[Mapping[str, int]], desk: ThemeDesk, now: datetime
) -> int:
    spoken = _spoken(week, weeks[-1], desk, now)
    risen = [theme for theme in spoken.themes if rising(theme, weeks)]
    known = desk.themes.week(week).risen if risen else frozenset[str]()
    return sum(_opened(theme, known, risen_before, spoken.ground, desk.themes) for theme in risen)


def _opened(theme: Theme, known: frozenset[str], before: frozenset[str], ground: Ground, themes: Themes) -> bool:
    codes = codes_of(theme)
    if (known | before).intersection(codes):
        themes.still_risen(ground.week, tuple(code for code in codes if code not in known))
        return False
    part = part_of(theme, ground.gathered, ground.journey_map)
    if part is None:  # no department answers for it: the CX manager reads of it among the week's themes
        return False
    return themes.rise(*risen_case(theme, part, codes, ground))
