"""What `sam package` does, for the local AWS: zip code once, point templates at where it will lie."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from operate.local.emulator import name_of
from operate.local.template_file import read_template

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
CODE_KEYS = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Lambda::Function": "Code",
    "AWS::Lambda::LayerVersion": "Content",
}
CHILD_KEYS = {"AWS::Serverless::Application": "Location", "AWS::CloudFormation::Stack": "TemplateURL"}


class PackageError(Exception):
    """A template names something that is not there."""


@dataclass
class Package:
    """Everything to upload (key to file or text) and the root template that refers to it."""

    bucket: str
    region: str
    files: dict[str, Path] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    seen: dict[Path, str] = field(default_factory=dict)


def make_package(template: Path, *, bucket: str, region: str, cache: Path) -> Package:
    """Zip what the template and its children refer to, and rewrite them to the uploaded places."""
    package = Package(bucket, region)
    cache.mkdir(parents=True, exist_ok=True)
    package.texts["root.json"] = rewritten(template, package, cache)
    package.parameters = tuple(json.loads(package.texts["root.json"]).get("Parameters", {}))
    forget_others(package, cache)
    return package


def forget_others(package: Package, cache: Path) -> None:
    """Remove packed and unpacked code that this package does not use."""
    used = set(package.files.values())
    for archive in used.copy():
        with zipfile.ZipFile(archive) as opened:
            used.add(cache / name_of(opened))
    for old in set(cache.iterdir()) - used:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)


def rewritten(template: Path, package: Package, cache: Path) -> str:
    """Give one template as JSON text with uploaded places in it."""
    body = read_template(template)
    shared = body.get("Globals", {}).get("Function", {}).pop("CodeUri", None)
    for name, resource in body.get("Resources", {}).items():
        kind, properties = resource.get("Type"), resource.setdefault("Properties", {})
        if kind == "AWS::Serverless::Function" and shared:
            properties.setdefault("CodeUri", shared)
        if kind in CODE_KEYS:
            point_at_code(kind, properties, template.parent, package, cache)
        elif kind in CHILD_KEYS and is_local(properties.get(CHILD_KEYS[kind])):
            child = existing(template.parent / properties[CHILD_KEYS[kind]], name)
            key = put_text(package, rewritten(child, package, cache))
            properties[CHILD_KEYS[kind]] = f"https://s3.{package.region}.amazonaws.com/{package.bucket}/{key}"
    return json.dumps(body, default=str)


def point_at_code(kind: str, properties: dict[str, Any], base: Path, package: Package, cache: Path) -> None:
    """Zip the folder that a function or layer names and put the uploaded place in its stead."""
    key_name = CODE_KEYS[kind]
    where = properties.get(key_name)
    if not is_local(where):
        return
    folder = existing(base / str(where), key_name).resolve()
    if folder not in package.seen:
        archive = zipped(folder, cache)
        package.files[archive.name] = archive
        package.seen[folder] = archive.name
    key = package.seen[folder]
    names = ("Bucket", "Key") if "Serverless" in kind else ("S3Bucket", "S3Key")
    properties[key_name] = dict(zip(names, (package.bucket, key), strict=True))


def is_local(where: object) -> bool:
    """Tell a path in the checkout from a place that is uploaded already."""
    return isinstance(where, str) and "://" not in where


def existing(path: Path, name: str) -> Path:
    """Give the path, or say which part of the template names something missing."""
    if not path.exists():
        raise PackageError(f"{name} refers to {path}, which is not there: run `make build`, then try again")
    return path


def put_text(package: Package, text: str) -> str:
    """Queue a child template for upload under a name made from its content."""
    key = f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.json"
    package.texts[key] = text
    return key


def zipped(folder: Path, cache: Path) -> Path:
    """Give the folder's zip, named after its content, from the cache when nothing changed."""
    files = list(files_in(folder))
    digest = hashlib.sha256()
    for name, path in files:
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    archive = cache / f"{digest.hexdigest()[:24]}.zip"
    if not archive.exists():
        draft = archive.with_suffix(".draft")
        write_zip(draft, files)
        draft.replace(archive)
    return archive


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Name each file under the folder in a fixed order."""
    if folder.is_file():
        yield folder.name, folder
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def write_zip(archive: Path, files: list[tuple[str, Path]]) -> None:
    """Write a zip whose bytes depend on the content alone; quick rather than small."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name, path in files:
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if path.stat().st_mode & 0o100 else 0o644) << 16
            target.writestr(entry, path.read_bytes())
