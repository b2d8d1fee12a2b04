"""Words beside a score belong to its touchpoint, where the mapping leaves no doubt."""

import pytest

from fakes.values import NOW, answer
from throughline.adapters.surveys.answering import Response, answers_of, mapped
from throughline.adapters.surveys.given import Given
from throughline.domain.survey import CONTACT_WANTED, Metric
from throughline.domain.survey_mapping import MappedSurvey, Question, SurveyMap
from throughline.domain.survey_reading import Complete

NPS = Question("q1", Metric.NPS, (0, 10), touchpoint="Delivery at the door")
CES = Question("q2", Metric.CES, (1, 7), touchpoint="Paying at the till")
WHOLE = Question("q2", Metric.NPS, (0, 10))
WHY = Question("why", verbatim=True)
WISH = Question("may-we", contact="wish", yes=("Yes",))


def survey(*questions: Question, path: str = "") -> SurveyMap:
    return SurveyMap("tally", (MappedSurvey("tally", "a", questions, touchpoint_from=path),))


def hints(known: SurveyMap, **beside: str) -> dict[str, str]:
    given = [Given(("q1",), 2), Given(("q2",), 3), Given(("why",), "Nobody rang."), Given(("may-we",), "Yes")]
    read = answers_of(Response("a", "r", beside=beside), given, known, known.find("a"), NOW)
    assert isinstance(read, Complete)
    return {one.question_key: one.touchpoint_hint for one in read.answers}


def test_they_are_about_what_all_scores_of_the_survey_are_about() -> None:
    found = hints(survey(NPS, WHY, WISH))
    assert (found["q1"], found["why"], found["may-we"]) == (NPS.touchpoint,) * 3


@pytest.mark.parametrize("second", [CES, WHOLE], ids=["another moment", "the whole journey"])
def test_scores_of_different_things_say_nothing_of_words(second: Question) -> None:
    found = hints(survey(NPS, second, WHY))
    assert (found["q2"], found["why"]) == (second.touchpoint, "")


def test_what_the_question_or_the_response_says_goes_first() -> None:
    own = Question("why", verbatim=True, touchpoint="Opening the parcel")
    assert hints(survey(NPS, own))["why"] == "Opening the parcel"
    assert hints(survey(NPS, WHY, path="at"), at="Opening the parcel")["why"] == "Opening the parcel"


def test_the_same_holds_for_canonical_rows() -> None:
    row = answer(None, "Nobody rang.", survey_id="a", question_key="why")
    assert mapped(row, survey(NPS, WHY)).touchpoint_hint == NPS.touchpoint
    wish = answer(None, survey_id="a", question_key="why", hints={CONTACT_WANTED: True})
    assert mapped(wish, survey(NPS, CES, WHY)).touchpoint_hint == ""
