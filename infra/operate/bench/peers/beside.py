"""A figure of ours with one row for each of those it is measured beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from operate.bench.figures import Figure

Row = Mapping[str, float | str]
UNITS = dict.fromkeys(("cpu_p50", "cpu_p99", "cpu_worst", "load"), "ms")
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Beside(Figure):
    """`rows` hold `who` and what was measured by name, or why nothing could be; the parts show them in columns."""

    rows: tuple[Row, ...] = ()

    def as_row(self) -> dict[str, Any]:
        """For programs: the rows as they are, instead of the columns made of them."""
        return {**Figure.as_row(self), "parts": {}, "beside": [dict(row) for row in self.rows]}


def beside(what: str, unit: str, first: str, rows: tuple[Row, ...], limit: float | None = None) -> Beside:
    """The figure named `first` of each row, ours on the first row, with the others in columns beside it."""
    cells = [_cells(row, first) for row in rows]
    widths = {name: max(len(one.get(name, "")) for one in cells) for one in cells for name in one}
    lines = ["  ".join(one[name].ljust(widths[name]) for name in one).rstrip() for one in cells]
    parts = {line: float(row.get(first, 0)) for line, row in zip(lines, rows, strict=True)}
    return Beside(what, float(rows[0][first]), unit, limit, parts=parts, rows=rows)


def _cells(row: Row, first: str) -> dict[str, str]:
    who = {"who": str(row["who"])}
    if "failed" in row:
        return {**who, "": f"could not be run: {row['failed']}"}
    return {**who, **{name: _cell(name, value) for name, value in row.items() if name not in ("who", first)}}


def _cell(name: str, value: float | str) -> str:
    shown = str(value) if not isinstance(value, float) else f"{value:.0f}" if value >= WHOLE else f"{value:.3g}"
    return " ".join((name.replace("cpu_", ""), shown, UNITS.get(name, ""))).strip()
