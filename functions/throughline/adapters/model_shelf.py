"""The model in place, kept in the worker; another one is noticed within a minute."""

from datetime import datetime

from throughline.adapters.dynamo.cached import FRESH
from throughline.domain.routes.weights import Model, NotAModelError
from throughline.errors import Refused
from throughline.ports import Clock
from throughline.ports.learning import ModelPointer, Models


class ModelShelf:
    """What routes now, by the pointer; what can't be read is as if nothing was learned."""

    def __init__(self, pointer: ModelPointer, models: Models, clock: Clock) -> None:
        self._pointer = pointer
        self._models = models
        self._clock = clock
        self._model: Model | None = None
        self._name = ""
        self._target = 0.0
        self._looked: datetime | None = None

    def current(self) -> Model | None:
        """The model in place; None before the first. Unavailable when it can't be had just now."""
        now = self._clock.now()
        if self._looked is None or now - self._looked > FRESH:
            placed = self._pointer.current()
            name = placed.model if placed else ""
            self._target = placed.target if placed else 0.0
            if name != self._name:
                self._model = self._read(name) if name else None
                self._name = name
            self._looked = now
        return self._model

    def target(self) -> float:
        """How sure the one in place has to be; 0 where the map's own target will do."""
        self.current()
        return self._target

    def _read(self, name: str) -> Model | None:
        try:
            return Model(self._models.get(name), name[:12])
        except (Refused, NotAModelError):
            return None
