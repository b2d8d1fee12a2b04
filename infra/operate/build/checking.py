"""What a build must show before it may be deployed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from operate.build.artifact import LIMIT, BuildFoundWantingError, handlers, unpacked_bytes
from operate.build.calls import CALLS

LAMBDAS_LIMIT = 250 * 1024 * 1024
COLD_START = Path(__file__).with_name("cold_start.py")
SURROUNDINGS = {"AWS_EC2_METADATA_DISABLED": "true", "AWS_REGION": "eu-west-1", "POWERTOOLS_SERVICE_NAME": "check"}


def check_artifact(artifact: Path) -> str:
    """One line that says how an artifact is; BuildFoundWantingError when it must not be deployed."""
    size = unpacked_bytes(artifact)
    if size > LIMIT:
        raise BuildFoundWantingError(f"{artifact} has {size / 1e6:.1f} MB unpacked, more than {LIMIT / 1e6:.0f}")
    started = cold_start(artifact)
    if started["compiled"]:
        names = "\n  ".join(started["compiled"])
        raise BuildFoundWantingError(f"these modules would be compiled at each cold start:\n  {names}")
    wanted = {service: sorted(operations) for service, operations in CALLS.items()}
    if started["clients"] != wanted:
        raise BuildFoundWantingError(f"the clients know {started['clients']}, and should know {wanted}")
    sizes = f"{size / 1e6:.1f} MB unpacked (limit {LIMIT / 1e6:.0f})"
    return f"{sizes}; {len(handlers(artifact))} handlers import, 0 modules compiled"


def check_layers(artifact: Path, layers: Sequence[Path]) -> None:
    """Refuse what Lambda would: a function and the layers that it may stand on, larger than 250 MB together."""
    size = sum(unpacked_bytes(each) for each in (artifact, *layers))
    if size > LAMBDAS_LIMIT:
        raise BuildFoundWantingError(
            f"{artifact} and its layers have {size / 1e6:.1f} MB unpacked, more than Lambda takes"
        )


def cold_start(artifact: Path) -> dict[str, Any]:
    """Import every handler from a copy that cannot be written, as /var/task is."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "task"
        shutil.copytree(artifact, copy)
        for each in [copy, *copy.rglob("*")]:
            each.chmod(0o555 if each.is_dir() else 0o444)
        command = [sys.executable, "-I", "-B", str(COLD_START), str(copy), ",".join(sorted(CALLS)), *handlers(copy)]
        done = subprocess.run(  # noqa: S603 - our own script on our own artifact
            command, capture_output=True, text=True, check=False, env=SURROUNDINGS | {"PATH": os.environ["PATH"]}
        )
        for each in [copy, *(one for one in copy.rglob("*") if one.is_dir())]:
            each.chmod(0o755)
    if done.returncode:
        raise BuildFoundWantingError(f"the handlers do not import from the artifact:\n{done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
