"""Thanks that a person looks at before others read them, as a manager sees them."""

from itertools import islice
from typing import Any

from throughline.domain.recognition import FOR_ONE, Thanks
from throughline.ports import Recognitions

MOST = 20


def held_thanks_view(*, done: str, recognitions: Recognitions) -> dict[str, Any]:
    """The oldest that wait, each with why; the list may still know what was `done` a moment ago."""
    waiting = (one for one in recognitions.held() if one.ref != done)
    found = list(islice(waiting, MOST + 1))
    return {"thanks": [_shown(one) for one in found[:MOST]], "more": len(found) > MOST}


def _shown(one: Thanks) -> dict[str, Any]:
    departments = list(dict.fromkeys(behind.department for behind in one.behind))
    about = {"touchpoint": one.touchpoint, "departments": departments, "value": one.value}
    why = {"held_for": one.held_for, "private": one.held_for in FOR_ONE}
    return {"id": one.ref, "quote": one.words, "on": one.on.isoformat(), **about, **why}
