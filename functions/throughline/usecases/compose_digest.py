"""Gather a week's content and compose it for a department; kept for some minutes, since its readers share it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from throughline.domain.digest import MOST_STORIES, Digest, Material, compose
from throughline.domain.edition import Edition, Hand, S, mark_of
from throughline.domain.edition_plan import Given, held_changes, planned
from throughline.domain.place import Place
from throughline.domain.recognition import Change, Thanks
from throughline.domain.score import Tally
from throughline.domain.shares import Asked
from throughline.domain.week import Week
from throughline.ports import Clock, Directory, Editions, Figures, MapStore, Places, Weeks
from throughline.ports.goals import GoalBoard
from throughline.usecases.settle_edition import Editing, given_for, named, settled

KEPT, ASKED_AGAIN = timedelta(minutes=5), timedelta(seconds=30)
HELD = "held by the CX manager"
NOTHING = "nothing to celebrate"
PUT_OFF = "what it has to tell is told with the next week's"
Shared = dict[tuple[str, str], Digest | None]


@dataclass
class DigestEditor:
    """Composes digests; `smallest_group` is how many a place needs before it may be named.

    With `editions` the first who asks for a week settles what it tells, unless this one only looks (`settles` is
    False); without, each week stands alone. A week with fewer successes than `fewest` is put off once. A digest has
    `most` stories.
    """

    weeks: Weeks
    figures: Figures
    maps: MapStore
    places: Places
    clock: Clock
    smallest_group: int
    editions: Editions | None = None
    directory: Directory | None = None
    fewest: int = 1
    settles: bool = True
    goals: GoalBoard | None = None
    most: int = MOST_STORIES
    _held: dict[Week, tuple[datetime, bool]] = field(default_factory=dict, init=False)
    _kept: dict[Week, tuple[datetime, Material, Shared]] = field(default_factory=dict, init=False)

    def digest(self, week: Week, *, department: str, role: str = "") -> Digest | None:
        """What the week has for somebody of this department and role; None when nothing is to celebrate.

        Roles that read the same have the same one.
        """
        _, material, shared = self._of(week)
        key = (department, role)
        if key not in shared:
            digest = compose(material, department=department, role=role, most=self.most)
            alike = (known for (named, _), known in shared.items() if named == department and known == digest)
            shared[key] = next(alike, digest)
        return shared[key]

    def held(self, week: Week) -> str:
        """Why the week's digest may not go yet; empty when it may. Known half a minute late."""
        if self.editions is None:
            return ""
        now, known = self.clock.now(), self._held.get(week)
        if known is None or now - known[0] >= ASKED_AGAIN:
            hand = self.editions.of(week)[1]
            known = (now, hand.held)
            self._held = {week: known}
            if week in self._kept and self._kept[week][1].hand != hand:
                self._kept = {}  # composed as it was wished before
        return HELD if known[1] else ""

    def why_none(self, week: Week) -> str:
        """Why there is no digest of this week."""
        return PUT_OFF if self._of(week)[1].edition.put_off else NOTHING

    def material(self, week: Week) -> Material:
        """Everything that the week's digest is made from."""
        return self._of(week)[1]

    def door_of(self, week: Week, place: str) -> Place | None:
        """The place whose form a reader can speak up at: their own, else any; None where there is none."""
        active = sorted(self._of(week)[1].places, key=lambda one: (one.name != place, one.name, one.id))
        return active[0] if active else None

    def _of(self, week: Week) -> tuple[datetime, Material, Shared]:
        now = self.clock.now()
        kept = self._kept.get(week)
        if kept is None or now - kept[0] >= KEPT:
            kept = (now, self._gathered(week), {})
            self._kept = {week: kept}
        return kept

    def _gathered(self, week: Week) -> Material:
        edition, hand = self.editions.of(week) if self.editions else (None, Hand())
        if edition:
            thanks, changes = self._celebrated(edition)
        else:
            given, edition = self._edited(week, hand)
            thanks, changes = (*given.thanks_before, *given.thanks), (*given.changes_before, *given.changes)
        at, before = self.figures.each(week), self.figures.each(week.previous())
        return Material(
            week=week,
            thanks=_told(thanks, edition, hand),
            changes=self._looked_at(_told(changes, edition, hand), edition, hand),
            figures=_summed(at),
            figures_before=_summed(before),
            figures_at=at,
            figures_at_before=before,
            journey_map=self.maps.current(),
            places=tuple(place for place in self.places.all() if place.active),
            smallest_group=self.smallest_group,
            edition=edition,
            hand=hand,
            names=self._names(edition, changes),
            board=self.goals.current() if self.goals else None,
        )

    def _edited(self, week: Week, hand: Hand) -> tuple[Given, Edition]:
        editing = Editing(self.weeks, self.maps, self.editions, self.directory, self.fewest)
        if self.settles and not hand.held:
            return settled(week, editing)
        given = given_for(week, editing)
        return given, planned(given)

    def _celebrated(self, edition: Edition) -> tuple[tuple[Thanks, ...], tuple[Change, ...]]:
        weeks = edition.weeks()[::-1]
        thanks = tuple(one for week in weeks for one in self.weeks.thanks(week))
        return thanks, tuple(one for week in weeks for one in self.weeks.changes(week))

    def _looked_at(self, changes: tuple[Change, ...], edition: Edition, hand: Hand) -> tuple[Change, ...]:
        """Those that may be told: a whole edition has whatever came since, also what has to wait for a look."""
        if not edition.whole:
            return changes
        unseen = (one for one in changes if mark_of(one) not in edition.told)
        waiting = held_changes(unseen, hand, self.maps.current())
        return tuple(one for one in changes if mark_of(one) not in waiting)

    def _names(self, edition: Edition, changes: Iterable[Change]) -> Mapping[str, str]:
        """The names of whoever is named in it, or said what was changed, and still lets themselves be named."""
        people = (*edition.people.named, *(one.by for one in changes if one.by))
        return named(people, self.directory) if self.directory else {}


def _told(successes: Iterable[S], edition: Edition, hand: Hand) -> tuple[S, ...]:
    """Those that are; what was dropped after the edition was settled is not."""
    return tuple(one for one in edition.tells_of(successes) if mark_of(one) not in hand.dropped)


def _summed(each: Mapping[str, Mapping[Asked, Tally]]) -> Mapping[Asked, Tally]:
    found: dict[Asked, Tally] = defaultdict(Tally)
    for counts in each.values():
        for asked, tally in counts.items():
            found[asked] += tally
    return {asked: tally for asked, tally in found.items() if tally.answered}
