"""Learning curves as a picture: how often the first department named is right, by how many examples there were."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, TOP = 640, 360, 56, 24
RIGHT_SPACE, BOTTOM_SPACE = 150, 44
SHADES = ("#14532d", "#4b5563", "#b45309", "#1d4ed8", "#7c3aed")
LOWEST = 0.3
Point = tuple[int, float]


def drawn(curves: Mapping[str, Sequence[Point]], others: Mapping[str, Sequence[Point]] | None = None) -> str:
    """The SVG; examples on a logarithmic scale, the map alone at the left; `others` are dotted, of the same names."""
    most = max((count for points in curves.values() for count, _ in points), default=1)
    lines = [_frame(), *(_level(share / 10) for share in range(math.ceil(10 * LOWEST), 11))]
    lines += [_mark(count, most) for count in (0, 10, 100, 1_000, 10_000) if count <= most]
    for at, (name, points) in enumerate(curves.items()):
        lines.append(_curve(name, points, most, SHADES[at % len(SHADES)]))
        lines += [_dotted(beside, most, SHADES[at % len(SHADES)]) for beside in [(others or {}).get(name)] if beside]
    return "\n".join([*lines, "</svg>", ""])


def _frame() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="system-ui"'
        ' font-size="12">'
        f'<title>Right department by number of examples</title><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    )


def _x(count: int, most: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT_SPACE) * math.log10(1 + count) / (math.log10(1 + most) or 1)


def _y(share: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM_SPACE) * (1 - (share - LOWEST) / (1 - LOWEST))


def _level(share: float) -> str:
    y = _y(share)
    return (
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT_SPACE}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e5e7eb"/>'
        f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#4b5563">{share:.0%}</text>'
    )


def _mark(count: int, most: int) -> str:
    told = f"{count:,}" if count else "map only"
    return (
        f'<text x="{_x(count, most):.1f}" y="{HEIGHT - BOTTOM_SPACE + 20}" text-anchor="middle" fill="#4b5563">'
        f"{told}</text>"
    )


def _curve(name: str, points: Sequence[Point], most: int, shade: str) -> str:
    places = [(_x(count, most), _y(max(share, LOWEST))) for count, share in points]
    path = _path(places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{shade}"/>' for x, y in places)
    x, y = places[-1]
    label = f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{shade}">{escape(name)} {points[-1][1]:.0%}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{shade}" stroke-width="2"/>{dots}{label}'


def _dotted(points: Sequence[Point], most: int, shade: str) -> str:
    places = [(_x(count, most), _y(max(share, LOWEST))) for count, share in points]
    return f'<polyline points="{_path(places)}" fill="none" stroke="{shade}" stroke-dasharray="2 4"/>'


def _path(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
