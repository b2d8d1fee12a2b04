"""The two rooms as tests see them, whatever they are made of."""

from typing import Protocol

from throughline.ports import (
    Cases,
    Contacts,
    Digests,
    Directory,
    Facts,
    Figures,
    Letters,
    MapStore,
    Pending,
    Places,
    Promises,
    Standings,
    Themes,
    Weeks,
)
from throughline.ports.learning import Precedents, Shadows
from throughline.ports.meaning import Suggestions
from throughline.usecases.read_delivery import Deliveries, Mappings
from throughline.usecases.tell_unmapped import Told


class Ledger(Protocol):
    @property
    def facts(self) -> Facts: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def letters(self) -> Letters: ...
    @property
    def suggestions(self) -> Suggestions: ...
    @property
    def promises(self) -> Promises: ...
    @property
    def weeks(self) -> Weeks: ...
    @property
    def themes(self) -> Themes: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def standings(self) -> Standings: ...
    @property
    def pending(self) -> Pending: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def told(self) -> Told: ...
    @property
    def precedents(self) -> Precedents: ...
    @property
    def contacts(self) -> Contacts: ...


class Atlas(Protocol):
    @property
    def maps(self) -> MapStore: ...
    @property
    def places(self) -> Places: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def mappings(self) -> Mappings: ...
    @property
    def shadows(self) -> Shadows: ...
