"""What in a note may tell who wrote it, or whom it is about: for whoever wrote it to look at once more."""

import re
from collections import Counter
from enum import StrEnum

from throughline.domain.journey import JourneyMap, folded
from throughline.domain.map_names import names_on
from throughline.domain.nameless import ADDRESS, LINK, NAME, traces
from throughline.domain.nameless import NUMBER as FIGURES
from throughline.domain.words import holds_phrase, plain, words_in

LONGEST_READ = 20_000
_SHORTEST = 3
_OWN = re.compile(
    r"\b(?:(?:on|in|during|at the end of|start of) my (?:shift|break|rota|first (?:day|week|month))|my (?:shift|rota)"
    r"|(?:as|i am|i'm|i’m|im|being) the only|only i (?:was|am|know|saw)|i was (?:the only one|alone)"
    r"|my first (?:day|week)|since i (?:started|joined|came back)|when i (?:was off sick|came back from)"
    r"|my (?:boss|manager|supervisor|team lead|shift lead|line manager|maternity|parental leave|van|locker)"
    r"|(?:in|während|nach|vor) meiner (?:schicht|pause|ersten woche|elternzeit)|meine schicht|als einzige[rn]?"
    r"|(?:ich )?war (?:als )?allein|(?:bin|war) (?:ich )?(?:der|die) einzige"
    r"|mein(?:e|em|en|er)? (?:chef|chefin|vorgesetzte\w*|schichtleit\w+|teamleit\w+|erste[rn]? (?:tag|woche)|kasse)"
    r"|seit ich (?:hier )?(?:angefangen|da) \w+|(?:pendant|dans) mon (?:poste|service)"
    r"|mon (?:chef|équipe|responsable)|je suis (?:le|la) seule?|j'étais seule?"
    r"|(?:en|durante) mi turno|mi (?:jefe|jefa|turno|encargad[oa])|soy (?:el|la) únic[oa])\b",
    re.IGNORECASE,
)


class Giveaway(StrEnum):
    """What there is to look at."""

    PERSON = "person"
    ADDRESS = "address"
    NUMBER = "number"
    OWN = "own"  # the writer's own shift, boss or first day
    ROLE = "role"  # a part that one person alone has


def giveaways(text: str, journey_map: JourneyMap | None) -> tuple[Giveaway, ...]:
    """All that a text may give away, in the order that people look at it."""
    said = text[:LONGEST_READ]
    found = traces(said, known=names_on(journey_map))
    there = {
        Giveaway.PERSON: NAME in found or _known(said, journey_map),
        Giveaway.ADDRESS: bool(found & {ADDRESS, LINK}),
        Giveaway.NUMBER: FIGURES in found,
        Giveaway.OWN: _OWN.search(said) is not None,
        Giveaway.ROLE: _alone(said, journey_map),
    }
    return tuple(one for one, tells in there.items() if tells)


def _known(text: str, journey_map: JourneyMap | None) -> bool:
    """Whether somebody on the map is named: the whole name however written, one of its words with a capital."""
    words = words_in(text)
    written, said = frozenset(words), tuple(map(plain, words))
    people = [one.name for department in journey_map.departments for one in department.people] if journey_map else []
    whole = (tuple(map(plain, words_in(name))) for name in people)
    single = (word for name in people for word in words_in(name) if len(word) >= _SHORTEST)
    return any(holds_phrase(said, name) for name in whole) or not written.isdisjoint(single)


def _alone(text: str, journey_map: JourneyMap | None) -> bool:
    """Whether a part is named that one person alone has on the map."""
    departments = journey_map.departments if journey_map else ()
    roles = Counter(folded(one.role) for department in departments for one in department.people if one.role)
    said = tuple(map(plain, words_in(text)))
    return any(count == 1 and holds_phrase(said, tuple(map(plain, words_in(role)))) for role, count in roles.items())
