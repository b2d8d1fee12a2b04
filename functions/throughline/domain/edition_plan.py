"""Settles a week's edition: what it tells, what leads it, who is named, what is learned."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from throughline.domain.digest_lesson import lesson_of, recalled
from throughline.domain.digest_stories import ranked
from throughline.domain.edition import MOST_MARKED, Edition, Hand, Success, Turns, mark_of
from throughline.domain.edition_turns import turns
from throughline.domain.journey import JourneyMap
from throughline.domain.map_names import names_on
from throughline.domain.moderation import why_held
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week

MOST_PEOPLE = 40
MOST_DEPARTMENTS = 100


@dataclass(frozen=True, slots=True)
class Given:
    """What an edition is made from: the week, the week before it, the editions before (the latest first).

    Where there was none, a None stands. `nameable` are the ids of whoever may be named; a week with fewer successes
    than `fewest` is put off to the next, once.
    """

    week: Week
    thanks: tuple[Thanks, ...] = ()
    changes: tuple[Change, ...] = ()
    thanks_before: tuple[Thanks, ...] = ()
    changes_before: tuple[Change, ...] = ()
    past: tuple[Edition | None, ...] = ()
    hand: Hand = field(default_factory=Hand)
    hand_before: Hand = field(default_factory=Hand)
    nameable: frozenset[str] = frozenset()
    journey_map: JourneyMap | None = None
    fewest: int = 1


def planned(given: Given) -> Edition:
    """The edition as it would be settled now."""
    before: tuple[Success, ...] = (*given.thanks_before, *given.changes_before)
    late = [one for one in before if _left_over(one, given)]
    fresh: tuple[Success, ...] = (*given.thanks, *given.changes)
    told = [one for one in (*late, *fresh) if _goes(one, given)]
    last = given.past[0] if given.past else None
    put_off = 0 < len(told) < given.fewest and not given.hand.free and not (last and last.put_off)
    if put_off or not told:
        return Edition(str(given.week), put_off=put_off)
    return _settled(given, told, merged=any(one in told for one in late))


def held_changes(changes: Iterable[Change], hand: Hand, journey_map: JourneyMap | None) -> Mapping[str, str]:
    """Changes that wait for the CX manager, by their marks, and why; one that is pinned has been looked at."""
    ours = names_on(journey_map)
    judged = {mark_of(one): why_held(f"{one.said}\n{one.change}", ours=ours) for one in changes}
    return {mark: why for mark, why in judged.items() if why and mark not in hand.pinned}


def departments_of(successes: Iterable[Success]) -> Counter[str]:
    """How many successes each department stands behind."""
    return Counter(name for one in successes for name in _departments(one))


def past_turns(past: Iterable[Edition | None], kind: str) -> list[Turns]:
    """Who was named in the weeks before, people or departments."""
    return [getattr(one, kind) for one in past if one]


def _settled(given: Given, told: Sequence[Success], *, merged: bool) -> Edition:
    thanks = [one for one in told if isinstance(one, Thanks)]
    led = Counter(one.led for one in given.past if one and one.led)
    first = next(iter(ranked(thanks, given.week, pinned=given.hand.pinned, led=led)), None)
    people = [one.to for one in thanks if one.to in given.nameable]
    past, week = given.past[:7], given.week
    lesson = lesson_of(week, told, first.touchpoint if first else "", given.journey_map)
    marks = tuple(mark_of(one) for one in told)
    return Edition(
        week=str(week),
        told=marks if len(marks) <= MOST_MARKED else (),
        whole=len(marks) > MOST_MARKED,
        people=turns(people, past_turns(past, "people"), week, MOST_PEOPLE),
        departments=turns(departments_of(told), past_turns(past, "departments"), week, MOST_DEPARTMENTS),
        headline=mark_of(first) if first else "",
        led=first.behind[0].department if first and first.behind else "",
        lesson=lesson.id if lesson else "",
        recalls=recalled(given.past, lesson),
        merged=merged,
    )


def _left_over(success: Success, given: Given) -> bool:
    """Whether the week before left it for this one: it came late, was held, or its week was put off."""
    last = given.past[0] if given.past else None
    return last is not None and not last.tells(success) and mark_of(success) not in given.hand_before.dropped


def _goes(success: Success, given: Given) -> bool:
    if mark_of(success) in given.hand.dropped:
        return False
    return isinstance(success, Thanks) or not held_changes([success], _both(given), given.journey_map)


def _both(given: Given) -> Hand:
    """A change that was held in the week before may be pinned under either week."""
    return Hand(pinned=(*given.hand.pinned, *given.hand_before.pinned))


def _departments(success: Success) -> tuple[str, ...]:
    if isinstance(success, Change):
        return (success.department,)
    return tuple(dict.fromkeys(one.department for one in success.behind))
