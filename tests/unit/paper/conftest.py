"""Every test here reads catalogues compiled a moment ago, never those that a build left behind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from operate.strings import PACKAGE, compile_catalogues
from throughline.adapters import paper


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogues") / "languages"
    shutil.copytree(PACKAGE / "languages", folder, ignore=shutil.ignore_patterns("*.mo"))
    compile_catalogues(folder)
    return folder


@pytest.fixture(autouse=True)
def _fresh_catalogues(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(paper, "LANGUAGES", catalogues)
    paper._environment.cache_clear()
    yield
    paper._environment.cache_clear()
