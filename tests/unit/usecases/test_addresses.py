"""A department's mail goes to an address of the map once somebody there has said that it is the right one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, NOW, small_map
from throughline.domain.journey import JourneyMap, versioned
from throughline.domain.letter import LetterKind
from throughline.domain.seal import read_link
from throughline.domain.subject import subject_of
from throughline.usecases.ask_addresses import PURPOSE, ask_addresses, mailboxes, trust_addresses
from throughline.usecases.confirm_address import confirm_address, look
from unit.usecases.desk import Desk

MANAGER, PACKING = "isla@shop.example", "packing@shop.example"
PACKING_CODE = subject_of(ROOT, PACKING)


def managed() -> JourneyMap:
    return small_map(cx_manager=MANAGER)


def asks(desk: Desk, before: JourneyMap | None, after: JourneyMap) -> tuple[str, ...]:
    desk.map = after
    return ask_addresses(before=before, after=after, addresses=desk.ledger.addresses, head=HEAD, now=NOW)


def sent_to(desk: Desk) -> str:
    desk.routed()
    return sends(desk)


def sends(desk: Desk) -> str:
    letter = next(one for one in desk.letters() if one.kind is LetterKind.CASE)
    desk.sends(letter)
    return desk.postbox.sent[-1].to if desk.postbox.sent else ""


def test_until_it_answers_the_cx_manager_gets_its_mail_and_is_told_so(desk: Desk) -> None:
    assert PACKING in asks(desk, None, managed())
    assert sent_to(desk) == MANAGER
    assert "unconfirmed" in desk.postbox.sent[-1].text
    assert "Packing" in desk.postbox.sent[-1].text


def test_after_the_click_its_mail_comes_there(desk: Desk) -> None:
    asks(desk, None, managed())
    assert confirm_address(subject=PACKING_CODE, addresses=desk.ledger.addresses).outcome == "confirmed"
    assert sent_to(desk) == PACKING


def test_looking_confirms_nothing_and_a_second_click_is_fine(desk: Desk) -> None:
    asks(desk, None, managed())
    room = desk.ledger.addresses
    seen = look(subject=PACKING_CODE, addresses=room)
    assert (seen.outcome, seen.asked and seen.asked.departments) == ("asked", ("Packing",))
    assert look(subject=PACKING_CODE, addresses=room).outcome == "asked"
    confirm_address(subject=PACKING_CODE, addresses=room)
    assert confirm_address(subject=PACKING_CODE, addresses=room).outcome == "known"


def test_the_mail_that_asks_goes_to_the_address_itself_with_a_link_for_it_alone(desk: Desk) -> None:
    asks(desk, None, managed())
    (letter,) = [one for one in desk.letters() if one.to == PACKING]
    assert letter.kind is LetterKind.CONFIRM_ADDRESS
    token = str(letter.fields["url"]).rpartition("/")[2]
    link = read_link(ROOT, token, purpose=PURPOSE, now=NOW + timedelta(days=59))
    assert link
    assert link.subject == PACKING_CODE
    desk.sends(letter)
    assert desk.postbox.sent[-1].to == PACKING


def test_addresses_of_the_map_before_are_not_asked_again(desk: Desk) -> None:
    assert asks(desk, managed(), managed()) == ()
    assert sent_to(desk) == PACKING


def test_one_that_has_not_answered_is_still_waited_for_and_asked_once(desk: Desk) -> None:
    asks(desk, None, managed())
    assert asks(desk, managed(), managed()) == ()
    assert sent_to(desk) == MANAGER


def test_only_what_is_new_is_asked(desk: Desk) -> None:
    departments = tuple(
        replace(one, notify_email="wraps@shop.example") if one.name == "Packing" else one
        for one in managed().departments
    )
    assert asks(desk, managed(), versioned(replace(managed(), departments=departments))) == ("wraps@shop.example",)


def test_what_no_map_names_any_more_is_waited_for_no_longer(desk: Desk) -> None:
    asks(desk, None, managed())
    asks(desk, managed(), versioned(replace(managed(), departments=(), cx_manager=MANAGER)))
    assert list(desk.ledger.addresses.waiting()) == []


def test_another_cx_manager_gets_the_mail_of_those_that_are_waited_for(desk: Desk) -> None:
    asks(desk, None, managed())
    asks(desk, managed(), small_map(cx_manager="bo@shop.example"))
    assert sent_to(desk) == "bo@shop.example"


def test_without_a_cx_manager_the_mail_waits_where_a_person_sees_it(desk: Desk) -> None:
    asks(desk, None, small_map())
    assert sent_to(desk) == ""
    (aside,) = desk.ledger.facts.asides()
    assert "has not said that it is the right one" in aside.reason


def test_whoever_is_sure_of_all_of_them_asks_nobody(desk: Desk) -> None:
    asks(desk, None, managed())
    trust_addresses(journey_map=managed(), addresses=desk.ledger.addresses, root=ROOT)
    assert sent_to(desk) == PACKING


@pytest.mark.parametrize("written", [MANAGER, MANAGER.upper()])
def test_the_cx_managers_own_address_is_not_asked(written: str) -> None:
    departments = tuple(replace(one, notify_email=written) for one in managed().departments)
    assert mailboxes(replace(managed(), departments=departments)) == {}
