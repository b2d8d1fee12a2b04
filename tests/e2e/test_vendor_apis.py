"""Fetching from vendors: a server of ours that behaves as their pages say stands in for them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from throughline.adapters.surveys.fetched import FETCHED
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.vendor_apis.accounts import vendor_of_source
from throughline.adapters.vendor_apis.asking import TRIES, Api
from throughline.adapters.vendor_apis.qualtrics import of_account
from throughline.adapters.vendor_apis.surveymonkey import SurveyMonkey
from throughline.domain.fetching import Later
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Complete
from throughline.domain.survey_source import SurveySource
from throughline.errors import Refused, Unavailable
from throughline.usecases.fetch_responses import Fetched, Vendor
from vendor_stub import Stub, vendor

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
TOKEN = "a token for tests"
QUESTIONS = (Question("q1", Metric.NPS, (0, 10)), Question("q2", verbatim=True))


def free() -> None:
    """Nothing stands in the way."""


def upto(calls: int) -> Callable[[], Later | None]:
    left = iter(range(calls))
    return lambda: None if next(left, None) is not None else Later(NOW, "used up")


@pytest.fixture
def stub() -> Iterator[Stub]:
    with vendor(TOKEN) as made:
        yield made


def account(stub: Stub, name: str = "surveymonkey", **told: str) -> Vendor:
    source = SurveySource(name, name, token=told.get("token", TOKEN), host=told.get("host", "fra1"))
    made = vendor_of_source(source, lambda: NOW, stage="local", site=stub.site)
    assert isinstance(made.api, Api)  # type: ignore[attr-defined] # both kinds have one
    object.__setattr__(made.api, "sleep", lambda _seconds: None)  # type: ignore[attr-defined] # as above
    return made


def answers(fetched: Fetched, response: str, name: str = "surveymonkey") -> dict[str, object]:
    survey = MappedSurvey(name, "5", QUESTIONS)
    reading = FETCHED[name](Message(fetched.found[response], {}, NOW), SurveyMap(name, (survey,)))
    assert isinstance(reading, Complete)
    return {one.question_key: one.verbatim or one.score for one in reading.answers}


def test_one_response_is_asked_for_by_its_details_and_read(stub: Stub) -> None:
    stub.answered("9", 3, "Crushed.")
    fetched = account(stub).fetch("5", ["9"], free)
    assert stub.asked == ["/v3/surveys/5/details", "/v3/surveys/5/responses/9/details"]
    assert answers(fetched, "9") == {"q1": 3, "q2": "Crushed."}


def test_who_answered_is_not_kept(stub: Stub) -> None:
    stub.answered("9", 3, "Crushed.")
    (raw,) = account(stub).fetch("5", ["9"], free).found.values()
    assert b"203.0.113.7" not in raw
    assert b"canary@" not in raw


def test_several_are_asked_for_by_the_list_page_by_page(stub: Stub) -> None:
    for at in range(250):
        stub.answered(str(at), at % 11, day=1 + at // 25)
    wanted = [str(at) for at in range(100, 250, 10)]
    fetched = account(stub).fetch("5", wanted, free)
    assert sorted(fetched.found) == sorted(wanted)
    assert len(stub.asked) == 1 + 2
    assert answers(fetched, "120") == {"q1": 120 % 11}


def test_what_the_lists_do_not_show_is_asked_for_by_itself_and_what_is_gone_is_told(stub: Stub) -> None:
    for at in range(320):
        stub.answered(str(at), 5, day=1 + at // 20)
    fetched = account(stub).fetch("5", ["0", "319", "nobody"], free)
    assert set(fetched.found) == {"0", "319"}
    assert fetched.gone == {"nobody"}


def test_a_survey_is_learnt_once_an_hour(stub: Stub) -> None:
    stub.answered("9", 3)
    known = account(stub)
    for _ in range(3):
        known.fetch("5", ["9"], free)
    assert stub.asked.count("/v3/surveys/5/details") == 1


def test_a_vendor_that_stumbles_is_asked_again_and_each_try_is_a_call(stub: Stub) -> None:
    stub.answered("9", 3)
    stub.faults = [(500, {}), (503, {})]
    assert answers(account(stub).fetch("5", ["9"], upto(4)), "9") == {"q1": 3}
    stub.faults = [(500, {})] * TRIES
    with pytest.raises(Unavailable):
        account(stub).fetch("5", ["9"], free)


@pytest.mark.parametrize(("header", "seconds"), [("7", 7), ("", 60), ("Mon, 23 Nov 2026", 60), ("999999999", 86_400)])
def test_a_vendor_that_asks_us_to_wait_is_obeyed(stub: Stub, header: str, seconds: int) -> None:
    stub.answered("9", 3)
    stub.faults = [(429, {"Retry-After": header})]
    fetched = account(stub).fetch("5", ["9"], free)
    assert fetched.later
    assert fetched.later.at == NOW + timedelta(seconds=seconds)
    assert len(stub.asked) == 1


def test_a_token_that_does_not_open_waits_and_loses_nothing(stub: Stub) -> None:
    stub.answered("9", 3)
    fetched = account(stub, token="wrong").fetch("5", ["9"], free)
    assert (fetched.found, fetched.gone) == ({}, frozenset())
    assert fetched.later


@pytest.mark.parametrize("calls", [0, 1])
def test_without_a_call_left_nothing_is_asked(stub: Stub, calls: int) -> None:
    stub.answered("9", 3)
    fetched = account(stub).fetch("5", ["9"], upto(calls))
    assert (len(stub.asked), fetched.found) == (calls, {})
    assert fetched.later


def test_a_redirect_is_not_followed(stub: Stub) -> None:
    stub.faults = [(302, {"Location": f"{stub.site}/v3/elsewhere"})]
    account(stub).fetch("5", ["9"], free)
    assert "/v3/elsewhere" not in stub.asked


def test_qualtrics_is_asked_one_by_one_and_read(stub: Stub) -> None:
    stub.completed("R_1", 9, "Fine.")
    fetched = account(stub, "qualtrics").fetch("SV_1", ["R_1", "R_2"], free)
    assert stub.asked == [f"/API/v3/surveys/SV_1/responses/{one}" for one in ("R_1", "R_2")]
    assert fetched.gone == {"R_2"}
    survey = MappedSurvey("qualtrics", "SV_1", (Question("QID1", Metric.NPS, (0, 10)), Question("QID2", verbatim=True)))
    reading = FETCHED["qualtrics"](Message(fetched.found["R_1"], {}, NOW), SurveyMap("qualtrics", (survey,)))
    assert isinstance(reading, Complete)
    assert {one.score for one in reading.answers} == {9, None}
    assert b"203.0.113.7" not in fetched.found["R_1"]


@pytest.mark.parametrize("host", ["", "a/b", "evil.example#", "FRA1", "x" * 40, "fra1\n"])
def test_a_data_centre_is_a_word_and_nothing_else(host: str) -> None:
    with pytest.raises(Refused):
        of_account(lambda site, headers: Api(site, headers, lambda: NOW), TOKEN, host)


def test_only_the_local_stage_asks_elsewhere(stub: Stub) -> None:
    source = SurveySource("surveymonkey", "surveymonkey", token=TOKEN)
    made = vendor_of_source(source, lambda: NOW, stage="prod", site=stub.site)
    assert isinstance(made, SurveyMonkey)
    assert made.api.site == "https://api.surveymonkey.com"


@pytest.mark.parametrize(("name", "token"), [("typeform", TOKEN), ("surveymonkey", "")])
def test_a_source_without_an_api_or_a_token_is_refused(name: str, token: str) -> None:
    with pytest.raises(Refused):
        vendor_of_source(SurveySource(name, name, token=token), lambda: NOW, stage="local", site="")
