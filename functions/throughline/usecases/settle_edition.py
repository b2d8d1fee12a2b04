"""Gather what a week's edition is made from: the week, the one before it, and the editions before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from throughline.domain.digest_lesson import RECALLED_AFTER
from throughline.domain.edition import Edition, Hand
from throughline.domain.edition_plan import Given
from throughline.domain.person import BY_NAME
from throughline.domain.recognition import Change, Thanks
from throughline.domain.week import Week
from throughline.ports import Directory, Editions, MapStore, Weeks

LOOKED_BACK = max(RECALLED_AFTER)


@dataclass(frozen=True, slots=True)
class Editing:
    """What drafting needs; a week with fewer successes than `fewest` is put off once."""

    weeks: Weeks
    maps: MapStore
    editions: Editions | None = None
    directory: Directory | None = None
    fewest: int = 1


def given_for(week: Week, editing: Editing) -> Given:
    """All that the week's edition is made from; reads grow with two weeks, never with history."""
    past = tuple(_past(week, editing.editions))
    before = week.previous()
    last = past[0][0] if past else None
    thanks = tuple(editing.weeks.thanks(week))
    thanks_before: tuple[Thanks, ...] = tuple(editing.weeks.thanks(before)) if last else ()
    changes_before: tuple[Change, ...] = tuple(editing.weeks.changes(before)) if last else ()
    people = (one.to for one in (*thanks_before, *thanks) if one.to)
    return Given(
        week=week,
        thanks=thanks,
        changes=tuple(editing.weeks.changes(week)),
        thanks_before=thanks_before,
        changes_before=changes_before,
        past=tuple(edition for edition, _ in past),
        hand=editing.editions.of(week)[1] if editing.editions else Hand(),
        hand_before=past[0][1] if past else Hand(),
        nameable=frozenset(named(people, editing.directory) if editing.directory else ()),
        journey_map=editing.maps.current(),
        fewest=editing.fewest,
    )


def named(people: Iterable[str], directory: Directory) -> Mapping[str, str]:
    """The names of those who said that they may be named, by their ids; nobody else's."""
    known = (directory.person(one) for one in dict.fromkeys(people))
    return {one.id: one.name for one in known if one and one.active and one.naming == BY_NAME}


def past_of(week: Week, editions: Editions | None) -> tuple[Edition | None, ...]:
    """The editions of the weeks before, the latest first."""
    return tuple(edition for edition, _ in _past(week, editions))


def _past(week: Week, editions: Editions | None) -> Iterator[tuple[Edition | None, Hand]]:
    if editions is None:
        return
    for _ in range(LOOKED_BACK):
        week = week.previous()
        yield editions.of(week)
