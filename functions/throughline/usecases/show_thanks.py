"""The recognitions of a day's mail, read where they stand when it goes: what was dropped or erased is left out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from throughline.domain.colleagues import with_name
from throughline.domain.letter import Letter, LetterKind
from throughline.domain.recognition import Publicity, Thanks
from throughline.ports import Facts


def with_thanks(letter: Letter, facts: Facts) -> Letter:
    """The letter with what it tells of; another kind stays as it is."""
    if letter.kind is not LetterKind.THANKED:
        return letter
    name = str(letter.fields["name"])
    told = [_told(one, name) for one in sorted(_standing(letter, facts), key=lambda one: (one.on, one.ref))]
    return replace(letter, fields={**letter.fields, "thanks": told})


def tells_nothing(letter: Letter) -> bool:
    """Whether all that a mail would have told of is gone."""
    return letter.kind is LetterKind.THANKED and not letter.fields["thanks"]


def _standing(letter: Letter, facts: Facts) -> Iterator[Thanks]:
    for ref in letter.tells:
        line, _, number = ref.rpartition("/")
        found = (one for one in facts.line(line).thanks if one.number == int(number))
        yield from (one for one in found if one.words and one.reaches and one.state is not Publicity.DROPPED)


def _told(thanks: Thanks, name: str) -> dict[str, Any]:
    return {
        "quote": with_name(thanks.words, name),
        "who": thanks.who,
        "touchpoint": thanks.touchpoint,
        "value": thanks.value,
        "private": thanks.state is Publicity.PRIVATE,
    }
