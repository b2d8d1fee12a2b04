"""Wrong designs of recognition: who is named, who reads it, who is told and when."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from simulation.mutants_of_mail import Patches
from throughline.domain.letter import Letter
from throughline.domain.recognition import Thanks
from throughline.ports import Directory, Facts
from throughline.usecases import compose_digest as composing
from throughline.usecases import recognise as recognising
from throughline.usecases import route_fact as routing
from throughline.usecases import settle_edition as settling
from throughline.usecases import show_thanks as showing


def name_whoever_is_thanked() -> Patches:
    """Nobody is asked whether they want to be named."""

    def named(people: Iterable[str], directory: Directory) -> Mapping[str, str]:
        return {one.id: one.name for one in map(directory.person, people) if one}

    return [(composing, "named", named), (settling, "named", named)]


def publish_what_is_private() -> Patches:
    """What is for one person alone is judged as anything else is."""
    plain = recognising._judged

    def judged(thanks: Thanks, named: Any, journey_map: Any, *, private: bool) -> Thanks:  # noqa: ARG001 - what is wrong with it
        return plain(thanks, named, journey_map, private=False)

    return [(recognising, "_judged", judged)]


def tell_what_is_held() -> Patches:
    """The mail of the day tells what was written down for it, whatever became of that."""

    def standing(letter: Letter, facts: Facts) -> list[Thanks]:
        refs = [ref.rpartition("/") for ref in letter.tells]
        return [one for line, _, number in refs for one in facts.line(line).thanks if one.number == int(number)]

    return [(showing, "_standing", standing)]


def tell_in_the_night() -> Patches:
    """The mail of the day is due as the day begins."""
    return [(recognising, "TOLD_AT", time(0))]


def count_no_giver() -> Patches:
    """Somebody may thank as many as they like."""
    return [(routing, "giver_of", lambda *_told: "")]


def credit_the_front() -> Patches:
    """Only the first department behind a moment is credited."""
    plain = recognising._behind
    return [(recognising, "_behind", lambda praised, named: plain(praised, named)[:1])]
