from pathlib import Path

import pytest

from operate.build import __main__ as command
from operate.build import checking
from operate.build.artifact import (
    BUILT,
    RUNTIME,
    BuildFoundWantingError,
    artifacts,
    layers,
    set_runtime,
    unpacked_bytes,
)
from operate.build.checking import check_artifact, check_layers, cold_start
from operate.build.compiling import compile_artifact
from operate.build.openapi import PLACE
from operate.build.trim import trim

FEW: dict[str, tuple[str, ...]] = {}
SESSION = """
from types import SimpleNamespace


class Session:
    def set_credentials(self, *_):
        pass

    def create_client(self, *_):
        return SimpleNamespace(meta=SimpleNamespace(service_model=SimpleNamespace(operation_names=["Greet"])))
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An artifact with one function and botocore's bare bones."""
    files = {
        "greet/handler.py": "def handle(event, context):\n    return event\n",
        "throughline/__init__.py": "",
        "botocore/__init__.py": "",
        "botocore/session.py": SESSION,
        "botocore/data/endpoints.json": '{"partitions": []}',
        "botocore/data/ec2/2016/service-2.json": "{}",
        "thing-1.0.dist-info/RECORD": "thing",
        "thing-1.0.dist-info/licenses/LICENSE": "be kind",
        "throughline/languages/de/LC_MESSAGES/throughline.po": "",
        "greet/__pycache__/old.cpython-39.pyc": "",
    }
    folder = tmp_path / "build" / "Greet"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _few_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "CALLS", FEW)
    monkeypatch.setattr(command, "CALLS", FEW)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_no_function_needs_goes_and_licences_stay(built: Path) -> None:
    trim(built, FEW)
    assert names(built) == {
        "greet/handler.py",
        "throughline/__init__.py",
        "botocore/__init__.py",
        "botocore/session.py",
        "botocore/data/endpoints.json",
        "thing-1.0.dist-info/licenses/LICENSE",
    }


def test_a_compiled_artifact_compiles_nothing_at_a_cold_start(built: Path) -> None:
    compile_artifact(built)
    assert cold_start(built)["compiled"] == []
    assert "0 modules compiled" in check_artifact(built)


def test_a_source_changed_after_compiling_is_found(built: Path) -> None:
    compile_artifact(built)
    (built / "greet" / "handler.py").write_text("def handle(event, context):\n    return 1\n", encoding="utf-8")
    with pytest.raises(BuildFoundWantingError, match=r"greet/handler\.py"):
        check_artifact(built)


def test_a_handler_that_does_not_import_is_named(built: Path) -> None:
    (built / "greet" / "handler.py").write_text("import nothing_like_this\n", encoding="utf-8")
    with pytest.raises(BuildFoundWantingError, match="nothing_like_this"):
        check_artifact(built)


def test_a_module_that_does_not_compile_is_named(built: Path) -> None:
    (built / "greet" / "handler.py").write_text("def handle(:\n", encoding="utf-8")
    with pytest.raises(BuildFoundWantingError, match=r"handler\.py"):
        compile_artifact(built)


def test_an_artifact_that_is_too_large_is_refused(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LIMIT", unpacked_bytes(built) - 1)
    with pytest.raises(BuildFoundWantingError, match="MB unpacked, more than"):
        check_artifact(built)


def test_the_artifacts_are_the_folders_with_the_package(built: Path) -> None:
    (built.parent / "Data").mkdir()
    assert artifacts(built.parent) == [built]


def test_the_layers_are_the_folders_that_python_finds_more_in(built: Path) -> None:
    layer = built.parent / "Sense"
    (layer / "python").mkdir(parents=True)
    assert layers(built.parent) == [layer]


def test_layers_that_lambda_would_refuse_are_refused(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_layers(built, [built])
    monkeypatch.setattr(checking, "LAMBDAS_LIMIT", 2 * unpacked_bytes(built) - 1)
    with pytest.raises(BuildFoundWantingError, match="and its layers"):
        check_layers(built, [built])


def test_no_artifact_is_said(tmp_path: Path) -> None:
    with pytest.raises(BuildFoundWantingError, match="make build"):
        artifacts(tmp_path)


def test_the_built_template_runs_on_what_it_was_compiled_for(tmp_path: Path) -> None:
    template = tmp_path / "template.yaml"
    template.write_text("Parameters:\n  Runtime:\n    Type: String\n    Default: python3.11\n", encoding="utf-8")
    set_runtime(template, "python3.14")
    assert template.read_text(encoding="utf-8").endswith("    Default: python3.14\n")


def test_a_built_template_without_a_runtime_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "template.yaml"
    template.write_text("Parameters:\n  Other:\n    Default: python3.11\n", encoding="utf-8")
    with pytest.raises(BuildFoundWantingError, match="Runtime"):
        set_runtime(template)


def test_clients_that_know_other_calls_are_refused(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "CALLS", {"ec2": ("Greet", "Part")})
    compile_artifact(built)
    with pytest.raises(BuildFoundWantingError, match="should know"):
        check_artifact(built)


def test_a_finished_build_passes_its_check(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(built.parent.parent)
    built.parent.parent.joinpath(".aws-sam").mkdir()
    built.parent.rename(BUILT)
    BUILT.joinpath("template.yaml").write_text("Parameters:\n  Runtime:\n    Default: old\n", encoding="utf-8")
    assert [command.main([verb]) for verb in ("finish", "check")] == [0, 0]
    assert "1 handlers import" in capsys.readouterr().out
    assert '"openapi":"3.1.0"' in (BUILT / "Greet" / PLACE).read_text(encoding="utf-8")
    assert RUNTIME in BUILT.joinpath("template.yaml").read_text(encoding="utf-8")


def test_nothing_built_is_said_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command.main(["check"]) == 1
    assert "make build" in capsys.readouterr().err
