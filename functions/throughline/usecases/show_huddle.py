"""The issue of a team's fifteen minutes: of what waits for its department, the one that most people speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from throughline.domain.digest_stories import shortened
from throughline.domain.journey import JourneyMap
from throughline.usecases.for_outside import words_outside
from throughline.usecases.hear_fact import FACT
from throughline.usecases.letters import when
from throughline.usecases.read_inbox import DeskRooms, Group, inbox_of
from throughline.usecases.show_case import zone_of

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Issue:
    """What waits: about which moment, how many notes, and by when an answer is promised.

    `quote` is what a customer said of it, without names and numbers: paper lies about. What a colleague wrote is for
    the inbox alone, since a team may know who says what.
    """

    touchpoint: str
    count: int
    promised: str
    late: bool
    quote: str = ""


def what_waits(department: str, rooms: DeskRooms, journey_map: JourneyMap, now: datetime) -> Issue | None:
    """The largest group of notes that say much the same, of equals the one due first; None where nothing waits.

    Who asks to be called is nobody's issue but its owner's; what is said in confidence stands in no inbox.
    """
    inbox = inbox_of(department, rooms)
    groups = [group for _, group in inbox.groups(now) if not group[0].call_back]
    if not groups:
        return None
    group = max(groups, key=len)
    first = min(group, key=lambda case: case.reply_by)
    promised = when(first.reply_by, zone_of(department, journey_map))
    said = shortened(words_outside(_customers_words(group, inbox.words), journey_map), LONGEST_QUOTE)
    return Issue(first.touchpoint, len(group), promised, now > first.reply_by, said)


def _customers_words(group: Group, words: Mapping[str, str]) -> str:
    return next((words[case.subject] for case in group if case.fact != FACT), "")
