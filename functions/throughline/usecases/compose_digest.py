"""Gather a week's content and compose it for a department; kept for a minute, since its readers share it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from throughline.domain.digest import Digest, Material, compose
from throughline.domain.place import Place
from throughline.domain.week import Week
from throughline.ports import Clock, Figures, MapStore, Places, Weeks

KEPT = timedelta(minutes=1)
Shared = dict[tuple[str, str], Digest | None]


@dataclass
class DigestEditor:
    """Composes digests; `smallest_group` is how many a place needs before it may be named."""

    weeks: Weeks
    figures: Figures
    maps: MapStore
    places: Places
    clock: Clock
    smallest_group: int
    _kept: dict[Week, tuple[datetime, Material, Shared]] = field(default_factory=dict, init=False)

    def digest(self, week: Week, *, department: str, role: str = "") -> Digest | None:
        """What the week has for somebody of this department and role; None when nothing is to celebrate."""
        _, material, shared = self._of(week)
        key = (department, role)
        if key not in shared:
            shared[key] = compose(material, department=department, role=role)
        return shared[key]

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
        return Material(
            week=week,
            thanks=tuple(self.weeks.thanks(week)),
            changes=tuple(self.weeks.changes(week)),
            figures=self.figures.week(week),
            figures_before=self.figures.week(week.previous()),
            journey_map=self.maps.current(),
            places=tuple(place for place in self.places.all() if place.active),
            smallest_group=self.smallest_group,
        )
