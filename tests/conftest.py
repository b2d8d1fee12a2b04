"""What all tests share: hypothesis without a stopwatch, and AWS that is only pretended."""

from collections.abc import Iterator

import pytest
from botocore.loaders import Loader, create_loader
from hypothesis import settings
from moto import mock_aws

import calls  # its hook has to stand before the first client
from aws import REGION
from fakes import FixedClock

settings.register_profile("house", deadline=None, print_blob=True, max_examples=60)
settings.load_profile("house")


@pytest.fixture(scope="session")
def loader() -> Loader:
    """One reader of botocore's data for all clients: each would read the same megabytes anew."""
    return create_loader()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch, loader: Loader) -> Iterator[None]:
    monkeypatch.setattr("botocore.session.create_loader", lambda _path: loader)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "pretended")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_REGION", REGION)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    with mock_aws():
        yield
