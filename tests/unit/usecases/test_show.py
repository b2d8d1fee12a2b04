"""What people see of a case, an inbox and a receipt."""

from datetime import timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import CARRIED, HEAD, RIDDLE, SCRATCHED, answer, small_map
from throughline.domain.case import Action
from throughline.domain.line import Line
from throughline.domain.seal import line_of, spaced
from throughline.errors import Refused
from throughline.usecases import read_inbox, show_desk
from throughline.usecases.act_at_once import MOST_AT_ONCE
from throughline.usecases.read_inbox import DeskRooms
from throughline.usecases.show_case import case_view, words_of
from throughline.usecases.show_desk import desk_view
from throughline.usecases.show_receipt import show_receipt
from unit.usecases.desk import Desk


def receipt_view(desk: Desk, receipt: str) -> dict[str, Any]:
    return show_receipt(receipt=receipt, root=ROOT, facts=desk.ledger.facts, journey_map=desk.map)


def inbox(desk: Desk, department: str = "Packing", page: int = 1) -> dict[str, Any]:
    room = desk.ledger
    return desk_view(
        department=department,
        rooms=DeskRooms(room.cases, room.facts, room.letters, room.weeks),
        journey_map=desk.map,
        head=HEAD,
        now=desk.clock.now(),
        page=page,
    )


def test_a_receipt_shows_what_was_said_and_what_became_of_it(desk: Desk) -> None:
    receipt = desk.records().receipt
    assert receipt_view(desk, spaced(receipt))["items"] == []
    line = desk.routed()
    view = receipt_view(desk, receipt)
    assert (view["quote"], view["received"], view["receipt"]) == (SCRATCHED, "2026-11-23", spaced(receipt))
    assert view["items"][0]["state"] == "routed"
    desk.acts(desk.case(line), Action.ACKNOWLEDGE)
    assert receipt_view(desk, receipt)["items"][0]["state"] == "acknowledged"
    desk.acts(desk.case(line), Action.ANSWER, "We look at it.")
    desk.acts(desk.case(line), Action.RESOLVE, "It is wrapped now.")
    (item,) = receipt_view(desk, receipt)["items"]
    assert (item["state"], item["answer"], item["change"]) == ("changed", "We look at it.", "It is wrapped now.")
    assert item["department"] == "Packing"


def test_a_receipt_shows_thanks_and_what_waits_for_a_person(desk: Desk) -> None:
    receipt = desk.records(f"{CARRIED} {RIDDLE}").receipt
    desk.routes(line_of(ROOT, receipt))
    kinds = [one["kind"] for one in receipt_view(desk, receipt)["items"]]
    assert kinds == ["thanks", "parked"]


@pytest.mark.parametrize("receipt", ["", "1234", "0000 0000 0000 0000", "x" * 16, "１" * 16, "1" * 17])
def test_a_receipt_that_is_wrong_and_one_that_is_not_ours_are_told_alike(desk: Desk, receipt: str) -> None:
    desk.routed()
    with pytest.raises(Refused, match="no report with this receipt") as refused:
        receipt_view(desk, receipt)
    assert refused.value.status == 404


def test_a_case_shows_what_its_department_needs(desk: Desk) -> None:
    line = desk.routed(reference="ORD-1")
    view = case_view(
        case=desk.case(line), line=desk.line(line), journey_map=small_map(), head=HEAD, now=desk.clock.now()
    )
    assert (view["quote"], view["reference"], view["overdue"]) == (SCRATCHED, "ORD-1", False)
    assert view["actions"] == ["acknowledge", "answer", "resolve", "hand_on", "extend"]
    assert view["departments"] == ["Delivery", "Planning", "IT", "Accounts"]


def test_an_inbox_sorts_what_is_new_in_hand_overdue_and_done(desk: Desk) -> None:
    said = ("A scratched foot.", "The carton was crushed.", "There was broken glass.", "The instructions are torn.")
    where = {"touchpoint": "Opening the parcel"}
    lines = [desk.routed(text, identity=f"device-000{at}", **where) for at, text in enumerate(said)]
    desk.acts(desk.case(lines[1]), Action.ACKNOWLEDGE)
    desk.acts(desk.case(lines[2]), Action.RESOLVE, "Wrapped.")
    view = inbox(desk)
    assert [len(view[name]) for name in ("new", "working", "done", "overdue")] == [2, 1, 1, 0]
    desk.clock.moment += timedelta(days=9)
    view = inbox(desk)
    assert [len(view[name]) for name in ("new", "working", "done", "overdue")] == [0, 0, 1, 3]
    assert all(row["overdue"] for row in view["overdue"])
    assert not view["done"][0]["overdue"]


def test_an_inbox_shows_together_what_is_alike(desk: Desk) -> None:
    lines = [desk.routed(identity=f"device-000{at}") for at in range(3)]
    desk.acts(desk.case(lines[0]), Action.ACKNOWLEDGE)
    view = inbox(desk)
    (led,) = view["new"]
    assert (led["code"], led["more"], [one["code"] for one in led["alike"]]) == (
        desk.case(lines[1]).code,
        1,
        [desk.case(lines[2]).code],
    )
    assert [one["more"] for one in view["working"]] == [0]


def test_an_inbox_of_more_than_a_page_goes_on_and_leaves_nothing_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_desk, "A_PAGE", 2)
    said = ("Scratched feet.", "A crushed carton.", "There was broken glass.", "The instructions are torn.")
    where = {"touchpoint": "Opening the parcel"}
    lines = [desk.routed(text, identity=f"device-{at:04}", **where) for at, text in enumerate((*said, said[0]))]
    desk.acts(desk.case(lines[1]), Action.ACKNOWLEDGE)
    pages = [inbox(desk, page=page) for page in (1, 2, 3)]
    assert [[page["later"], len(page["new"]), len(page["working"])] for page in pages] == [
        [True, 2, 0],
        [False, 1, 1],
        [False, 0, 0],
    ]
    assert {page["counts"]["new"] for page in pages} == {4}
    shown = [row for page in pages for row in (*page["new"], *page["working"])]
    codes = [one["code"] for row in shown for one in (row, *row["alike"])]
    assert sorted(codes) == sorted(desk.case(line).code for line in lines)


def test_an_inbox_ticks_no_more_than_can_be_answered_at_once(desk: Desk) -> None:
    assert inbox(desk)["at_once"] == MOST_AT_ONCE


def test_an_inbox_says_when_more_wait_than_it_can_hold(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(3):
        desk.routed(identity=f"device-000{at}")
    assert not inbox(desk)["beyond"]
    monkeypatch.setattr(read_inbox, "MOST_OPEN", 2)
    assert inbox(desk)["beyond"]


def test_an_inbox_reads_its_reports_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(5):
        desk.routed(identity=f"device-000{at}")
    monkeypatch.setattr(desk.ledger.facts, "line", lambda line: pytest.fail(f"{line} was read alone"))
    (led,) = inbox(desk)["new"]
    assert led["quote"] == SCRATCHED


def test_an_inbox_shows_the_thanks_of_its_own_department(desk: Desk) -> None:
    desk.routed(CARRIED)
    assert [one["quote"] for one in inbox(desk, "Planning")["thanks"]] == [CARRIED]
    assert inbox(desk, "Packing")["thanks"] == []


def test_what_comes_to_an_erased_line_is_not_shown_while_it_waits_to_be_forgotten() -> None:
    assert words_of(Line(answers=(answer(verbatim=SCRATCHED),))) == SCRATCHED
    assert words_of(Line(answers=(answer(verbatim=SCRATCHED),), erased=True)) == ""
