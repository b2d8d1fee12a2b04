"""What all tests share: hypothesis without a stopwatch, and AWS that is only pretended."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from botocore.session import get_session
from hypothesis import settings
from moto import mock_aws

import calls  # noqa: F401 - its hook has to stand before the first client
from aws import REGION
from fakes import FixedClock

for name in [one for one in os.environ if one.startswith("AWS_")]:
    del os.environ[name]  # whoever runs the tests may be at home in a real account, or on a local stack

# Their lines are measured by the tests of each function; to measure them here too would take twice the time.
SEARCHES = {"hostile", "links", "privacy", "simulation"}

settings.register_profile("house", deadline=None, print_blob=True, max_examples=60)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if SEARCHES & set(item.path.parts):
            item.add_marker(pytest.mark.no_cover)


class OneClientEach:
    """A session whose clients are made once: to make them anew for each test would take most of its time."""

    def __init__(self) -> None:
        self._session = get_session()
        self._clients: dict[str, Any] = {}

    def create_client(self, service: str, *_where: object, **_how: object) -> Any:
        if service not in self._clients:
            self._clients[service] = self._session.create_client(service, REGION)
        return self._clients[service]


@pytest.fixture(scope="session")
def session() -> OneClientEach:
    return OneClientEach()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def one_client_each(monkeypatch: pytest.MonkeyPatch, session: OneClientEach) -> None:
    monkeypatch.setattr(
        "boto3.session.Session.client", lambda _self, *which, **how: session.create_client(*which, **how)
    )
    monkeypatch.setattr("boto3.client", session.create_client)
    monkeypatch.setattr("pynamodb.connection.base.get_session", lambda: session)


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch, one_client_each: None) -> Iterator[None]:  # noqa: ARG001 - it needs only to stand
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "pretended")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_REGION", REGION)
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    with mock_aws():
        yield
