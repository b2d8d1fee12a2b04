"""The week's good news by a place's link: what went out, for whoever has no mailbox."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest

import plan_digests.handler
import send_digest.handler
import week_page.handler
from calls import count_calls
from handlers.digest_stack import GIVEN, DigestStack, asked, digest_stack
from handlers.events import json_post, queued
from throughline.adapters.clock import WallClock
from throughline.domain.edition import Edition, Turns
from throughline.domain.person import BY_NAME
from throughline.domain.place import Place
from throughline.domain.week import Week
from throughline.usecases.count_reading import read_by_many
from unit.digest.rooms import MAP, WEEK, change, person, thanks
from unit.paper.reading import Reading

OUT = datetime(2026, 11, 23, 9, tzinfo=UTC)  # a Monday, in London


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    with digest_stack() as here:
        forget()
        at(monkeypatch, OUT)
        here.atlas.maps.replace(MAP)
        here.atlas.directory.replace([person("ada"), person("bob")])
        yield here
    forget()


@pytest.fixture
def place(stack: DigestStack) -> Place:
    return stack.atlas.places.add("North", 40)


def forget(handler: ModuleType = week_page.handler) -> None:
    for kept in vars(handler).values():
        getattr(kept, "cache_clear", lambda: None)()


def at(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    patch.setattr(WallClock, "now", lambda _clock: moment)
    forget()


def goes_out(stack: DigestStack, week: Week = WEEK, **told: Any) -> None:
    day = week.monday()
    stack.ledger.items.thanks(replace(thanks(**told), on=day)).save()
    stack.ledger.items.change(replace(change(), on=day)).save()
    stack.ledger.editions.settle(Edition(str(week), whole=True))


def look(place: str, **query: str) -> Any:
    event = asked("GET", f"/f/{place}/week") | {"queryStringParameters": query or None}
    event["headers"] = {"accept": "text/html"}
    return week_page.handler.handle(event, None)


def words(answer: Any) -> str:
    return Reading(answer["body"]).words


def test_it_tells_what_the_digest_tells_all(stack: DigestStack, place: Place) -> None:
    goes_out(stack)
    answer = look(place.id)
    assert answer["statusCode"] == 200
    for said in ("North · week 47", "He did not have to.", "Behind it", "The foot is now wrapped.", MAP.mantra):
        assert said in words(answer)
    assert f'href="/f/{place.id}?language=en"' in answer["body"]


def test_its_sheet_is_printed_on_one_side(stack: DigestStack, place: Place) -> None:
    goes_out(stack)
    answer = look(place.id, sheet="a4", language="de")
    assert answer["statusCode"] == 200
    assert "@page{size:A4" in answer["body"]
    assert "Fünfzehn Minuten: North" in words(answer)


@pytest.mark.parametrize("moment", [datetime(2026, 11, 23, 8, 59, tzinfo=UTC), datetime(2026, 11, 20, 12, tzinfo=UTC)])
def test_what_has_not_gone_out_is_not_shown(
    stack: DigestStack, place: Place, monkeypatch: pytest.MonkeyPatch, moment: datetime
) -> None:
    goes_out(stack)
    at(monkeypatch, moment)
    answer = look(place.id, sheet="a4")
    assert answer["statusCode"] == 200
    assert "There is none to read yet." in words(answer)
    assert "He did not have to." not in words(answer)


def test_a_mail_that_came_earlier_in_the_east_leads_to_its_own_week(
    stack: DigestStack, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_out(stack)
    at(monkeypatch, datetime(2026, 11, 22, 20, tzinfo=UTC))  # nine on Monday in Auckland
    assert "There is none to read yet." in words(look(place.id))
    assert "He did not have to." in words(look(place.id, week=str(WEEK)))
    stack.ledger.editions.hold(WEEK, held=True)
    for named in (str(WEEK), "2026-W48", "2026-W99", "x"):
        assert "There is none to read yet." in words(look(place.id, week=named))


def test_what_nobody_settled_is_not_shown_and_looking_settles_nothing(stack: DigestStack, place: Place) -> None:
    stack.ledger.items.thanks(thanks()).save()
    assert "There is none to read yet." in words(look(place.id))
    assert stack.ledger.editions.of(WEEK)[0] is None


def test_while_a_week_is_held_the_one_before_stays(stack: DigestStack, place: Place) -> None:
    goes_out(stack, WEEK.previous(), number=2, words="Last week's words.")
    goes_out(stack)
    stack.ledger.editions.hold(WEEK, held=True)
    assert "week 46" in words(look(place.id))
    assert "He did not have to." not in words(look(place.id))
    stack.ledger.editions.hold(WEEK, held=False)
    assert "week 47" in words(look(place.id))


def test_old_news_are_no_news(stack: DigestStack, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_out(stack)
    at(monkeypatch, datetime(2027, 2, 22, 9, tzinfo=UTC))
    assert "There is none to read yet." in words(look(place.id))


def test_only_whoever_lets_it_is_named(stack: DigestStack, place: Place) -> None:
    stack.atlas.directory.choose_naming("id-ada", BY_NAME)
    for number, to in ((1, "id-ada"), (2, "id-bob")):
        stack.ledger.items.thanks(replace(thanks(number, to=to), on=WEEK.monday())).save()
    stack.ledger.editions.settle(Edition(str(WEEK), whole=True, people=Turns(("id-ada", "id-bob"))))
    told = words(look(place.id))
    assert "For: ada" in told
    assert "bob" not in told


def test_a_small_place_is_not_named_to_others(stack: DigestStack, place: Place) -> None:
    stack.atlas.places.add("Quay", 3)
    stack.atlas.places.add("Mill", 30)
    day = WEEK.monday()
    stack.ledger.items.change(replace(change(place="Quay"), on=day)).save()
    stack.ledger.editions.settle(Edition(str(WEEK), whole=True))
    assert "Quay" not in words(look(place.id))


@pytest.mark.usefixtures("stack")
def test_a_link_that_leads_nowhere_says_so() -> None:
    answer = look("nobody")
    assert answer["statusCode"] == 404
    assert "This link is closed or was never ours." in words(answer)


def test_many_readers_of_a_week_cost_little_more_than_one(stack: DigestStack, place: Place) -> None:
    goes_out(stack)
    with count_calls() as first:
        look(place.id)
    with count_calls() as others:
        for _ in range(5):
            assert "He did not have to." in words(look(place.id))
    assert len(others) == 5 < len(first)


def test_where_nobody_has_a_mailbox_the_week_is_out_all_the_same(
    stack: DigestStack, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack.atlas.directory.replace([person("ada", email="")])
    stack.ledger.items.thanks(replace(thanks(), on=WEEK.monday())).save()
    assert "He did not have to." not in words(look(place.id))
    monkeypatch.setenv("DIGEST_QUEUE", stack.queue)
    for told in (plan_digests.handler, send_digest.handler):
        forget(told)
    plan_digests.handler.handle({"time": OUT.isoformat()}, None)
    assert send_digest.handler.handle(queued(stack.messages()), None) == {"batchItemFailures": []}
    forget()
    assert "He did not have to." in words(look(place.id))
    assert list(stack.ledger.digests.report(WEEK)) == []


def reads(place: str, **fields: str) -> Any:
    return week_page.handler.handle(json_post(f"/f/{place}/week", fields), None)


def test_a_reading_is_counted_once_and_tells_of_nobody(stack: DigestStack, place: Place) -> None:
    goes_out(stack)
    found = re.search(r'data-week="([^"]+)" data-reading="([0-9a-f]{16})"', look(place.id)["body"])
    assert found
    for _ in range(2):
        assert reads(place.id, week=found[1], reading=found[2])["statusCode"] == 200
    assert stack.ledger.readings.count(WEEK) == 1
    (item,) = (one for one in stack.ledger.record.scan() if one.sk == found[2])
    ends = datetime.fromtimestamp(item.expires, UTC)
    assert {name for name, value in item.attribute_values.items() if value is not None} == {"pk", "sk", "expires"}
    assert (ends.hour, ends.minute, ends.date() > OUT.date()) == (0, 0, True)


@pytest.mark.parametrize("told", [{"week": "2026-W39"}, {"week": "2026-W48"}, {"reading": "ada"}, {"week": ""}])
def test_what_no_page_of_ours_sends_is_refused(stack: DigestStack, place: Place, told: dict[str, str]) -> None:
    sent = {"week": str(WEEK), "reading": "00aa" * 4} | told
    assert reads(place.id, **sent)["statusCode"] == 400
    assert stack.ledger.readings.count(WEEK) == 0


def test_where_nobody_asked_for_it_nothing_is_counted(
    stack: DigestStack, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNT_READINGS", "false")
    forget()
    goes_out(stack)
    page = look(place.id)["body"]
    assert "<script" not in page
    assert "We count" not in page
    assert reads(place.id, week=str(WEEK), reading="00aa" * 4)["statusCode"] == 404
    assert stack.ledger.readings.count(WEEK) == 0


def test_few_readings_are_told_to_nobody(stack: DigestStack) -> None:
    for at in range(4):
        stack.ledger.readings.note(WEEK, f"{at:016x}")
    assert read_by_many(WEEK, stack.ledger.readings, 5) == 0
    stack.ledger.readings.note(WEEK, f"{4:016x}")
    assert read_by_many(WEEK, stack.ledger.readings, 5) == 5


def test_a_week_that_was_asked_for_is_shown_and_one_that_is_not_out_is_not(stack: DigestStack, place: Place) -> None:
    goes_out(stack, WEEK.previous(), number=2, words="Last week's words.")
    goes_out(stack)
    assert "week 46" in words(look(place.id, week=str(WEEK.previous())))
    for other in ("2026-W48", "2020-W01", "nonsense"):
        assert "week 47" in words(look(place.id, week=other))


def test_a_page_tells_more_stories_than_a_mail(stack: DigestStack, place: Place) -> None:
    for number in range(30):
        given = replace(thanks(number, words=f"Thank you, said number {number}."), on=WEEK.monday())
        stack.ledger.items.thanks(given).save()
    stack.ledger.editions.settle(Edition(str(WEEK), whole=True))
    told = words(look(place.id))
    assert all(f"said number {number}." in told for number in range(30))
