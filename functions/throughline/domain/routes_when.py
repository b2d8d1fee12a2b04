"""The words of a row that draw a report to it, as people write them in one cell."""

import re

from throughline.domain.journey import Cue

_ENTRY = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<plain>[^";]*?))\s*(?P<decides>!?)\s*(?:;|$)')


class BadCueError(ValueError):
    """The cell can't be read; says where it goes wrong and how to write it."""


def read_cues(cell: str) -> tuple[Cue, ...]:
    """Reads `crushed; box; "wrong parcel"!`; raises BadCueError where a quote is left open."""
    cues: dict[str, Cue] = {}
    position = 0
    while position < len(cell):
        entry = _ENTRY.match(cell, position)
        if not entry:
            raise BadCueError(_complaint(cell, position))
        position = entry.end()
        words = " ".join((entry["quoted"] or entry["plain"] or "").split())
        decides = bool(entry["decides"])
        if words:
            known = cues.get(words.casefold())
            cues[words.casefold()] = Cue(known.words if known else words, decides or bool(known and known.decides))
    return tuple(cues.values())


def write_cues(cues: tuple[Cue, ...]) -> str:
    """The cell that `read_cues` reads back to the same cues."""
    return "; ".join(_written(cue) for cue in cues)


def _written(cue: Cue) -> str:
    if cue.decides:
        return f'"{cue.words}"!'
    return f'"{cue.words}"' if ";" in cue.words or cue.words.endswith("!") else cue.words


def _complaint(cell: str, position: int) -> str:
    rest = cell[position:].strip()
    if rest.count('"') % 2:
        return f'A quote is left open near {rest[:30]} (close it like this: "wrong parcel"!).'
    return f'A ";" is missing near {rest[:30]} (write it like this: crushed; box; "wrong parcel"!).'
