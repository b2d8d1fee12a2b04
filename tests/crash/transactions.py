"""Transactions as they must not be: blind to conditions, or in pieces."""

from collections.abc import Callable
from typing import Any

from pynamodb.transactions import TransactWrite


class Heedless:
    """Writes without looking."""

    def __init__(self, together: TransactWrite) -> None:
        self._together = together

    def save(self, model: Any, condition: Any = None) -> None:
        del condition
        self._together.save(model)

    def update(self, model: Any, actions: Any, condition: Any = None) -> None:
        del condition
        self._together.update(model, actions)

    def _commit(self) -> None:
        self._together._commit()


class Apart:
    """One call each, instead of one for all."""

    def __init__(self) -> None:
        self._calls: list[Callable[[], object]] = []

    def save(self, model: Any, condition: Any = None) -> None:
        self._calls.append(lambda: model.save(condition))

    def update(self, model: Any, actions: Any, condition: Any = None) -> None:
        self._calls.append(lambda: model.update(actions, condition))

    def _commit(self) -> None:
        for call in self._calls:
            call()
