"""`throughline mail`: what the product reads in a mail, and the sealed raw mails."""

import json
import sys
from pathlib import Path
from typing import TextIO

import click

from operate.commands.privacy import audit, raw_mail
from throughline.domain.mail.reading import read_mail


@click.group(epilog="Example: throughline mail read note.eml")
def mail() -> None:
    """Mails as the product reads them."""


mail.add_command(raw_mail)
mail.add_command(audit)


@mail.command("read", epilog="Example: throughline mail read *.eml")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--list", "listing", type=click.File(encoding="utf-8"), help="A file that names one mail a line.")
def read(files: tuple[Path, ...], listing: TextIO | None) -> None:
    """One JSON line a file."""
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
