"""The line on a pretended AWS, keeping everything that any function was ever given."""

from collections.abc import Iterator

import pytest

from handlers.live import forget
from simulation.kept import DIGESTS, Kept, forget_digests
from simulation.kept_managing import SignInPage
from throughline.adapters import cognito, ledger_room
from throughline.domain.sending import Limits


@pytest.fixture
def kept(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:  # noqa: ARG001 - it runs on what it pretends
    here = Kept()
    monkeypatch.setattr(cognito, "fetched", SignInPage())
    monkeypatch.setattr(ledger_room, "mail_limits", lambda: Limits(rate=500, daily=50_000, sent=0))
    for name, value in {**here.environment(), **DIGESTS}.items():
        monkeypatch.setenv(name, value)
    forget()
    forget_digests()
    yield here
    forget()
    forget_digests()
