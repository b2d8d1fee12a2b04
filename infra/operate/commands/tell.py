"""How commands speak: results to stdout, talk to stderr, every problem of a file at once."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

import click

from throughline.domain.table import Problem


class OutputFile(click.Path):
    """A file to write, in a folder that is there."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, writable=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Refuse a folder that is missing before any work is done."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"There is no folder {path.parent}. Make it first.", param, ctx)
        return path


def say(text: str) -> None:
    """Talk to the person, beside the result."""
    click.echo(text, err=True)


def show_json(value: object) -> None:
    """Print a result for a machine."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def refuse(problems: Iterable[Problem], *, as_json: bool, err: bool) -> NoReturn:
    """Show every problem and end with 1."""
    found = list(problems)
    if as_json:
        show_json({"ok": False, "problems": [asdict(one) for one in found]})
    else:
        for one in found:
            click.echo(str(one), err=err)
    things = "One thing is" if len(found) == 1 else f"{len(found)} things are"
    say(f"{things} wrong. Nothing was written.")
    sys.exit(1)
