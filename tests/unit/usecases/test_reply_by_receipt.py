"""Whoever wrote a note says more by its receipt, once however often it is sent, and still nobody knows them."""

from datetime import UTC, time, timedelta
from typing import Any

import pytest

from fakes.outside import ROOT
from fakes.values import HEAD, SCRATCHED, known_reporter, small_map
from throughline.domain.case import Action, State
from throughline.domain.letter import LetterKind
from throughline.domain.more import More
from throughline.domain.seal import line_of
from throughline.errors import Refused, TooMany
from throughline.usecases.reply_by_receipt import MOST_A_DAY, reply_by_receipt
from throughline.usecases.show_receipt import show_receipt
from unit.usecases.desk import Desk

AGAIN = "It came again today."


def told(desk: Desk, text: str = SCRATCHED, **more: Any) -> str:
    receipt = desk.records(text, **more).receipt
    desk.routes(line_of(ROOT, receipt))
    return receipt


def item(desk: Desk, receipt: str) -> dict[str, str]:
    view = show_receipt(receipt=receipt, root=ROOT, facts=desk.ledger.facts, journey_map=desk.map)
    found: dict[str, str] = view["items"][0]
    return found


def says(desk: Desk, receipt: str, action: Action = Action.REPLY, text: str = AGAIN, **more: Any) -> str:
    nonce, number = more.pop("nonce", item(desk, receipt)["nonce"]), more.pop("number", 1)
    room, said = desk.ledger, More(receipt, number, action, nonce, text, **more)
    now = desk.clock.now()
    journey_map = desk.map or small_map()
    return reply_by_receipt(more=said, facts=room.facts, cases=room.cases, journey_map=journey_map, head=HEAD, now=now)


def test_a_reply_reaches_the_department_without_a_name(desk: Desk) -> None:
    receipt = told(desk)
    assert says(desk, receipt) == "changed"
    (letter,) = [one for one in desk.letters() if one.kind is LetterKind.REPLIED]
    assert (letter.to, letter.fields["quote"]) == ("packing@shop.example", AGAIN)
    (saying,) = desk.line(line_of(ROOT, receipt)).sayings[1]
    assert (saying.who, saying.text) == ("a colleague", AGAIN)


def test_the_same_page_sent_twice_is_one_reply_and_the_next_page_is_another(desk: Desk) -> None:
    receipt = told(desk)
    nonce = item(desk, receipt)["nonce"]
    assert [says(desk, receipt, nonce=nonce) for _ in range(2)] == ["changed", "repeated"]
    assert says(desk, receipt) == "changed"
    assert len([one for one in desk.letters() if one.kind is LetterKind.REPLIED]) == 2


def test_it_may_say_that_it_was_solved_or_not(desk: Desk) -> None:
    receipt = told(desk)
    line = line_of(ROOT, receipt)
    assert item(desk, receipt)["can"] == "reply"
    desk.acts(desk.case(line), Action.RESOLVE, "We wrap it now.")
    assert item(desk, receipt)["can"] == "reply confirm dispute"
    assert says(desk, receipt, Action.DISPUTE, "") == "changed"
    assert desk.case(line).state is State.REOPENED
    desk.acts(desk.case(line), Action.RESOLVE, "We wrap the foot too.")
    assert says(desk, receipt, Action.CONFIRM, "") == "changed"
    assert (desk.case(line).state, item(desk, receipt)["can"]) == (State.CLOSED, "")


def test_no_promise_tells_the_hour_of_an_unsigned_word(desk: Desk) -> None:
    receipt = told(desk)
    line = line_of(ROOT, receipt)
    opened = desk.case(line).reply_by
    desk.acts(desk.case(line), Action.RESOLVE, "We wrap it now.")
    desk.clock.moment = desk.clock.now().replace(hour=11, minute=7)
    says(desk, receipt, Action.DISPUTE, "")
    assert {one.astimezone(UTC).time() for one in (opened, desk.case(line).reply_by)} == {time(17)}


def test_what_comes_too_early_or_late_changes_nothing(desk: Desk) -> None:
    assert says(desk, told(desk), Action.CONFIRM, "") == "late"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 20_001}, "text"),
        ({"nonce": "1.forged"}, "nonce"),
        ({"number": 9}, "receipt"),
    ],
)
def test_what_can_not_be_taken_is_said_and_nothing_is_kept(desk: Desk, wrong: dict[str, Any], field: str) -> None:
    receipt = told(desk)
    with pytest.raises(Refused) as refused:
        says(desk, receipt, **wrong)
    assert refused.value.field == field
    assert desk.line(line_of(ROOT, receipt)).sayings == {}


def test_the_nonce_of_a_departments_page_does_not_fit(desk: Desk) -> None:
    receipt = told(desk)
    with pytest.raises(Refused, match="stale"):
        says(desk, receipt, nonce="1.0")


def test_words_that_may_tell_who_wrote_are_read_once_more_first(desk: Desk) -> None:
    receipt = told(desk)
    with pytest.raises(Refused) as refused:
        says(desk, receipt, text="It was on my shift.")
    assert (refused.value.field, refused.value.status) == ("sure", 409)
    assert says(desk, receipt, text="It was on my shift.", sure=True) == "changed"


def test_whoever_signed_is_not_asked(desk: Desk) -> None:
    assert says(desk, told(desk, reporter=known_reporter()), text="It was on my shift.") == "changed"


def test_what_is_for_the_contact_alone_does_not_reach_the_department(desk: Desk) -> None:
    receipt = told(desk)
    with pytest.raises(Refused, match="alone"):
        says(desk, receipt, text="And he groped me.", sure=True)
    assert all("groped" not in str(one.fields) for one in desk.letters())


def test_a_receipt_can_not_flood_a_department_and_speaks_again_the_next_day(desk: Desk) -> None:
    receipt = told(desk)
    assert [says(desk, receipt, text=f"More {at}.") for at in range(MOST_A_DAY)] == ["changed"] * MOST_A_DAY
    before = len(desk.letters())
    with pytest.raises(TooMany, match="Much was said") as refused:
        says(desk, receipt)
    assert (refused.value.status, 0 < refused.value.after <= 86_400) == (429, True)
    assert len(desk.letters()) == before
    desk.clock.moment += timedelta(days=1)
    assert says(desk, receipt) == "changed"


def test_what_was_sent_before_the_limit_is_still_known_after_it(desk: Desk) -> None:
    receipt = told(desk)
    nonce = item(desk, receipt)["nonce"]
    for at in range(MOST_A_DAY):
        says(desk, receipt, text=f"More {at}.", nonce=nonce if at == 0 else item(desk, receipt)["nonce"])
    assert says(desk, receipt, text="More 0.", nonce=nonce) == "repeated"


def test_the_contact_hears_however_much_is_said() -> None:
    desk = Desk(map=small_map(confidential_contact="Ida Berg, trust@shop.example"))
    receipt = told(desk, "A colleague was groped at the packing table.")
    assert {says(desk, receipt, text=f"More {at}.") for at in range(MOST_A_DAY + 2)} == {"changed"}
