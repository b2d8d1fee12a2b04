"""What is said in confidence: how it is told by its words, and the part that its owner has in it.

It goes to the confidential contact alone and never to a department. Words tell, no model does; it errs towards
the contact.
"""

import re
from collections.abc import Iterator

from throughline.domain.journey import CONFIDANT, JourneyMap, Member, Part
from throughline.domain.mood import is_praise
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.words import holds_phrase, plain, stem, words_in

WITHIN = "1d"
MOMENT = "In confidence"
WISHED = "whoever wrote it asked for that"
OF_THE_MAP = "the map keeps “{}” in confidence"
OF_A_HEAD = "it may be about the head of a team"
_LEADING = re.compile(
    r"\b(?:head|lead(?:er)?|team ?lead\w*|manager(?:in)?|director|supervisor|foreman|forewoman|chief|boss|principal"
    r"|\w*leit(?:er|ung)(?:in)?|chef(?:in)?|vorgesetzte\w*|responsable|directeur|directrice|jef[ea]|encargad[oa]"
    r"|directora|capo|responsabile|chefe|gerente|hoofd|leidinggevende|kierowni\w+|müdür|şef)\b",
    re.IGNORECASE,
)
_SHORTEST = 3


def confided_because(text: str, journey_map: JourneyMap | None) -> str:
    """Why it is for the confidential contact alone; empty when nothing says so."""
    return is_sensitive(text) or (_by_the_map(text, journey_map) if journey_map else "")


def part_of(journey_map: JourneyMap, touchpoint: str) -> Part:
    """The contact's part in whatever is said in confidence, at the moment that was named, if one was."""
    known = journey_map.touchpoint(touchpoint) if touchpoint else None
    where = (known.journey, known.stage, known.name, known.channel) if known else ("", "", MOMENT, "")
    return Part(*where, CONFIDANT, "", "", (), WITHIN, "")


def _by_the_map(text: str, journey_map: JourneyMap) -> str:
    said = tuple(map(stem, words_in(text)))
    for phrase in journey_map.confidential_words.split(";"):
        if holds_phrase(said, tuple(map(stem, words_in(phrase)))):
            return OF_THE_MAP.format(phrase.strip())
    return OF_A_HEAD if _names_a_head(text, journey_map) and not is_praise(text) else ""


def _names_a_head(text: str, journey_map: JourneyMap) -> bool:
    """Whether it names who leads a team: the whole name or the title however written, one name with its capital."""
    words = words_in(text)
    written, said = frozenset(words), tuple(map(plain, words))
    names = tuple(_heads(journey_map))
    titles = (one.role for department in journey_map.departments for one in department.people if _leads(one))
    phrases = (*names, *(title for title in titles if len(words_in(title)) > 1))
    if any(holds_phrase(said, tuple(map(plain, words_in(one)))) for one in phrases):
        return True
    return any(word in written for name in names for word in words_in(name) if len(word) >= _SHORTEST)


def _heads(journey_map: JourneyMap) -> Iterator[str]:
    """The names of those who lead a team, or whom one is escalated to: jo.hart@example.com is Jo Hart."""
    for department in journey_map.departments:
        yield from (one.name for one in department.people if _leads(one))
        before, at, _ = department.escalate_to.partition("@")
        parts = [part for part in re.split(r"[._]", before) if part.isalpha()]
        if at and len(parts) > 1:
            yield " ".join(part.capitalize() for part in parts)


def _leads(member: Member) -> bool:
    return _LEADING.search(member.role) is not None
