"""A person decides about a recognition: others may read it, not now, or never; or says whom it is for."""

from dataclasses import replace
from datetime import datetime

from throughline.domain.person import Person
from throughline.domain.recognition import FOR_ONE, MODERATED, HeldFor, Publicity, Thanks
from throughline.errors import Refused
from throughline.ports import Directory, Recognitions
from throughline.usecases.letters import Letterhead
from throughline.usecases.recognise import code_of_person, thanked_by

SEE = "See what waits: throughline thanks list"
HEARD = (HeldFor.LIMIT, HeldFor.BY_HAND)  # whom it names was told of it, however it stands by now


def moderate_thanks(
    *,
    ref: str,
    state: Publicity,
    recognitions: Recognitions,
    directory: Directory,
    head: Letterhead,
    now: datetime,
) -> Thanks:
    """The recognition as it stands then; what is so already stays as it is.

    Published, it stands in the week of that day, and whom it names hears of it. Refused when there is none, when it
    is for one person's eyes only, or when a colleague was first.
    """
    thanks = found(ref, recognitions)
    if thanks.state is state:
        return thanks
    if state not in MODERATED[thanks.state] or (state is Publicity.PUBLISHED and thanks.held_for in FOR_ONE):
        do = "Say whom it is for: throughline thanks hand ID ADDRESS" if thanks.held_for in FOR_ONE else SEE
        raise Refused("That is not for others to read, or not yet.", field="id", do=do)
    held_for = thanks.held_for or HeldFor.BY_HAND  # one that was dropped unread waits for what it waited for
    moved = replace(thanks, state=state, held_for="" if state is Publicity.PUBLISHED else held_for)
    heard = thanks.held_for in HEARD or thanks.state is not Publicity.HELD
    person = directory.person(thanks.to) if thanks.to and state is Publicity.PUBLISHED and not heard else None
    moved = replace(moved, on=now.date()) if state is Publicity.PUBLISHED else moved
    return _decided(moved, thanks.state, person, recognitions, head, now)


def hand_thanks(*, ref: str, person: Person, recognitions: Recognitions, head: Letterhead, now: datetime) -> Thanks:
    """Say whom a private one is for, or that they may read it; only that person does from then on."""
    thanks = found(ref, recognitions)
    if thanks.held_for not in FOR_ONE or thanks.state is not Publicity.HELD:
        raise Refused("It is known whom that is for.", field="id", do=SEE)
    moved = replace(thanks, to=person.id, about=code_of_person(person, head.root), state=Publicity.PRIVATE, held_for="")
    return _decided(moved, thanks.state, person, recognitions, head, now)


def found(ref: str, recognitions: Recognitions) -> Thanks:
    """The recognition of that key; Refused when there is none."""
    line, _, number = ref.rpartition("/")
    thanks = recognitions.find(line, int(number)) if number.isdecimal() and number.isascii() else None
    if thanks is None:
        raise Refused(f"There is no recognition “{ref}”.", field="id", do=SEE)
    return thanks


def _decided(
    moved: Thanks,
    before: Publicity,
    person: Person | None,
    recognitions: Recognitions,
    head: Letterhead,
    now: datetime,
) -> Thanks:
    thanked = thanked_by(moved, person, head, now) if person else None
    if not recognitions.decide(moved, before, thanked):
        raise Refused("A colleague decided this a moment ago.", field="id", do=SEE)
    return moved
