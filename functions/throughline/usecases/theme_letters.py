"""The mails about themes: they carry where customers' sentences stand, which are read when the mail goes out."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from throughline.domain.case import Case
from throughline.domain.decision import Routed
from throughline.domain.gathering import Gathering, Quote, Risen, short
from throughline.domain.gathering_themes import quotes_in
from throughline.domain.journey import Department, JourneyMap, Part
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.subject import subject_of
from throughline.domain.themes import Theme
from throughline.domain.week import Week
from throughline.usecases.for_outside import is_outside
from throughline.usecases.letters import Letterhead, case_letter, language_of, letter_of
from throughline.usecases.open_case import Opening, open_case


@dataclass(frozen=True, slots=True)
class Ground:
    """What mails of a week's themes are written on."""

    week: Week
    gathered: Mapping[str, Gathering]
    journey_map: JourneyMap
    head: Letterhead
    now: datetime


def themes_letter(reader: Department, told: Iterable[Theme], others: int, ground: Ground) -> Letter:
    """A reader's foremost themes of a week; `others` is how many comments are in none of them."""
    head, name = ground.head, f"letter#{LetterKind.THEMES}#{short(reader.name)}"
    today = datetime.combine(ground.now.date(), time(), UTC)  # written again, it is the same mail
    fields = {
        "department": reader.name,
        "week": str(ground.week.number),
        "themes": [_told(theme, ground) for theme in told],
        "others": others,
        "desk_url": head.desk_url(reader.name, today) if reader.name else "",
        "outside": is_outside(reader.name, ground.journey_map),
    }
    to, beside = reader.notify_email or ground.journey_map.cx_manager, ground.journey_map.beside(reader.name)
    letter = letter_of(line_of_week(ground.week), name, LetterKind.THEMES, to, fields, head, language_of(reader))
    return replace(letter, otherwise=beside, otherwise_subject=subject_of(head.root, beside))


def risen_case(theme: Theme, part: Part, codes: tuple[str, ...], ground: Ground) -> tuple[Risen, Case, Letter]:
    """The case of a theme that rose, on a line of its own, and its department's mail."""
    line = f"K#{short(f'{ground.week} {codes[0]}')}"
    quotes = quotes_in(theme, ground.gathered)
    risen = Risen(line, str(ground.week), theme.touchpoint, theme.name, theme.count, codes, quotes)
    reason = f"far more customers than in the weeks before speak of “{theme.name}”"
    case = open_case(Opening(line, 1, Routed(part, "", reason)), ground.journey_map, ground.now)
    letter = case_letter(case, risen.told, (), ground.journey_map, ground.head)
    told = {"quotes": _places(quotes), "outside": is_outside(case.department, ground.journey_map)}
    return risen, case, replace(letter, fields={**letter.fields, **told})


def line_of_week(week: Week) -> str:
    """The line that a week's mails about themes stand on."""
    return f"Y#{week}"


def _told(theme: Theme, ground: Ground) -> dict[str, Any]:
    return {
        "touchpoint": theme.touchpoint,
        "name": theme.name,
        "count": theme.count,
        "earlier": theme.earlier,
        "trend": theme.trend.value,
        "quotes": _places(quotes_in(theme, ground.gathered)),
    }


def _places(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [asdict(one) for one in quotes]
