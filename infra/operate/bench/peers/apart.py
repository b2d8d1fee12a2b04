"""Installs a set of packages by itself, runs a runner with it and throws it away; uv keeps what it downloaded."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from operate.bench.peers.lines import Line
from operate.local.checkout import find_checkout
from operate.local.environment import EnvironmentNotMadeError, find_uv

PINNED = Path(__file__).parent
OPERATE = PINNED.parents[2]
PATIENCE = 900
SHOWN = 160


class CouldNotRunError(Exception):
    """It could not be installed or did not run to its end; says what it said last."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a runner told of itself, and its answer to each line."""

    version: str
    load_ms: float
    answers: tuple[Line, ...]


@contextmanager
def installed(peer: str) -> Iterator[str]:
    """The Python of an environment that holds just what `PEER.txt` pins; raises CouldNotRunError.

    What was downloaded before needs no network.
    """
    with TemporaryDirectory() as folder:
        python = str(Path(folder) / "bin" / "python")
        try:
            uv = find_uv(find_checkout().root)
        except EnvironmentNotMadeError as error:
            raise CouldNotRunError(str(error)) from error
        _done([uv, "venv", "--quiet", "--python", sys.executable, folder])
        install = [uv, "pip", "install", "--quiet", "--require-hashes", "--compile-bytecode", "--python", python]
        install += ["-r", str(PINNED / f"{peer}.txt")]
        try:
            _done([*install, "--offline"])
        except CouldNotRunError:
            _done(install)
        yield python


def answers_of(python: str, runner: str, lines: Iterable[Line], *arguments: str) -> Ran:
    """Run it over the lines, the first of them twice: what is made at the first call is not what a call costs."""
    asked = [json.dumps(line) for line in lines]
    command = [python, "-m", f"operate.bench.peers.{runner}", *arguments]
    told = [json.loads(line) for line in _done(command, "\n".join([*asked[:1], *asked])).splitlines()]
    if len(told) != len(asked) + (2 if asked else 1):
        raise CouldNotRunError(f"it answered {len(told) - 2} of {len(asked)} mails")
    return Ran(told[0]["version"], told[0]["load_ms"], tuple(told[2:]))


def _done(command: list[str], said: str | None = None) -> str:
    """What it wrote; a runner gets what is said in a folder of its own, since some leave files where they run."""
    with TemporaryDirectory() as folder:
        try:
            done = subprocess.run(  # noqa: S603 - what is pinned, and our runners
                command,
                input=said or "",
                cwd=folder,
                env=_for_uv() if said is None else _for_runners(folder),
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired as error:
            raise CouldNotRunError(f"it did not end within {PATIENCE} seconds") from error
    if done.returncode:
        raise CouldNotRunError(last_words(done.stderr))
    return done.stdout


def last_words(stderr: str) -> str:
    """The last line that something said before it fell."""
    lines = [line.strip(" ╰─▶├│×") for line in stderr.splitlines() if line.strip(" ╰─▶├│×")]
    return lines[-1][:SHOWN] if lines else "it ended without a word"


def _for_uv() -> Mapping[str, str]:
    """A registry out of reach is not waited for long."""
    kept = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    return {**kept, "UV_HTTP_TIMEOUT": "30"}


def _for_runners(home: str) -> Mapping[str, str]:
    """Code of others finds our runners, and none of what the person who starts it may do."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "PYTHONPATH": str(OPERATE), "PYTHONUTF8": "1"}
