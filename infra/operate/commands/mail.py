"""`throughline mail read`: what the product reads in a mail."""

import json
import sys
from pathlib import Path

import click

from throughline.domain.mail.reading import read_mail


@click.group()
def mail() -> None:
    """Mails as the product reads them. Example: throughline mail read note.eml"""


@mail.command("read")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--list", "listing", type=click.File(), help="A file that names one mail a line.")
def read(files: tuple[Path, ...], listing: click.utils.LazyFile | None) -> None:
    """One JSON line a file. Example: throughline mail read *.eml"""
    named = (Path(line.strip()) for line in listing or () if line.strip())
    for path in (*files, *named):
        found = read_mail(path.read_bytes())
        row = {
            "file": str(path),
            "kind": found.kind.value,
            "from": found.address,
            "subject": found.subject,
            "new": found.words,
            "reason": found.held,
        }
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
