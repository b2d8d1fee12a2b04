"""Settles a week's edition: what it tells, what leads it, who is named, what is learned."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from throughline.domain.digest import Material, compose
from throughline.domain.digest_lesson import lesson_of, recalled
from throughline.domain.digest_stories import ranked
from throughline.domain.edition import Edition, Hand, Success, Turns, booked, mark_of
from throughline.domain.edition_turns import WEEKS, turns, waiting
from throughline.domain.journey import JourneyMap
from throughline.domain.map_names import names_on
from throughline.domain.moderation import why_held
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week

MOST_PEOPLE = 40
MOST_DEPARTMENTS = 100
BACK = 2  # weeks: what nobody told for longer is no news any more
DAYS = 7


@dataclass(frozen=True, slots=True)
class Given:
    """What an edition is made from: the week, the two weeks before it, the editions before (the latest first).

    Where there was none, a None stands; `unsettled` are those among them that nobody has settled yet, which this one
    takes over. `hand_before` is what was wanted of the two weeks before. `nameable` are the ids of whoever may be
    named; a week with fewer successes than `fewest` is put off to the next, once.
    """

    week: Week
    thanks: tuple[Thanks, ...] = ()
    changes: tuple[Change, ...] = ()
    thanks_before: tuple[Thanks, ...] = ()
    changes_before: tuple[Change, ...] = ()
    past: tuple[Edition | None, ...] = ()
    unsettled: tuple[Edition, ...] = ()
    hand: Hand = field(default_factory=Hand)
    hand_before: Hand = field(default_factory=Hand)
    nameable: frozenset[str] = frozenset()
    journey_map: JourneyMap | None = None
    fewest: int = 1


def planned(given: Given) -> Edition:
    """The edition as it would be settled now."""
    late, fresh = _going(_left_over(given), given), _going((*given.thanks, *given.changes), given)
    told = sorted((*late, *fresh), key=lambda one: mark_of(one) not in given.hand.pinned)
    last = given.past[0] if given.past else None
    put_off = 0 < len(told) < given.fewest and not given.hand.free and not (last and last.put_off)
    if put_off or not told:
        return Edition(str(given.week), put_off=put_off)
    return replace(_settled(given, told, fresh), merged=bool(late), back=_weeks_back(late, given.week))


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
    return [getattr(one, kind) if one else Turns() for one in past]


def _settled(given: Given, going: Sequence[Success], fresh: Iterable[Success]) -> Edition:
    book = booked(str(given.week), going, _without((*given.thanks, *given.changes), fresh))
    told, week = book.tells_of(going), given.week
    thanks = [one for one in told if isinstance(one, Thanks)]
    led = Counter(one.led for one in given.past[:WEEKS] if one and one.led)
    first = next(iter(ranked(thanks, week, pinned=given.hand.pinned, led=led)), None)
    book = replace(book, headline=mark_of(first) if first else "")
    people = [one.to for one in thanks if one.to in given.nameable]
    lesson = lesson_of(week, told, first.touchpoint if first else "", given.journey_map, given.past)
    return replace(
        book,
        people=turns(people, past_turns(given.past[: WEEKS - 1], "people"), week, MOST_PEOPLE),
        departments=_departments_named(given, told, book),
        led=first.behind[0].department if first and first.behind else "",
        lesson=lesson.id if lesson else "",
        recalls=recalled(given.past, lesson),
    )


def _left_over(given: Given) -> tuple[Success, ...]:
    """What nobody told in the weeks before: it came late, was held, or its week was put off."""
    if not given.past or given.past[0] is None:
        return ()
    before: tuple[Success, ...] = (*given.thanks_before, *given.changes_before)
    return _without(before, (one for edition in given.past[:BACK] if edition for one in edition.tells_of(before)))


def _without(successes: Iterable[Success], others: Iterable[Success]) -> tuple[Success, ...]:
    out = frozenset(map(mark_of, others))
    return tuple(one for one in successes if mark_of(one) not in out)


def _going(successes: Sequence[Success], given: Given) -> list[Success]:
    """Those that nobody dropped and that need not wait; a change that was held may be pinned in a later week."""
    wanted = Hand(pinned=(*given.hand.pinned, *given.hand_before.pinned))
    held = held_changes((one for one in successes if isinstance(one, Change)), wanted, given.journey_map)
    out = {*given.hand.dropped, *given.hand_before.dropped, *held}
    return [one for one in successes if mark_of(one) not in out]


def _weeks_back(late: Iterable[Success], week: Week) -> int:
    return max(((week.monday() - Week.of(one.on).monday()).days // DAYS for one in late), default=1) or 1


def _departments_named(given: Given, told: Sequence[Success], edition: Edition) -> Turns:
    """Whose turn it is; where not all find room, those that the stories show are named whether or not it is."""
    behind, past = departments_of(told), past_turns(given.past[: WEEKS - 1], "departments")
    crowded = len(behind.keys() | waiting(past, given.week)) > MOST_DEPARTMENTS
    shown = _shown(given, told, edition) if crowded else ()
    return turns(behind, past, given.week, MOST_DEPARTMENTS, shown=shown)


def _shown(given: Given, told: Sequence[Success], edition: Edition) -> tuple[str, ...]:
    """The departments in the stories that a reader of no department has."""
    thanks = tuple(one for one in told if isinstance(one, Thanks))
    changes = tuple(one for one in told if isinstance(one, Change))
    digest = compose(Material(given.week, thanks, changes, edition=edition, hand=given.hand), department="")
    stories = (digest.headline, *digest.praises) if digest else ()
    behind = (one.department for story in stories if story for one in story.behind)
    return tuple(dict.fromkeys((*behind, *(one.department for one in (digest.changes if digest else ())))))


def _departments(success: Success) -> tuple[str, ...]:
    if isinstance(success, Change):
        return (success.department,)
    return tuple(dict.fromkeys(one.department for one in success.behind))
