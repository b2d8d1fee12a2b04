"""Signed links at the doors."""

from datetime import datetime

from throughline.adapters.wiring import LedgerRoom
from throughline.domain.case import Case
from throughline.domain.line import Line
from throughline.domain.seal import Link, read_link
from throughline.errors import Refused
from throughline.usecases.show_case import case_of


def read_or_refuse(root: bytes, token: str, *, purpose: str, now: datetime) -> Link:
    """What a link stands for; Refused (403) with a helpful word when it is forged, expired or for something else."""
    link = read_link(root, token, purpose=purpose, now=now)
    if link is None:
        do = "Open the newest mail about it: its link works. Nothing has been changed."
        raise Refused("This link does not open anything any more.", field="token", do=do, status=403)
    return link


def case_behind(token: str, root: bytes, room: LedgerRoom) -> tuple[Case, Line]:
    """The case that a link opens, with its line; Refused (403) when it opens none any more."""
    link = read_or_refuse(root, token, purpose="case", now=room.clock.now())
    key, _, number = link.subject.rpartition("/")
    line = room.facts.line(key)
    case = case_of(line, int(number))
    if case is None:
        raise Refused("This note has been removed.", do="Nothing more is asked of you.", status=403)
    return case, line
