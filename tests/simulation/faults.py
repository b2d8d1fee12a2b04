"""The edges of the product: every call to a store, a queue or the mail service may go wrong here."""

from collections.abc import Callable
from random import Random
from typing import Any

from simulation.weather import CALM, Weather
from throughline.errors import Unavailable


class CrashError(BaseException):
    """The function is gone, in the middle of what it did."""


class UnheardError(Exception):
    """It was written, and the answer never came."""


class Nature:
    """Decides at every edge what goes wrong, by the weather of the moment."""

    def __init__(self, rng: Random, weather: Weather, meanwhile: Callable[[], None]) -> None:
        self.rng = rng
        self.weather = weather
        self._meanwhile = meanwhile
        self._depth = 0

    def calms(self) -> None:
        """From now on all goes well."""
        self.weather = CALM

    def happens(self, chance: float) -> bool:
        """Whether something of this chance happens now; no chance costs no draw."""
        return chance > 0 and self.rng.random() < chance

    def before(self) -> None:
        """What may happen before a call."""
        weather = self.weather
        if self.happens(weather.crash / 2):
            raise CrashError
        if self.happens(weather.away):
            raise Unavailable("the store is away")
        if not self._depth and self.happens(weather.overlap):
            self._depth += 1
            try:
                self._meanwhile()
            finally:
                self._depth -= 1

    def after(self) -> None:
        """What may happen once a call has done its work."""
        if self.happens(self.weather.crash / 2):
            raise CrashError
        if self.happens(self.weather.unheard):
            raise UnheardError

    def call(self, method: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Make a call in this weather."""
        self.before()
        answer = method(*given, **named)
        if self.happens(self.weather.echo):
            answer = method(*given, **named)
        self.after()
        return answer


class Shaken:
    """Anything with methods, each of whose calls runs in the weather."""

    def __init__(self, inner: object, nature: Nature, *, echoes: bool = True) -> None:
        self._inner = inner
        self._nature = nature
        self._echoes = echoes

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._inner, name)
        nature = self._nature

        def call(*given: Any, **named: Any) -> Any:
            return nature.call(method, *given, **named)

        def call_once(*given: Any, **named: Any) -> Any:
            nature.before()
            answer = method(*given, **named)
            nature.after()
            return answer

        self.__dict__[name] = made = call if self._echoes else call_once
        return made
