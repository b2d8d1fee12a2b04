"""Starts MiniStack with two things put right, so that the local stack behaves as the one on AWS.

Functions of one artifact share one unpacked copy, as they share /var/task: else every cold start would
unpack it all again, seconds each. And a batch of an SQS call needs the permission of the single call,
as on AWS, where no others exist.

Runs on MiniStack's own interpreter: standard library and ministack only.
"""

import hashlib
import os
import threading
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = "THROUGHLINE_UNPACKED"
UNPACKING = threading.Lock()
BATCHES = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}


def name_of(archive: zipfile.ZipFile) -> str:
    """Name an archive's unpacked copy after its content, read from its directory alone."""
    digest = hashlib.sha256()
    for entry in archive.infolist():
        digest.update(f"{entry.filename}\0{entry.CRC}\0{entry.file_size}\n".encode())
    return f"unpacked-{digest.hexdigest()[:24]}"


class SharedZipFile(zipfile.ZipFile):
    """A zip file whose unpacking is a link to the one copy."""

    def extractall(self, path: object = None, members: object = None, pwd: bytes | None = None) -> None:
        """Link an empty folder to the unpacked copy, which the first caller makes."""
        target = Path(str(path))
        if members is not None or pwd is not None or not target.is_dir() or any(target.iterdir()):
            raise ValueError(f"{target} is no empty folder to unpack code into")
        copy = Path(os.environ[FOLDER]) / name_of(self)
        with UNPACKING:
            if not copy.exists():
                draft = copy.with_name(f"draft-{os.getpid()}-{copy.name}")
                super().extractall(draft)
                draft.rename(copy)
        target.rmdir()
        target.symlink_to(copy, target_is_directory=True)


class SharedZipModule:
    """The zipfile module as MiniStack's workers see it."""

    def __init__(self, module: object) -> None:
        self.module = module

    def __getattr__(self, name: str) -> object:
        return SharedZipFile if name == "ZipFile" else getattr(self.module, name)


def with_single_permissions(extract: Callable[..., str | None]) -> Callable[..., str | None]:
    """Let a batch be checked as the single call that it consists of."""

    def action(*request: Any, **named: Any) -> str | None:
        found = extract(*request, **named)
        return BATCHES.get(found, found) if found else found

    return action


def main() -> None:
    """Start MiniStack."""
    workers: Any = import_module("ministack.core.lambda_runtime")
    workers.zipfile = SharedZipModule(workers.zipfile)
    permissions: Any = import_module("ministack.core.iam_actions")
    permissions.extract_iam_action = with_single_permissions(permissions.extract_iam_action)
    import_module("ministack.app").main()


if __name__ == "__main__":
    main()
