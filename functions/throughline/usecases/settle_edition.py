"""Settle a week's edition from what it is made from: the week, the two before it, and the editions before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from throughline.domain.digest_lesson import RECALLED_AFTER
from throughline.domain.edition import Edition, Hand, without
from throughline.domain.edition_plan import BACK, MOST_PEOPLE, Given, past_turns, planned
from throughline.domain.edition_turns import WEEKS, waiting
from throughline.domain.person import BY_NAME
from throughline.domain.week import Week
from throughline.ports import Directory, Editions, MapStore, Weeks

NO_MAIL = 2  # weeks: so long a question that is due waits for a digest that goes
LOOKED_BACK = max(RECALLED_AFTER) + NO_MAIL
MOST_ASKED = 10 * MOST_PEOPLE  # of those who wait


@dataclass(frozen=True, slots=True)
class Editing:
    """What drafting needs; a week with fewer successes than `fewest` is put off once."""

    weeks: Weeks
    maps: MapStore
    editions: Editions | None = None
    directory: Directory | None = None
    fewest: int = 1


@dataclass(frozen=True, slots=True)
class _Past:
    """A week that was, what was settled for it, and what was wanted of it."""

    week: Week
    edition: Edition | None
    hand: Hand


def settled(week: Week, editing: Editing) -> tuple[Given, Edition]:
    """The week's edition, settled now unless somebody was faster, and what it was made from.

    What nobody settled before is put off for good, so that letting it go later tells nothing twice.
    """
    given = given_for(week, editing)
    if editing.editions is None:
        return given, planned(given)
    closed = [editing.editions.settle(one) for one in given.unsettled]
    if closed != list(given.unsettled):  # one of them was let go in this moment
        given = given_for(week, editing)
    return given, editing.editions.settle(planned(given))


def given_for(week: Week, editing: Editing) -> Given:
    """All that the week's edition is made from; reads grow with three weeks, never with history."""
    stood = list(_past(week, editing.editions))
    past = _known(stood)
    hands, weeks = [one.hand for one in stood[:BACK]], editing.weeks
    before = [one.week for one, edition in zip(stood[:BACK], past, strict=False) if edition][::-1]
    thanks, thanks_before = weeks.thanks(week), [one for of in before for one in weeks.thanks(of)]
    may, gone = _asked(past, week, editing.directory)
    people = (one.to for one in (*thanks_before, *thanks) if one.to)
    nameable = frozenset(named(people, editing.directory) if editing.directory else ())
    return Given(
        week=week,
        thanks=tuple(thanks),
        changes=tuple(weeks.changes(week)),
        thanks_before=tuple(thanks_before),
        changes_before=tuple(one for of in before for one in weeks.changes(of)),
        past=tuple(one and without(one, *gone) for one in past),
        unsettled=tuple(new for one, new in zip(stood, past, strict=True) if new and not one.edition),
        hand=editing.editions.of(week)[1] if editing.editions else Hand(),
        hand_before=Hand(
            pinned=tuple(mark for one in hands for mark in one.pinned),
            dropped=tuple(mark for one in hands for mark in one.dropped),
        ),
        nameable=nameable | may,
        journey_map=editing.maps.current(),
        fewest=editing.fewest,
    )


def named(people: Iterable[str], directory: Directory) -> Mapping[str, str]:
    """The names of those who said that they may be named, by their ids; nobody else's."""
    known = (directory.person(one) for one in dict.fromkeys(people))
    return {one.id: one.name for one in known if one and one.active and one.naming == BY_NAME}


def past_of(week: Week, editions: Editions | None) -> tuple[Edition | None, ...]:
    """The editions of the weeks before, the latest first."""
    return tuple(one.edition for one in _past(week, editions))


def _past(week: Week, editions: Editions | None) -> Iterator[_Past]:
    if editions is None:
        return
    for _ in range(LOOKED_BACK):
        week = week.previous()
        yield _Past(week, *editions.of(week))


def _known(stood: Sequence[_Past]) -> list[Edition | None]:
    """The editions of these weeks; where one of the last was held, or nobody came to settle it, it is put off."""
    found: list[Edition | None] = []
    for ago, one in reversed(list(enumerate(stood, start=1))):
        left = ago <= BACK and (one.hand.held or any(found))
        found.insert(0, one.edition or (Edition(str(one.week), put_off=True) if left else None))
    return found


def _asked(past: Sequence[Edition | None], week: Week, directory: Directory | None) -> tuple[set[str], set[str]]:
    """Of those whose turn comes next, who may be named, and who left or wants to keep out."""
    may, gone = set[str](), set[str]()
    if directory:
        for name in waiting(past_turns(past[: WEEKS - 1], "people"), week)[:MOST_ASKED]:
            if len(may) < MOST_PEOPLE:
                (may if named([name], directory) else gone).add(name)
    return may, gone
