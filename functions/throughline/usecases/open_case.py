"""Make a case from a decision: its owner, its reason, its promise."""

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime

from throughline.domain.case import Case, State
from throughline.domain.decision import Routed
from throughline.domain.journey import Department, JourneyMap
from throughline.domain.promise import promised_by
from throughline.domain.promise_kept import USUAL_PROMISE

CODE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case is opened for: where it belongs in its line, and the decision behind it."""

    line: str
    number: int
    routed: Routed
    place: str = ""
    reference: str = ""
    hops: int = 0
    call_back: bool = False


def open_case(opening: Opening, journey_map: JourneyMap, now: datetime) -> Case:
    """The case as it starts: routed, version 1, promised by the map's working time."""
    part = opening.routed.part
    department = journey_map.department(part.department) or Department(part.department)
    promise = part.reply_within or USUAL_PROMISE
    why = opening.routed.why
    return Case(
        line=opening.line,
        number=opening.number,
        code=code_of(opening.line, opening.number),
        department=part.department,
        touchpoint=part.touchpoint,
        stage=part.stage,
        journey=part.journey,
        role=part.role,
        how=part.how_they_affect_it,
        why=opening.routed.reason,
        state=State.ROUTED,
        version=1,
        opened_on=now.date(),
        reply_by=promised_by(now, promise, department, journey_map.holidays),
        place=opening.place,
        reference=opening.reference,
        hops=opening.hops,
        map_version=journey_map.version,
        call_back=opening.call_back,
        reply_within=promise,
        hits=why.hits if why else (),
        model=why.model if why else "",
        confidence=opening.routed.confidence if why else 0.0,
    )


def code_of(line: str, number: int) -> str:
    """What people call a case: short, without letters that look alike, telling nothing of its line."""
    digest = hashlib.sha256(f"code|{line}|{number}".encode()).digest()
    readable = b32encode(digest).decode().translate(str.maketrans("IO", "XY"))
    return readable[:CODE_LENGTH]
