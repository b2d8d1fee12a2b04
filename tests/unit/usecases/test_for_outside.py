"""Contractors outside the organisation see what happened, and nobody."""

from dataclasses import replace

import pytest

from fakes.values import HEAD, NOW, small_map
from throughline.domain.act import Act
from throughline.domain.case import Action
from throughline.domain.journey import JourneyMap, Member
from throughline.domain.letter import LetterKind
from throughline.domain.seal import nonce_of
from throughline.usecases.act_on_case import act_on_case
from throughline.usecases.for_outside import for_outside, words_outside
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.show_case import case_view
from throughline.usecases.show_desk import desk_view
from unit.usecases.desk import Desk

SAID = "Mrs Baker (0131 555 0142) says that Ada Moss left the sofa outside on Saturday."
PRIVATE = ("Baker", "0131", "Moss", "ORD-20871")


def with_contractor() -> JourneyMap:
    departments = tuple(
        replace(one, kind="contract", people=(Member("Ada Moss"),)) if one.name == "Delivery" else one
        for one in small_map().departments
    )
    return small_map(departments=departments)


@pytest.fixture
def desk() -> Desk:
    return Desk(map=with_contractor())


def raised(desk: Desk) -> str:
    return desk.routed(SAID, touchpoint="Delivery at the door", reference="ORD-20871", place="North")


def nothing_of_anybody(shown: object) -> bool:
    return not [word for word in PRIVATE if word in str(shown)]


def test_its_mail_tells_what_happened_and_no_name_or_number(desk: Desk) -> None:
    raised(desk)
    (letter,) = [one for one in desk.letters() if one.kind is LetterKind.CASE]
    assert nothing_of_anybody(letter.fields)
    assert "left the sofa outside on Saturday" in letter.fields["quote"]
    assert letter.fields["place"] == "North"


def test_its_pages_do_not_either_but_for_its_own_words(desk: Desk) -> None:
    line = raised(desk)
    case, assumed = desk.case(line), with_contractor()
    act = Act(Action.ANSWER, nonce_of(HEAD.root, case.subject, case.version), "Bo Lind of ours calls Mrs Baker.")
    act_on_case(
        act=act,
        case=case,
        line=desk.line(line),
        cases=desk.ledger.cases,
        journey_map=assumed,
        head=HEAD,
        now=NOW,
    )
    view = case_view(case=desk.case(line), line=desk.line(line), journey_map=assumed, head=HEAD, now=NOW)
    shown = for_outside(view, assumed)
    assert [one["text"] for one in shown["sayings"]] == ["Bo Lind of ours calls Mrs Baker."]
    assert nothing_of_anybody({**shown, "sayings": []})
    room = desk.ledger
    inbox = desk_view(
        department="Delivery",
        rooms=DeskRooms(room.cases, room.facts, room.letters, room.weeks),
        journey_map=assumed,
        head=HEAD,
        now=NOW,
    )
    assert nothing_of_anybody(inbox)


def test_a_department_of_the_house_reads_every_word() -> None:
    desk = Desk(map=small_map())
    raised(desk)
    (letter,) = [one for one in desk.letters() if one.kind is LetterKind.CASE]
    assert letter.fields["quote"] == SAID
    assert letter.fields["reference"] == "ORD-20871"


def test_what_the_map_calls_things_and_the_days_of_the_week_are_no_names() -> None:
    said = "The driver of Delivery came to Opening the parcel on Saturday."
    assert words_outside(said, with_contractor()) == said
