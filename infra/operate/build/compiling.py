"""Bytecode that holds in Lambda: zips date every file 1980, so it is checked by content, never by date."""

import compileall
import io
from contextlib import redirect_stdout
from pathlib import Path
from py_compile import PycInvalidationMode

from operate.build.artifact import BuildFoundWantingError


def compile_artifact(artifact: Path) -> None:
    """Compile every module of an unpacked artifact for the running interpreter."""
    said = io.StringIO()
    with redirect_stdout(said):
        done = compileall.compile_dir(
            artifact, quiet=1, stripdir=str(artifact), invalidation_mode=PycInvalidationMode.CHECKED_HASH
        )
    if not done:
        raise BuildFoundWantingError(f"some modules do not compile:\n{said.getvalue()}")
