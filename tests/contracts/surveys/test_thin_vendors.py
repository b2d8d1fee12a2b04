"""Vendors that send ids only, our own shape, and those that are refused with the way that works."""

import json
from typing import Any

import pytest

from contracts.surveys.payloads import KEY, NATIVE, NOW, QUALTRICS, SURVEYMONKEY, mapping, qualtrics_body, scored, told
from throughline.adapters.surveys import google_forms, native, qualtrics, surveymonkey
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import PLACES, VENDORS, vendor_of
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import SurveyMap
from throughline.domain.survey_reading import Complete, Ignored, NeedsFetch
from throughline.errors import Refused

NOBODY = SurveyMap("qualtrics")
BY_RECIPE = sorted(name for name, place in PLACES.items() if place.startswith("by_recipe"))


def event(body: bytes) -> Message:
    return Message(body, {"content-type": "application/x-www-form-urlencoded"}, NOW)


def test_surveymonkey_names_the_response_to_fetch() -> None:
    found = surveymonkey.read(told(SURVEYMONKEY), NOBODY)
    assert isinstance(found, NeedsFetch)
    assert (found.survey_id, found.response_ids, found.event_id) == ("4001", ("7001",), "10017")


@pytest.mark.parametrize("kind", ["response_deleted", "survey_updated", "collector_created"])
def test_there_is_nothing_to_fetch_after_other_events(kind: str) -> None:
    assert isinstance(surveymonkey.read(told({**SURVEYMONKEY, "event_type": kind}), NOBODY), Ignored)


@pytest.mark.parametrize("document", [{**SURVEYMONKEY, "resources": {}, "filter_type": "collector"}, {"headings": []}])
def test_an_event_that_names_no_survey_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=r"missing|which survey"):
        surveymonkey.read(told(document), NOBODY)


def test_an_older_event_names_its_survey_by_the_filter() -> None:
    found = surveymonkey.read(told({**SURVEYMONKEY, "resources": {}}), NOBODY)
    assert isinstance(found, NeedsFetch)
    assert found.survey_id == "4001"


def test_qualtrics_names_the_response_to_fetch() -> None:
    found = qualtrics.read(event(qualtrics_body(QUALTRICS, KEY)), NOBODY)
    assert isinstance(found, NeedsFetch)
    assert (found.survey_id, found.response_ids) == ("SV_after", ("R_7001",))


def test_a_bare_event_of_qualtrics_can_be_read_but_proves_nothing() -> None:
    bare = event(b"CompletedDate=2026-11-10+16:00:00\nStatus=Completed\nResponseID=R_1\nSurveyID=SV_1\n")
    assert isinstance(qualtrics.read(bare, NOBODY), NeedsFetch)
    with pytest.raises(Refused) as refusal:
        qualtrics.verify(bare, [KEY])
    assert (refusal.value.field, refusal.value.status) == ("HMAC", 401)


def test_other_events_of_qualtrics_are_left_alone() -> None:
    body = qualtrics_body({**QUALTRICS, "ResponseID": ""}, KEY).replace(b"surveyengine.completedResponse", b"control.x")
    qualtrics.verify(event(body), [KEY])
    assert isinstance(qualtrics.read(event(body), NOBODY), Ignored)
    unfinished = qualtrics_body({**QUALTRICS, "Status": "In Progress"}, KEY)
    assert isinstance(qualtrics.read(event(unfinished), NOBODY), Ignored)


def test_an_encrypted_event_is_refused_with_the_way_out() -> None:
    with pytest.raises(Refused, match="encrypted") as refusal:
        qualtrics.read(event(b"Topic=a.surveyengine.completedResponse.SV_1&HMAC=00&MSG=c2VjcmV0"), NOBODY)
    assert "without encrypt" in refusal.value.do


def test_a_topic_of_another_survey_than_was_signed_is_refused() -> None:
    body = qualtrics_body(QUALTRICS, KEY).replace(b"completedResponse.SV_after", b"completedResponse.SV_other")
    with pytest.raises(Refused, match="something else"):
        qualtrics.verify(event(body), [KEY])


