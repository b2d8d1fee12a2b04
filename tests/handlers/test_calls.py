"""What each step costs in calls to AWS; a warm worker makes no more than these."""

from collections import Counter
from collections.abc import Callable

import boto3
import pytest

from aws import BUCKET
from calls import Call, is_beside, tallied
from fakes.values import SCRATCHED
from handlers.events import form_post, json_post, queued, stored_mail
from handlers.live import Live
from handlers.test_survey_answered import GIVEN, post

MAIL = "From: Dee <dee@shop.example>\nSubject: Till\nMessage-ID: <{}@shop.example>\n\nThe card reader froze.\n"
PUBLIC, TALLY = "eventbridge.PutEvents", "tally_answer"


def report(live: Live, number: int) -> None:
    live.call("feedback_form", json_post(f"/f/{live.place.id}", {"id": f"device-{number:04}", "text": SCRATCHED}))


def mail(live: Live, number: int) -> None:
    key = f"inbound/{number}"
    boto3.client("s3").put_object(Bucket=BUCKET, Key=key, Body=MAIL.format(number).encode())
    live.call("feedback_mail", queued([stored_mail(BUCKET, key)]))


def form(live: Live, number: int) -> None:
    live.call("feedback_form", form_post(f"/f/{live.place.id}", {"id": f"browser-{number}", "text": SCRATCHED}))


def survey(live: Live, number: int) -> None:
    post(live, {**GIVEN, "response_id": f"r-{number}"})


def operations(counted: list[tuple[str, Call]]) -> dict[str, int]:
    return dict(tallied([call for _, call in counted]))


@pytest.mark.parametrize(
    ("act", "calls"),
    [
        (report, {"dynamodb.TransactWriteItems": 1}),
        (form, {"dynamodb.TransactWriteItems": 1}),
        (survey, {"dynamodb.PutItem": 1}),
        (mail, {"s3.GetObject": 1, "dynamodb.TransactWriteItems": 1}),
    ],
)
def test_a_warm_intake_makes_its_one_write(live: Live, act: Callable[[Live, int], None], calls: dict[str, int]) -> None:
    act(live, 1)
    assert operations(live.count(lambda: act(live, 2))) == calls


def on_the_way(counted: list[tuple[str, Call]]) -> list[str]:
    """What is between the note and the mail; its case is counted beside the way."""
    others = ((function, call) for function, call in counted if function != TALLY)
    return [f"{function}: {call}" for function, call in others if not is_beside(call)]


@pytest.fixture
def warm(live: Live) -> Live:
    for number in range(2):
        report(live, number)
        live.flows()
    return live


def test_the_whole_way_to_the_departments_mail_one_by_one(warm: Live) -> None:
    def way() -> None:
        report(warm, 10)
        warm.flows()

    counted = warm.count(way)
    assert on_the_way(counted) == [
        "feedback_form: dynamodb.TransactWriteItems",
        "carry: sqs.SendMessageBatch",
        "route_issue: dynamodb.Query",
        "route_issue: dynamodb.TransactWriteItems",
        "carry: sqs.SendMessageBatch",
        "send_letter: dynamodb.UpdateItem",
        "send_letter: sesv2.SendEmail",
        "send_letter: dynamodb.UpdateItem",
    ]
    assert Counter(str(call) for _, call in counted)[PUBLIC] == 1
    assert len(warm.mails()) == 3
    beside = [str(call) for function, call in counted if function == TALLY]
    assert beside == [f"dynamodb.{name}" for name in ("Query", "GetItem", "TransactWriteItems", "UpdateItem")]


def test_the_whole_way_in_batches_of_ten(warm: Live) -> None:
    def way() -> None:
        for number in range(10, 20):
            report(warm, number)
        warm.flows()

    counted = warm.count(way)
    assert len(on_the_way(counted)) / 10 <= 6.5
    assert len(warm.mails()) == 12


def test_a_repeated_report_costs_its_write_and_one_look(live: Live) -> None:
    report(live, 1)
    assert operations(live.count(lambda: report(live, 1))) == {"dynamodb.TransactWriteItems": 1, "dynamodb.GetItem": 1}
