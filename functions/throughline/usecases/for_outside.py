"""What a contractor outside the organisation sees of a case: what happened, without whoever it is about."""

from collections.abc import Mapping
from typing import Any

from throughline.domain.journey import JourneyMap
from throughline.domain.nameless import without_identity
from throughline.usecases.call_back import OUTSIDE

_CALENDAR = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December Christmas Easter"
)
_LEFT_OUT: Mapping[str, Any] = {"reference": "", "files": [], "weighed": []}


def is_outside(department: str, journey_map: JourneyMap) -> bool:
    """Whether the map says that it is a contractor's."""
    known = journey_map.department(department)
    return known is not None and known.kind == OUTSIDE


def for_outside(view: Mapping[str, Any], journey_map: JourneyMap) -> dict[str, Any]:
    """The same fields as the `department` among them may see: names, numbers and files only within the organisation.

    What it said itself stays as it said it. Whoever needs a number asks the CX manager.
    """
    department = str(view["department"])
    if not is_outside(department, journey_map):
        return dict(view)
    shown = {**view, **{name: value for name, value in _LEFT_OUT.items() if name in view}}
    shown["quote"] = words_outside(str(view["quote"]), journey_map)
    if "sayings" in view:
        shown["sayings"] = [_saying(one, department, journey_map) for one in view["sayings"]]
    return shown


def words_outside(text: str, journey_map: JourneyMap) -> str:
    """Words without whoever they are about; what the map itself calls things stays."""
    rows = [name for part in journey_map.parts for name in (part.journey, part.stage, part.touchpoint, part.department)]
    names = [member.name for one in journey_map.departments for member in one.people]
    known = [*rows, *(one.name for one in journey_map.departments), _CALENDAR]
    return without_identity(text, names=names, known=known)


def _saying(said: Mapping[str, Any], department: str, journey_map: JourneyMap) -> dict[str, Any]:
    if said["who"] == department:
        return dict(said)
    return {**said, "text": words_outside(str(said["text"]), journey_map), "files": []}
