import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from operate.local.emulator import SharedZipFile, name_of, with_single_permissions
from operate.local.package import Package, PackageError, make_package
from operate.local.template_file import read_template

ROOT = """
Globals: {Function: {Runtime: !Ref Runtime, CodeUri: code}}
Parameters: {Stage: {Type: String}}
Resources:
  One: {Type: AWS::Serverless::Function, Properties: {Handler: !Sub "${Stage}.x"}}
  Two: {Type: AWS::Lambda::Function, Properties: {Code: code}}
  Three: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: "x"}}}
  Child: {Type: AWS::Serverless::Application, Properties: {Location: nested/template.yaml}}
"""
NESTED = "Resources: {Layer: {Type: AWS::Lambda::LayerVersion, Properties: {Content: ../code}}}"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "app.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "nested").mkdir()
    (tmp_path / "nested" / "template.yaml").write_text(NESTED, encoding="utf-8")
    (tmp_path / "template.yaml").write_text(ROOT, encoding="utf-8")
    return tmp_path / "template.yaml"


def packed(template: Path) -> Package:
    return make_package(template, bucket="b", region="us-east-1", cache=template.parent / "zips")


def resources(text: str) -> dict[str, Any]:
    return {name: each["Properties"] for name, each in json.loads(text)["Resources"].items()}


def test_code_is_zipped_once_and_every_template_points_at_it(built: Path) -> None:
    package = packed(built)
    (archive,) = package.files
    root = resources(package.texts["root.json"])
    child_key = root["Child"]["Location"].rpartition("/")[2]

    assert root["One"]["CodeUri"] == {"Bucket": "b", "Key": archive}
    assert root["Two"]["Code"] == {"S3Bucket": "b", "S3Key": archive}
    assert root["Three"]["Code"] == {"ZipFile": "x"}
    assert root["Child"]["Location"] == f"https://s3.us-east-1.amazonaws.com/b/{child_key}"
    assert resources(package.texts[child_key])["Layer"]["Content"] == {"S3Bucket": "b", "S3Key": archive}
    assert package.parameters == ("Stage",)


def test_unchanged_code_is_not_zipped_again_and_old_zips_go(built: Path) -> None:
    first = packed(built).files
    (before,) = [path.stat().st_mtime_ns for path in first.values()]
    again = packed(built).files
    assert [path.stat().st_mtime_ns for path in again.values()] == [before]

    (built.parent / "code" / "app.py").write_text("x = 2\n", encoding="utf-8")
    changed = packed(built).files
    assert set(changed) != set(first)
    assert {path.name for path in (built.parent / "zips").iterdir()} == set(changed)


def test_what_is_missing_is_named_with_the_way_out(built: Path) -> None:
    (built.parent / "nested" / "template.yaml").unlink()

    with pytest.raises(PackageError, match=r"Child refers to .*make build"):
        packed(built)


def test_short_tags_are_written_out(tmp_path: Path) -> None:
    template = tmp_path / "t.yaml"
    template.write_text(
        "AWSTemplateFormatVersion: 2010-09-09\n"
        "a: !GetAtt B.C.D\nb: !If [X, !Ref Y, !Sub 'z']\nc: !Condition Q\nd: !Equals [1, {e: !Ref F}]\n",
        encoding="utf-8",
    )

    assert read_template(template) == {
        "AWSTemplateFormatVersion": "2010-09-09",
        "a": {"Fn::GetAtt": ["B", "C.D"]},
        "b": {"Fn::If": ["X", {"Ref": "Y"}, {"Fn::Sub": "z"}]},
        "c": {"Condition": "Q"},
        "d": {"Fn::Equals": [1, {"e": {"Ref": "F"}}]},
    }


def test_functions_of_one_artifact_share_one_unpacked_copy(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive,) = packed(built).files.values()
    monkeypatch.setenv("THROUGHLINE_UNPACKED", str(built.parent / "zips"))
    for name in ("worker1", "worker2"):
        (tmp_path / name).mkdir()
        with SharedZipFile(archive) as code:
            code.extractall(tmp_path / name)

    assert (tmp_path / "worker1" / "app.py").read_text(encoding="utf-8") == "x = 1\n"
    assert (tmp_path / "worker1").resolve() == (tmp_path / "worker2").resolve()
    with zipfile.ZipFile(archive) as opened:
        kept = name_of(opened)
    packed(built)
    assert (built.parent / "zips" / kept / "app.py").exists()


def test_a_batch_needs_the_permission_of_the_single_call() -> None:
    assert with_single_permissions(lambda: "sqs:SendMessageBatch")() == "sqs:SendMessage"
    assert with_single_permissions(lambda: "sqs:ListQueues")() == "sqs:ListQueues"
    assert with_single_permissions(lambda: None)() is None
