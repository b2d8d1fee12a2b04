"""The two rooms as tests see them, whatever they are made of."""

from typing import Protocol

from throughline.ports import (
    Cases,
    Digests,
    Directory,
    Facts,
    Figures,
    Letters,
    MapStore,
    Pending,
    Places,
    Standings,
    Weeks,
)
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
    def weeks(self) -> Weeks: ...
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


class Atlas(Protocol):
    @property
    def maps(self) -> MapStore: ...
    @property
    def places(self) -> Places: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def mappings(self) -> Mappings: ...