def test_a_workflow_of_qualtrics_sends_our_own_shape() -> None:
    found = qualtrics.read(told(NATIVE), NOBODY)
    assert isinstance(found, Complete)
    assert found.answers[0].source == "qualtrics"


def test_our_own_shape_may_leave_the_metric_to_the_mapping() -> None:
    known = mapping("tablet", "after-delivery", scored("recommend", Metric.CSAT, 1, 5, touchpoint="Delivery"))
    row = {name: value for name, value in NATIVE.items() if name != "metric"}
    found = native.read(told(row), known)
    assert (found.answers[0].metric, found.answers[0].scale_max) == (Metric.CSAT, 5)
    assert (found.answers[0].touchpoint_hint, found.unmapped) == ("Delivery", ())
    assert native.read(told(row), NOBODY).unmapped == ("recommend",)
    assert native.read(told({**row, "score": 9}), known).answers[0].metric is None
    assert native.read(told(NATIVE), known).answers[0].metric is Metric.NPS


def test_an_envelope_is_opened() -> None:
    cloud = {"specversion": "1.0", "type": "survey.response.v1", "source": "/till", "id": "c-1", "data": NATIVE}
    assert native.read(told(cloud), SurveyMap("tablet")).answers[0].event_id == "c-1"


def test_no_source_speaks_for_another() -> None:
    forged = {**NATIVE, "source": "typeform"}
    with pytest.raises(Refused, match="another source"):
        native.read(told(forged), SurveyMap("tablet"))
    assert native.read(told(forged), SurveyMap("own")).answers[0].source == "typeform"


def test_google_says_that_a_form_changed_or_that_somebody_answered() -> None:
    changed = {"message": {"attributes": {"eventType": "SCHEMA", "formId": "f1"}, "messageId": "m1"}}
    answered = {"attributes": {"eventType": "RESPONSES", "formId": "f1", "watchId": "w"}, "messageId": "m2"}
    assert isinstance(google_forms.read(told(changed), NOBODY), Ignored)
    found = google_forms.read(told(answered), NOBODY)
    assert isinstance(found, NeedsFetch)
    assert (found.survey_id, found.response_ids, found.event_id) == ("f1", (), "m2")


@pytest.mark.parametrize("name", [*BY_RECIPE, "google_forms"])
def test_a_body_that_no_page_explains_is_refused_with_its_recipe(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        VENDORS[name].read(told({"event": "rated", "score": 9}), SurveyMap(name))
    assert "events/recipes/" in refusal.value.do
    assert refusal.value.status == 400
    assert isinstance(VENDORS[name].read(told(NATIVE), SurveyMap(name)), Complete)


def test_a_form_where_json_belongs_is_refused_as_one() -> None:
    form = Message(b"--x\r\n", {"Content-Type": "multipart/form-data; boundary=x"}, NOW)
    with pytest.raises(Refused) as refusal:
        VENDORS["jotform"].read(form, NOBODY)
    assert refusal.value.status == 415


def test_a_source_is_a_vendor_by_its_name_and_our_own_shape_otherwise() -> None:
    assert vendor_of("typeform").read is vendor_of("Typeform-north").read
    assert vendor_of("tablet").read is native.read
    assert vendor_of("google-forms").read is google_forms.read
    assert len(VENDORS) == len(list(VENDORS)) == len(PLACES)


def test_one_vendor_is_loaded_without_the_others() -> None:
    import subprocess
    import sys

    program = (
        "import json, sys; from throughline.adapters.surveys.vendors import VENDORS; VENDORS['tally'];"
        "print(json.dumps([name for name in sys.modules if name.startswith('throughline.adapters.surveys.')]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own
    loaded = {name.rpartition(".")[2] for name in json.loads(done.stdout)}
    assert "tally" in loaded
    assert not loaded & {"typeform", "qualtrics", "formbricks", "delighted", "surveymonkey", "by_recipe"}
