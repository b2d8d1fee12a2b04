"""botocore describes every call of every AWS service in 28 MB; only the few that are made stay."""

import gzip
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SHARED = ("_retry.json", "endpoints.json", "partitions.json", "sdk-default-configuration.json")
KEPT_PER_SERVICE = ("endpoint-rule-set-1", "paginators-1", "service-2")
UNUSED = ("bin", "boto3/data", "boto3/examples", "*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/INSTALLER")
UNUSED_ANYWHERE = ("__pycache__", "*.po", "*.pot", "*.pyi")


def trim(artifact: Path, calls: Mapping[str, Sequence[str]]) -> None:
    """Take from an unpacked artifact whatever no function needs; licences stay."""
    for unused in [one for pattern in UNUSED for one in artifact.glob(pattern)]:
        _remove(unused)
    for unused in [one for pattern in UNUSED_ANYWHERE for one in artifact.rglob(pattern)]:
        _remove(unused)
    trim_descriptions(artifact / "botocore" / "data", calls)


def trim_descriptions(data: Path, calls: Mapping[str, Sequence[str]]) -> None:
    """Keep in a copy of botocore's data only what the calls need; for good, so never in an environment."""
    for entry in data.iterdir():
        if entry.name not in calls and entry.name not in SHARED:
            _remove(entry)
    endpoints = data / "endpoints.json"
    endpoints.write_text(_compact(only_endpoints(json.loads(endpoints.read_bytes()), calls)), encoding="utf-8")
    for service, operations in calls.items():
        _trim_service(data / service, operations)


def only_endpoints(document: dict[str, Any], calls: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The endpoints of the services called, in every partition and region."""
    prefixes = {"sesv2": "email"}
    names = {prefixes.get(service, service) for service in calls}
    partitions = [
        {**each, "services": {name: value for name, value in each["services"].items() if name in names}}
        for each in document["partitions"]
    ]
    return {**document, "partitions": partitions}


def only_operations(model: dict[str, Any], operations: Sequence[str]) -> dict[str, Any]:
    """A service's description with the named operations, the shapes these reach, and no prose."""
    kept = {name: model["operations"][name] for name in operations}
    reached: set[str] = set()
    waiting = list(_shapes_named_in(kept))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(_shapes_named_in(model["shapes"][name]))
    shapes = {name: shape for name, shape in model["shapes"].items() if name in reached}
    trimmed: dict[str, Any] = _without_prose({**model, "operations": kept, "shapes": shapes})
    return trimmed


def _shapes_named_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("shape"), str):
            yield value["shape"]
        for one in value.values():
            yield from _shapes_named_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _shapes_named_in(one)


def _without_prose(value: Any) -> Any:
    """Prose is emptied, not removed: botocore asks for some of it."""
    if isinstance(value, list):
        return [_without_prose(one) for one in value]
    if isinstance(value, dict):
        return {name: "" if _is_prose(name, one) else _without_prose(one) for name, one in value.items()}
    return value


def _is_prose(name: str, value: Any) -> bool:
    return name == "documentation" and isinstance(value, str)


def _trim_service(service: Path, operations: Sequence[str]) -> None:
    for old in sorted(service.iterdir())[:-1]:
        _remove(old)
    for file in next(service.iterdir()).iterdir():
        if not file.name.startswith(KEPT_PER_SERVICE):
            _remove(file)
        elif file.name.startswith("service-2.json"):
            _rewrite(file, lambda model: only_operations(model, operations))
        elif file.name.startswith("paginators-1.json"):
            _rewrite(file, lambda pages: _only_pages(pages, operations))
        else:
            _rewrite(file, _without_prose)


def _only_pages(pages: dict[str, Any], operations: Sequence[str]) -> dict[str, Any]:
    return {"pagination": {name: page for name, page in pages["pagination"].items() if name in operations}}


def _rewrite(file: Path, change: Any) -> None:
    """Write a description anew, not zipped: it is read at each cold start, and small now."""
    packed = file.suffix == ".gz"
    document = json.loads(gzip.decompress(file.read_bytes()) if packed else file.read_bytes())
    target = file.with_suffix("") if packed else file
    if packed:
        file.unlink()
    target.write_text(_compact(change(document)), encoding="utf-8")


def _compact(document: Any) -> str:
    return json.dumps(document, separators=(",", ":"))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
