"""Vendors that send whole responses: each of their answers becomes the right canonical row."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest

from contracts.surveys.payloads import DELIGHTED, FORMBRICKS, NOW, TALLY, TYPEFORM, mapping, scored, told
from throughline.adapters.surveys import delighted, formbricks, tally, typeform
from throughline.adapters.surveys.canonical import row_of
from throughline.contracts.incoming import read_answers
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import Question, SurveyMap
from throughline.domain.survey_reading import Complete, Ignored, Reading
from throughline.errors import Refused

NOBODY = SurveyMap("typeform")
FORM = mapping(
    "typeform",
    "aB3dE5",
    scored("q1", Metric.NPS, 0, 10),
    Question("words", verbatim=True, touchpoint="Packing"),
    touchpoint_from="hidden.touchpoint",
    customer_ref="hidden.customer",
)


def rows(reading: Reading) -> dict[str, Answer]:
    assert isinstance(reading, Complete)
    return {one.question_key: one for one in reading.answers}


def changed(document: dict[str, Any], *path: str, **fields: Any) -> dict[str, Any]:
    copy = deepcopy(document)
    here = copy
    for step in path:
        here = here[step]
    here.update(fields)
    return copy


def test_a_form_of_typeform_gives_score_and_words_of_one_response() -> None:
    reading = typeform.read(told(TYPEFORM), FORM)
    found = rows(reading)
    score, words = found["q1"], found["words"]
    assert (score.metric, score.score, score.scale_min, score.scale_max) == (Metric.NPS, 3, 0, 10)
    assert (words.metric, words.score, words.verbatim) == (None, None, "It was crushed.")
    assert (score.response_id, score.event_id, score.line) == ("t0k3n", "01JDEVENT", words.line)
    assert (score.touchpoint_hint, words.touchpoint_hint) == ("Opening the parcel", "Packing")
    assert (score.customer_ref, score.finished) == ("c-118", True)
    assert score.answered_at == datetime(2026, 11, 23, 9, 3, 20, tzinfo=UTC)
    assert score.received_at == NOW


def test_what_no_mapping_explains_is_kept_and_told_but_never_guessed() -> None:
    reading = typeform.read(told(TYPEFORM), NOBODY)
    found = rows(reading)
    assert isinstance(reading, Complete)
    assert reading.unmapped == ("q1", "q2", "q4")
    assert (found["q1"].metric, found["q1"].score) == (None, None)
    assert found["q1"].hints == {"question": "Would you tell a friend?", "value": 3}
    assert found["q4"].hints["value"] == "The lamp"


@pytest.mark.parametrize("vendor", [typeform, delighted, tally, formbricks])
@pytest.mark.parametrize("mapped", [True, False])
def test_nobody_is_taken_over(vendor: Any, mapped: bool) -> None:
    document = {typeform: TYPEFORM, delighted: DELIGHTED, tally: TALLY, formbricks: FORMBRICKS}[vendor]
    customers = {"typeform": "answers.q3", "tally": "answers.question_3", "delighted": "person.email"}
    name = vendor.__name__.rpartition(".")[2]
    survey = {"typeform": "aB3dE5", "tally": "wAbC1", "formbricks": "srv1"}.get(name, "nps")
    reference = customers.get(name, "contactAttributes.email")
    known = mapping(name, survey, Question("any", verbatim=True), customer_ref=reference)
    told_of = str(rows(vendor.read(told(document), known if mapped else SurveyMap(name))))
    assert "ros@example.com" not in told_of
    assert "Rosalind" not in told_of


def test_an_address_becomes_a_digest_where_the_mapping_asks() -> None:
    asked = mapping(
        "delighted", "nps", scored("score", Metric.NPS, 0, 10), customer_ref="person.email", hash_customer=True
    )
    keyed = SurveyMap(asked.source, asked.surveys, b"a root for tests")
    digest = rows(delighted.read(told(DELIGHTED), keyed))["score"].customer_ref
    other = changed(DELIGHTED, "event_data", "person", email="ROS@example.com")
    assert len(digest) == 32
    assert rows(delighted.read(told(other), keyed))["score"].customer_ref == digest
    assert rows(delighted.read(told(DELIGHTED), asked))["score"].customer_ref == ""


def test_a_part_of_a_form_comes_before_the_whole() -> None:
    part = {"event_id": "e", "event_type": "form_response_partial", "form_response": TYPEFORM["form_response"]}
    early, late = rows(typeform.read(told(part), FORM))["q1"], rows(typeform.read(told(TYPEFORM), FORM))["q1"]
    assert (early.finished, late.finished) == (False, True)
    assert early.revision < late.revision


def test_typeform_says_itself_that_a_question_is_nps() -> None:
    form = deepcopy(TYPEFORM)
    form["form_response"]["answers"][0]["field"]["type"] = "nps"
    answer = rows(typeform.read(told(form), NOBODY))["q1"]
    assert (answer.metric, answer.score, answer.scale_max) == (Metric.NPS, 3, 10)


def test_a_score_off_its_scale_is_kept_without_counting() -> None:
    known = mapping("typeform", "aB3dE5", scored("recommend", Metric.CSAT, 4, 5))
    reading = typeform.read(told(TYPEFORM), known)
    answer = rows(reading)["recommend"]
    assert isinstance(reading, Complete)
    assert (answer.metric, answer.score, answer.hints["off_scale"]) == (None, None, True)
    assert "recommend" in reading.unmapped


@pytest.mark.parametrize("key", ["q1", "recommend", "would you tell a FRIEND?"])
def test_a_question_is_found_by_id_ref_or_title(key: str) -> None:
    known = mapping("typeform", "aB3dE5", scored(key, Metric.NPS, 0, 10))
    assert rows(typeform.read(told(TYPEFORM), known))[key].score == 3


def test_delighted_updates_a_score_with_its_comment() -> None:
    known = mapping("delighted", "nps", scored("score", Metric.NPS, 0, 10), Question("comment", verbatim=True))
    score_alone = changed(DELIGHTED, "event_data", comment=None, updated_at=1763890000, additional_answers=[])
    score_alone["event_type"] = "survey_response.created"
    before, after = rows(delighted.read(told(score_alone), known)), rows(delighted.read(told(DELIGHTED), known))
    assert set(before) == {"score"}
    assert after["comment"].verbatim == "He carried it upstairs."
    assert before["score"].line == after["comment"].line
    assert before["score"].revision < after["score"].revision
    assert after["score"].hints["tags"] == ["sofa", "north"]


def test_delighted_says_itself_what_it_asked() -> None:
    reading = delighted.read(told(DELIGHTED), SurveyMap("delighted"))
    found = rows(reading)
    assert isinstance(reading, Complete)
    assert (found["score"].metric, found["score"].score, found["score"].survey_id) == (Metric.NPS, 9, "nps")
    assert reading.unmapped == ("comment", "dq1", "dq2")
    assert (found["dq1"].hints["value"], found["dq2"].hints["value"]) == (5, "In the shop")


@pytest.mark.parametrize("kind", ["csat", "ces"])
def test_a_mapping_for_nps_never_counts_another_kind_of_delighted(kind: str) -> None:
    known = mapping("delighted", "shop", scored("score", Metric.NPS, 0, 10))
    answer = rows(delighted.read(told(changed(DELIGHTED, "event_data", survey_type=kind)), known))["score"]
    assert (answer.metric, answer.score, answer.hints["value"]) == (None, None, 9)


def test_an_old_response_of_delighted_falls_to_the_only_survey() -> None:
    known = mapping("delighted", "shop", scored("score", Metric.NPS, 0, 10), touchpoint_from="tags")
    old = deepcopy(DELIGHTED["event_data"])
    del old["survey_type"]
    answer = rows(delighted.read(told(old), known))["score"]
    assert (answer.metric, answer.survey_id, answer.touchpoint_hint) == (Metric.NPS, "shop", "sofa")


def test_a_matrix_of_tally_is_left_out_and_that_is_said() -> None:
    matrix = {
        "key": "question_9",
        "label": "How was",
        "type": "MATRIX",
        "value": {"r": ["c"]},
        "rows": [],
        "columns": [],
    }
    data = {**TALLY["data"], "fields": [*TALLY["data"]["fields"], matrix]}
    reading = tally.read(
        told({**TALLY, "data": data}), mapping("tally", "wAbC1", scored("question_9", Metric.CSAT, 1, 5))
    )
    assert "question_9" not in rows(reading)
    assert "Left out: 1 matrix" in reading.reason
    assert "matrix" not in tally.read(told(TALLY), mapping("tally", "wAbC1")).reason


def test_tally_names_the_options_that_were_chosen() -> None:
    known = mapping(
        "tally",
        "wAbC1",
        scored("How easy was it?", Metric.CES, 1, 7),
        Question("question_2", verbatim=True),
        touchpoint_from="hidden.touchpoint",
    )
    found = rows(tally.read(told(TALLY), known))
    assert (found["How easy was it?"].metric, found["How easy was it?"].score) == (Metric.CES, 6)
    assert found["question_2"].verbatim == "Nobody rang before."
    assert found["question_4"].hints["value"] == "The shade"
    assert {one.touchpoint_hint for one in found.values()} == {"Delivery"}
    assert set(found) == {"How easy was it?", "question_2", "question_4"}


def test_formbricks_grows_until_it_is_finished() -> None:
    known = mapping(
        "formbricks",
        "srv1",
        scored("satisfied", Metric.CSAT, 1, 5),
        Question("why", verbatim=True),
        customer_ref="contactAttributes.customer",
        touchpoint_from="variables.shop",
    )
    kinds = ("responseCreated", "responseUpdated", "responseFinished")
    found = [rows(formbricks.read(told({**FORMBRICKS, "event": kind}, webhook_id="msg_9"), known)) for kind in kinds]
    last = found[-1]["satisfied"]
    assert [one["satisfied"].revision for one in found] == sorted({one["satisfied"].revision for one in found})
    assert (last.score, last.scale_max, last.customer_ref, last.event_id) == (2, 5, "c-118", "msg_9")
    assert (last.touchpoint_hint, last.hints["tags"]) == ("Leith", ["north", "sofa"])
    assert found[-1]["parts"].hints["value"] == ["Lamp", "Shade"]
    assert "who" not in found[-1]


@pytest.mark.parametrize(
    ("vendor", "document"),
    [
        (typeform, {"event_type": "form_published"}),
        (delighted, {"event_type": "survey_response.unsubscribed", "event_data": {}}),
        (tally, {"eventType": "FORM_UPDATED"}),
        (formbricks, {"event": "testEndpoint"}),
        (typeform, changed(TYPEFORM, "form_response", answers=[])),
    ],
)
def test_what_is_no_response_is_left_alone_with_a_reason(vendor: Any, document: dict[str, Any]) -> None:
    reading = vendor.read(told(document), NOBODY)
    assert isinstance(reading, Ignored)
    assert reading.reason


@pytest.mark.parametrize(
    ("vendor", "document", "field"),
    [
        (typeform, {"form_id": "abc", "tag": "phoenix"}, "event_type"),
        (typeform, {"event_type": "form_response"}, "form_response"),
        (typeform, changed(TYPEFORM, "form_response", token=""), "form_response.token"),
        (tally, {"eventType": "FORM_RESPONSE"}, "data"),
        (formbricks, changed(FORMBRICKS, "data", surveyId=None), "data.surveyId"),
        (delighted, {"event_type": "survey_response.created", "event_data": {"score": 3}}, "event_data.id"),
    ],
)
def test_what_is_missing_is_named(vendor: Any, document: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        vendor.read(told(document), NOBODY)
    assert (refusal.value.field, refusal.value.status) == (field, 400)


@pytest.mark.parametrize("vendor", [typeform, delighted, tally, formbricks])
def test_each_row_is_one_that_our_own_door_takes(vendor: Any) -> None:
    document = {typeform: TYPEFORM, delighted: DELIGHTED, tally: TALLY, formbricks: FORMBRICKS}[vendor]
    for answer in rows(vendor.read(told(document), FORM)).values():
        assert read_answers(row_of(answer), source="own", received_at=NOW) == (answer,)
