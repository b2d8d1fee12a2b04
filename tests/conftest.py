"""What all tests share: hypothesis without a stopwatch, AWS that is only pretended, and who works on which tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from botocore.session import get_session
from hypothesis import settings
from moto import mock_aws
from xdist.scheduler import LoadScopeScheduling

import calls  # noqa: F401 - its hook has to stand before the first client
from aws import REGION
from fakes import FixedClock
from operate.strings import PACKAGE, compile_catalogues
from throughline.adapters import paper

for name in [one for one in os.environ if one.startswith("AWS_")]:
    del os.environ[name]  # whoever runs the tests may be at home in a real account, or on a local stack

# Their lines are measured by the tests of each function; to measure them here too would take twice the time.
SEARCHES = {"hostile", "links", "privacy", "simulation"}

LONGEST_FIRST = ("e2e", "iam", "crash", "simulation", "hostile")
STACKS = {"tests/e2e", "tests/iam"}  # one worker drives the one deployed stack of such a folder
APART = {"tests/simulation"}  # each test plays its seeds alone
WORKERS = 5  # more find nothing left to do while the stack is driven

settings.register_profile("house", deadline=None, print_blob=True, max_examples=60)
settings.load_profile("house")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if SEARCHES & set(item.path.parts):
            item.add_marker(pytest.mark.no_cover)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: [room not in item.path.parts for room in LONGEST_FIRST])


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: whoever drives the deployed stack mostly waits for it."""
    return min((os.cpu_count() or 1) + 1, WORKERS)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = done_by_one
    return scheduler


def done_by_one(test: str) -> str:
    """What a worker takes as a whole: a folder with its stack, a module with what its tests share, or one search."""
    module = PurePosixPath(test.partition("::")[0])
    folder = str(module.parent)
    return test if folder in APART else folder if folder in STACKS else str(module)


@pytest.fixture(scope="session", autouse=True)
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every test reads catalogues compiled a moment ago: a clean clone has none, and a build's are old."""
    folder = tmp_path_factory.mktemp("catalogues") / "languages"
    shutil.copytree(PACKAGE / "languages", folder, ignore=shutil.ignore_patterns("*.mo"))
    compile_catalogues(folder)
    paper.LANGUAGES = folder
    return folder


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
