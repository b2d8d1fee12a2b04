"""What vendors answer when a response is fetched becomes the same rows as if they had sent it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from contracts.surveys.payloads import NOW, mapping, scored, told
from contracts.surveys.test_hostile import ODD, places, with_value
from throughline.adapters.surveys import qualtrics, surveymonkey
from throughline.adapters.surveys.canonical import row_of
from throughline.adapters.surveys.fetched import FETCHED
from throughline.adapters.surveys.qualtrics_values import read_values
from throughline.adapters.surveys.surveymonkey_details import read_details
from throughline.contracts.incoming import read_answers
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import Question, SurveyMap
from throughline.domain.survey_reading import Complete, Ignored
from throughline.errors import Refused

DETAILS: dict[str, Any] = {
    "id": "7001",
    "survey_id": "4001",
    "collector_id": "31",
    "response_status": "completed",
    "date_modified": "2026-11-23T09:03:31+00:00",
    "ip_address": "10.1.2.3",
    "email_address": "ros@example.com",
    "custom_variables": {"touchpoint": "Delivery", "customer": "c-118"},
    "pages": [
        {
            "id": "1",
            "questions": [
                {"id": "11", "answers": [{"row_id": "r1", "choice_id": "c4"}]},
                {"id": "12", "answers": [{"text": "Nobody rang before."}]},
                {"id": "13", "answers": [{"row_id": "a", "choice_id": "w1"}, {"row_id": "b", "choice_id": "w2"}]},
                {"id": "14", "answers": [{"row_id": "n", "text": "Rosalind Ward"}]},
                {"id": "15", "answers": [{"choice_id": "k1"}, {"choice_id": "k2"}]},
            ],
        }
    ],
}
DEFINITION: dict[str, Any] = {
    "id": "4001",
    "pages": [
        {
            "questions": [
                {
                    "id": "11",
                    "family": "matrix",
                    "headings": [{"heading": "How many stars?"}],
                    "answers": {"rows": [{"id": "r1", "text": ""}], "choices": [{"id": "c4", "weight": 4, "text": ""}]},
                },
                {"id": "12", "family": "open_ended", "headings": [{"heading": "Why?"}]},
                {
                    "id": "13",
                    "family": "matrix",
                    "headings": [{"heading": "Rate us"}],
                    "answers": {
                        "rows": [{"id": "a", "text": "Packing"}, {"id": "b", "text": "Delivery"}],
                        "choices": [
                            {"id": "w1", "weight": 1, "text": "Poor"},
                            {"id": "w2", "weight": 2, "text": "Fair"},
                        ],
                    },
                },
                {"id": "14", "family": "demographic", "headings": [{"heading": "You"}]},
                {
                    "id": "15",
                    "family": "multiple_choice",
                    "headings": [{"heading": "Which parts?"}],
                    "answers": {"choices": [{"id": "k1", "text": "Lamp"}, {"id": "k2", "text": "Shade"}]},
                },
            ]
        }
    ],
}
VALUES: dict[str, Any] = {
    "result": {
        "responseId": "R_7001",
        "values": {
            "startDate": "2026-11-23T09:00:00Z",
            "endDate": "2026-11-23T09:03:31Z",
            "recordedDate": "2026-11-23T09:03:32.100Z",
            "ipAddress": "10.1.2.3",
            "recipientEmail": "ros@example.com",
            "finished": 1,
            "status": 0,
            "QID1": 3,
            "QID1_NPS_GROUP": 1,
            "QID2_TEXT": "Nobody rang before.",
            "QID3": ["1", "2"],
            "touchpoint": "Delivery",
        },
    },
    "meta": {"httpStatus": "200 - OK"},
}
MONKEY = mapping(
    "surveymonkey",
    "4001",
    scored("11", Metric.CSAT, 1, 5),
    Question("Why?", verbatim=True),
    scored("Rate us / Delivery", Metric.CSAT, 1, 5),
    touchpoint_from="custom_variables.touchpoint",
    customer_ref="custom_variables.customer",
)
PANEL = mapping(
    "qualtrics",
    "SV_1",
    scored("QID1", Metric.NPS, 0, 10),
    Question("QID2", verbatim=True),
    touchpoint_from="touchpoint",
)


def rows(reading: Complete | Ignored) -> dict[str, Answer]:
    assert isinstance(reading, Complete)
    return {one.question_key: one for one in reading.answers}


def test_a_response_of_surveymonkey_is_read_by_the_weights_of_its_survey() -> None:
    found = rows(read_details(DETAILS, DEFINITION, MONKEY, NOW, "10017"))
    stars, words, delivery = found["11"], found["Why?"], found["Rate us / Delivery"]
    assert (stars.score, words.verbatim, delivery.score) == (4, "Nobody rang before.", 2)
    assert (stars.touchpoint_hint, stars.customer_ref, stars.event_id) == ("Delivery", "c-118", "10017")
    assert stars.answered_at == datetime(2026, 11, 23, 9, 3, 31, tzinfo=UTC)
    assert (found["13.a"].metric, found["13.a"].hints["value"]) == (None, 1)
    assert found["15"].hints["value"] == ["Lamp", "Shade"]
    assert "14" not in found
    assert not {"10.1.2.3", "Rosalind", "ros@"} & set(str(found).split())


def test_without_the_surveys_details_a_choice_is_kept_but_never_counted() -> None:
    found = rows(read_details(DETAILS, {}, MONKEY, NOW))
    assert (found["11"].metric, found["11"].hints["value"]) == (None, "choice c4")


def test_a_part_of_a_response_says_so() -> None:
    assert not rows(read_details({**DETAILS, "response_status": "partial"}, DEFINITION, MONKEY, NOW))["11"].finished


def test_a_response_of_qualtrics_is_read_by_its_values() -> None:
    found = rows(read_values(VALUES, "SV_1", PANEL, NOW))
    assert set(found) == {"QID1", "QID2", "QID3"}
    score, words = found["QID1"], found["QID2"]
    assert (score.metric, score.score, score.touchpoint_hint, score.response_id) == (
        Metric.NPS,
        3,
        "Delivery",
        "R_7001",
    )
    assert (words.verbatim, words.line) == ("Nobody rang before.", score.line)
    assert score.answered_at == datetime(2026, 11, 23, 9, 3, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    "tried",
    [{"status": 1}, {"status": "Survey Preview"}, {"distributionChannel": "preview"}, {"distributionChannel": "test"}],
)
def test_what_somebody_tried_a_survey_with_is_ignored(tried: dict[str, Any]) -> None:
    document = {"result": {**VALUES["result"], "values": {**VALUES["result"]["values"], **tried}}}
    assert isinstance(read_values(document, "SV_1", PANEL, NOW), Ignored)


def test_what_was_fetched_is_read_as_it_is_kept() -> None:
    kept = {"survey_id": "4001", "response": DETAILS, "definition": DEFINITION, "event_id": "10017"}
    assert FETCHED["surveymonkey"](told(kept), MONKEY) == read_details(DETAILS, DEFINITION, MONKEY, NOW, "10017")
    panel = {"survey_id": "SV_1", "response": VALUES, "event_id": "R_7001"}
    assert FETCHED["qualtrics"](told(panel), PANEL) == read_values(VALUES, "SV_1", PANEL, NOW, "R_7001")
    with pytest.raises(Refused, match="missing"):
        FETCHED["qualtrics"](told({"response": VALUES}), PANEL)


def test_a_response_of_the_api_alone_is_read_as_far_as_it_explains_itself() -> None:
    assert surveymonkey.read(told(DETAILS), MONKEY) == read_details(DETAILS, {}, MONKEY, NOW)
    assert qualtrics.read(told(VALUES), PANEL) == read_values(VALUES, "SV_1", PANEL, NOW)
    with pytest.raises(Refused):
        qualtrics.read(told(VALUES), SurveyMap("qualtrics"))


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_anything_anywhere_in_an_answer_is_read_or_refused(odd: Any) -> None:
    odd = json.loads(json.dumps(odd))
    for path in filter(None, places(DETAILS)):
        tried(lambda: read_details(with_value(DETAILS, path, odd), DEFINITION, MONKEY, NOW))  # noqa: B023 - called at once
    for path in filter(None, places(DEFINITION)):
        tried(lambda: read_details(DETAILS, with_value(DEFINITION, path, odd), SurveyMap("surveymonkey"), NOW))  # noqa: B023
    for path in filter(None, places(VALUES)):
        tried(lambda: read_values(with_value(VALUES, path, odd), "SV_1", PANEL, NOW))  # noqa: B023 - called at once


def tried(reading: Any) -> None:
    try:
        found = reading()
    except Refused:
        return
    for answer in found.answers if isinstance(found, Complete) else ():
        assert read_answers(row_of(answer), source="own", received_at=NOW) == (answer,)
