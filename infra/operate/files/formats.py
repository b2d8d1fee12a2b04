"""Which format a file is in, told by its name."""

from pathlib import Path

from throughline.errors import Refused

KINDS = {".xlsx": "xlsx", ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".yaml": "yaml", ".yml": "yaml"}


def kind_of(path: Path) -> str:
    """The file's format, "xlsx", "csv" or "yaml"; raises Refused for any other name."""
    kind = KINDS.get(path.suffix.casefold())
    if not kind:
        shown = path.suffix or "no ending"
        do = "Use a file ending in .xlsx, .csv or .yaml."
        raise Refused(f"{path.name}: {shown} is no format for lists and maps.", field=str(path), do=do)
    return kind
