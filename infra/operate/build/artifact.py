"""Where `sam build` puts what it built, and how large that is."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

BUILT = Path(".aws-sam") / "build"
LIMIT = 45_000_000
RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"


class BuildFoundWantingError(Exception):
    """What was built must not be deployed; the message says why and what to do."""


def artifacts(built: Path = BUILT) -> list[Path]:
    """The unpacked artifacts: one, or one a function when `sam build` was run by hand."""
    found = sorted(each.parent for each in built.glob("*/throughline") if each.is_dir())
    if not found:
        raise BuildFoundWantingError(f"{built} holds no artifact: run `make build`")
    return found


def layers(built: Path = BUILT) -> list[Path]:
    """The unpacked layers, which some functions stand on."""
    return sorted(each.parent for each in built.glob("*/python") if each.is_dir())


def handlers(artifact: Path) -> list[str]:
    """The modules that Lambda imports from an artifact."""
    return sorted(f"{each.parent.name}.handler" for each in artifact.glob("*/handler.py"))


def unpacked_bytes(artifact: Path) -> int:
    """What Lambda counts against its limit."""
    return sum(each.stat().st_size for each in _files(artifact))


def set_runtime(template: Path, runtime: str = RUNTIME) -> None:
    """Make the built template's own runtime the one that its bytecode is for."""
    text = template.read_text(encoding="utf-8")
    changed, found = re.subn(r"(?m)^(  Runtime:\n(?:    .*\n)*?    Default: )\S+$", rf"\g<1>{runtime}", text)
    if found != 1:
        raise BuildFoundWantingError(f"{template} has no parameter Runtime with a default")
    template.write_text(changed, encoding="utf-8")


def _files(artifact: Path) -> Iterator[Path]:
    return (each for each in artifact.rglob("*") if each.is_file())
