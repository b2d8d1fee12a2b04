"""Replies of departments as people write them, with what each of them means."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from throughline.domain.mail.incoming import Meant
from throughline.domain.mail.intent import meant_by

TODAY = date(2026, 11, 25)  # a Wednesday
DEPARTMENTS = ("Packing", "Transport", "Customer Care", "Finance & Tax", "IT", "Küche", "Verpackung", "物流部")


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: what it means, and to whom or until when where that is told too."""

    language: str
    text: str
    intent: str
    to: str | None = None
    until: str | None = None


@cache
def replies(room: str) -> tuple[Reply, ...]:
    files = sorted((Path(__file__).parent / room).glob("*.jsonl"))
    return tuple(Reply(**json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines())


def meant(text: str, *departments: str) -> Meant:
    return meant_by(text, departments=departments, today=TODAY)
