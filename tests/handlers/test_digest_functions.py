"""The digest's functions as AWS calls them: planned, sent once, chosen, counted."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest

import digest_choice.handler
import plan_digests.handler
import send_digest.handler
import tally_answer.handler
from handlers.digest_stack import GIVEN, DigestStack, asked, digest_stack, queued
from throughline.domain.edition import Edition
from throughline.domain.score import Tally
from throughline.domain.seal import Link, sign_link
from throughline.domain.shares import Asked
from throughline.domain.survey import Answer, Metric
from throughline.domain.week import Week
from throughline.errors import Unavailable
from throughline.usecases.send_digest import PURPOSE
from unit.digest.rooms import MAP, WEEK, MemoryPostbox, person, thanks

FUNCTIONS = (digest_choice.handler, plan_digests.handler, send_digest.handler, tally_answer.handler)
FORM = "application/x-www-form-urlencoded"
NINE = {"time": "2026-11-23T09:00:00Z"}


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[DigestStack]:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    with digest_stack() as here:
        monkeypatch.setenv("DIGEST_QUEUE", here.queue)
        forget()
        here.atlas.directory.replace([person("ada"), person("bob", digest="off")])
        yield here
    forget()


@pytest.fixture
def postbox(monkeypatch: pytest.MonkeyPatch) -> MemoryPostbox:
    box = MemoryPostbox()
    monkeypatch.setattr(send_digest.handler, "postbox", lambda: box)
    return box


def forget() -> None:
    for function in FUNCTIONS:
        for name in ("settings", "ledger", "atlas", "queue", "secrets", "desk"):
            getattr(getattr(function, name, None), "cache_clear", lambda: None)()


def celebrate(stack: DigestStack) -> None:
    stack.ledger.items.thanks(thanks()).save()


def link(purpose: str = PURPOSE) -> str:
    return "/u/" + sign_link(b"a root of keys", Link(purpose, "id-ada", datetime(2099, 1, 1, tzinfo=UTC)))


def call(function: ModuleType, event: dict[str, Any]) -> Any:
    return function.handle(event, None)


@pytest.mark.parametrize(("put_off", "planned"), [(True, 1), (False, 0)])
def test_whose_one_week_of_the_month_was_put_off_is_planned_for_the_next(
    stack: DigestStack, *, put_off: bool, planned: int
) -> None:
    stack.atlas.directory.replace([person("ada", digest="monthly")])
    told = Edition("2026-W46", told=() if put_off else ("a2b3c4d5",), put_off=put_off)
    stack.ledger.editions.settle(told)
    assert call(plan_digests.handler, NINE) == {"Europe/London": planned}


def test_from_plan_to_one_mail(stack: DigestStack, postbox: MemoryPostbox) -> None:
    stack.atlas.maps.replace(MAP)
    celebrate(stack)
    assert call(plan_digests.handler, NINE) == {"Europe/London": 1}
    messages = stack.messages()
    assert call(send_digest.handler, queued(*messages, *messages)) == {"batchItemFailures": []}
    assert [mail.to for mail in postbox.sent] == ["ada@shop.example"]
    assert "He did not have to" in postbox.sent[0].text
    assert dict(stack.ledger.digests.report(WEEK)) == {"id-ada": "sent"}
    assert call(plan_digests.handler, {"time": "2026-11-23T12:00:00Z"}) == {"Europe/London": 0}


def test_a_week_without_success_sends_nothing_and_says_why(stack: DigestStack, postbox: MemoryPostbox) -> None:
    call(plan_digests.handler, NINE)
    call(send_digest.handler, queued(*stack.messages()))
    assert not postbox.sent
    assert dict(stack.ledger.digests.report(WEEK)) == {"id-ada": "skipped: nothing to celebrate"}


def test_what_a_failing_mail_service_does_not_take_comes_again(stack: DigestStack, postbox: MemoryPostbox) -> None:
    celebrate(stack)
    postbox.fails = Unavailable("away")
    message = {"id": "1", "week": "2026-W47", "person": "id-ada", "at": datetime.now(UTC).isoformat()}
    gone = message | {"person": "id-gone"}
    assert call(send_digest.handler, queued(gone, message)) == {"batchItemFailures": []}
    assert dict(stack.ledger.digests.report(WEEK)) == {"id-ada": "waiting", "id-gone": "skipped: is no longer here"}
    told = stack.sqs.get_queue_attributes(QueueUrl=stack.queue, AttributeNames=["All"])["Attributes"]
    assert told["ApproximateNumberOfMessagesDelayed"] == "1"


def test_looking_at_the_choice_changes_nothing(stack: DigestStack) -> None:
    answer = call(digest_choice.handler, asked("GET", link()))
    assert answer["statusCode"] == 200
    assert "a…@shop.example" in answer["body"]
    assert "ada@shop.example" not in answer["body"]
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert kept.digest == "weekly"


@pytest.mark.parametrize("wanted", ["monthly", "off", "weekly"])
def test_a_choice_is_kept_and_confirmed(stack: DigestStack, wanted: str) -> None:
    answer = call(digest_choice.handler, asked("POST", link(), f"digest={wanted}", FORM))
    assert answer["statusCode"] == 200
    assert "Kept." in answer["body"]
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert kept.digest == wanted


@pytest.mark.parametrize("in_parts", [False, True])
def test_one_click_leaves_without_redirect_or_cookie(stack: DigestStack, *, in_parts: bool) -> None:
    part = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click'
    sent = base64.b64encode(f"--x\r\n{part}\r\n--x--\r\n".encode()).decode()
    body = (sent, "multipart/form-data; boundary=x") if in_parts else ("List-Unsubscribe=One-Click", FORM)
    for _ in range(2):
        answer = call(digest_choice.handler, asked("POST", link(), *body, encoded=in_parts))
        assert answer["statusCode"] == 200
        assert not {"location", "set-cookie"} & {name.lower() for name in answer["headers"]}
        assert not answer.get("cookies")
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert kept.digest == "off"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("token", ["/u/forged.token", "other purpose"])
def test_a_wrong_link_opens_nothing(stack: DigestStack, method: str, token: str) -> None:
    path = token if token.startswith("/u/") else link("case")
    answer = call(digest_choice.handler, asked(method, path, "List-Unsubscribe=One-Click", FORM))
    assert answer["statusCode"] == 403
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert kept.digest == "weekly"


@pytest.mark.usefixtures("stack")
def test_an_unknown_choice_says_what_to_do() -> None:
    answer = call(digest_choice.handler, asked("POST", link(), "digest=daily", FORM))
    assert answer["statusCode"] == 400
    assert "weekly, monthly, off" in answer["body"]


@pytest.mark.usefixtures("stack")
def test_a_program_gets_its_answer_as_json() -> None:
    answer = call(digest_choice.handler, asked("POST", link(), '{"digest": "off"}', "application/json"))
    told = '{"digest": "off", "naming": "team", "hour": 9, "language": "en", "reason": "changed"}'
    assert (answer["statusCode"], answer["body"]) == (200, told)


def test_a_reader_chooses_hour_and_language_and_looks_again(stack: DigestStack) -> None:
    for _ in range(2):
        answer = call(digest_choice.handler, asked("POST", link(), "digest=weekly&hour=14&language=de", FORM))
        assert answer["statusCode"] == 200
        assert '<html lang="de"' in answer["body"]
        assert '<option value="14" selected>14:00</option>' in answer["body"]
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert (kept.hour, kept.language, kept.digest) == (14, "de", "weekly")
    assert [one.id for one in stack.atlas.directory.at_own_hour("Europe/London")] == ["id-ada"]


def test_what_a_form_leaves_as_it_is_stays(stack: DigestStack) -> None:
    call(digest_choice.handler, asked("POST", link(), "digest=weekly&hour=14&language=de", FORM))
    call(digest_choice.handler, asked("POST", link(), "digest=monthly&hour=&language=", FORM))
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert (kept.hour, kept.language, kept.digest) == (14, "de", "monthly")


@pytest.mark.parametrize("wrong", ["hour=3", "hour=24", "hour=soon", "language=xx", "language=../de"])
def test_where_a_part_of_the_choice_can_t_be_kept_none_is(stack: DigestStack, wrong: str) -> None:
    answer = call(digest_choice.handler, asked("POST", link(), f"digest=off&{wrong}", FORM))
    assert answer["statusCode"] == 400
    kept = stack.atlas.directory.person("id-ada")
    assert kept
    assert (kept.digest, kept.hour, kept.language) == ("weekly", None, "en")


def test_who_chose_an_hour_gets_the_week_then_in_their_language(stack: DigestStack, postbox: MemoryPostbox) -> None:
    celebrate(stack)
    call(digest_choice.handler, asked("POST", link(), '{"hour": "14", "language": "de"}', "application/json"))
    assert call(plan_digests.handler, NINE) == {"Europe/London": 0}
    assert call(plan_digests.handler, {"time": "2026-11-23T14:00:00Z"}) == {"Europe/London": 1}
    call(send_digest.handler, queued(*stack.messages()))
    assert [mail.to for mail in postbox.sent] == ["ada@shop.example"]
    assert "Woche 47" in postbox.sent[0].text


def test_an_answer_is_counted_once_and_its_correction_takes_its_place(stack: DigestStack) -> None:
    given = datetime(2026, 11, 18, tzinfo=UTC)
    for revision, score in ((0, 10), (1, 2)):
        answer = Answer("own", "s", "r1", "q1", metric=Metric.NPS, score=score, answered_at=given, revision=revision)
        stack.ledger.facts.record_answer(answer)
        message = {"id": "1", "pk": answer.line, "sk": "fact#q1"}
        assert call(tally_answer.handler, queued(message, message)) == {"batchItemFailures": []}
    assert stack.ledger.figures.week(Week(2026, 47)) == {
        Asked.usual(Metric.NPS): Tally(0, 0, 1, thousandths=2000, summed=1)
    }
