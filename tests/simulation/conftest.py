"""The line on a pretended AWS, keeping everything that any function was ever given."""

from collections.abc import Iterator

import pytest

from handlers.live import forget
from simulation.kept import DIGESTS, Kept, forget_digests


@pytest.fixture
def kept(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:  # noqa: ARG001 - it runs on what it pretends
    here = Kept()
    for name, value in {**here.environment(), **DIGESTS}.items():
        monkeypatch.setenv(name, value)
    forget()
    forget_digests()
    yield here
    forget()
    forget_digests()
