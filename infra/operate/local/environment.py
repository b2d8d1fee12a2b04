"""MiniStack in an environment of its own, because it pins what the project must not be held to."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from operate.local.checkout import Checkout, find_checkout

REQUIREMENTS = Path(__file__).with_name("ministack.txt")
STAMP = "made-from"


class EnvironmentNotMadeError(Exception):
    """MiniStack could not be installed; the message says why and what to do."""


def ensure_ministack(checkout: Checkout | None = None) -> Path:
    """Give the Python that runs MiniStack, installing it first when it is missing or out of date."""
    folder = (checkout or find_checkout()).kept / "ministack"
    python = folder / "bin" / "python"
    stamp = folder / STAMP
    wanted = fingerprint()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    uv = find_uv((checkout or find_checkout()).root)
    run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)])
    install = [uv, "pip", "install", "--quiet", "--require-hashes", "--compile-bytecode"]
    run([*install, "--python", str(python), "-r", str(REQUIREMENTS)])
    stamp.write_text(wanted, encoding="utf-8")
    return python


def fingerprint() -> str:
    """Tell one set of packages on one interpreter from any other."""
    interpreter = f"{sys.implementation.name} {sys.version_info[:3]} {sys.base_prefix}"
    return hashlib.sha256(REQUIREMENTS.read_bytes() + interpreter.encode()).hexdigest()


def find_uv(root: Path) -> str:
    """Find uv: as named by $UV, as brought by `make`, or on the path."""
    brought = root / ".uv" / "bin" / "uv"
    found = os.environ.get("UV") or (str(brought) if brought.exists() else shutil.which("uv"))
    if not found:
        message = "uv is missing: run `make setup`, which brings it, or install uv and try again"
        raise EnvironmentNotMadeError(message)
    return found


def run(command: list[str]) -> None:
    """Run one step of the installation and pass on what it says when it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=clean)  # noqa: S603
    if done.returncode:
        message = f"installing the local AWS failed at `{' '.join(command[:3])}`:\n{done.stderr.strip()}"
        raise EnvironmentNotMadeError(message)


def main() -> int:
    """Install MiniStack ahead of the first `up`."""
    try:
        python = ensure_ministack()
    except EnvironmentNotMadeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{python}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
