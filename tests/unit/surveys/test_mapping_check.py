"""A file of survey mappings: read, checked all at once, and stored as it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from operate.files.mapping_file import read_mappings
from throughline.domain.survey import Metric
from throughline.domain.survey_mapping import MappedSurvey, map_of
from throughline.domain.survey_mapping_check import check_mappings
from throughline.errors import Refused

SOUND = """
surveys:
  - {source: typeform, survey_id: lT4Z3j, touchpoint_from: hidden.touchpoint, customer_ref: hidden.customer,
     questions: [{key: NRsx, metric: nps, scale: [0, 10], direction: higher, touchpoint: Checkout},
                 {key: JwWg, verbatim: true}]}
  - source: qualtrics
    survey_id: SV_1
    hash_customer: true
    time_zone: Europe/Berlin
    day_first: yes
    questions:
      - {key: QID2, metric: ces, scale: [1, 5], direction: lower}
      - {key: QID3, metric: nps}
"""


def checked(folder: Path, text: str) -> tuple[tuple[MappedSurvey, ...], list[str]]:
    file = folder / "surveys.yaml"
    file.write_text(text, encoding="utf-8")
    surveys, problems = check_mappings(read_mappings(file))
    return surveys, [f"{one.row} {one.column}" for one in problems]


def survey(line: str) -> str:
    return f"surveys:\n  - {{source: tally, survey_id: a, questions: [{line}]}}"


def test_a_file_says_what_each_question_means(tmp_path: Path) -> None:
    (form, panel), problems = checked(tmp_path, SOUND)
    assert problems == []
    assert (form.questions[0].metric, form.questions[0].scale, form.questions[0].touchpoint) == (
        Metric.NPS,
        (0, 10),
        "Checkout",
    )
    assert form.questions[1].verbatim
    assert (panel.hash_customer, panel.day_first, panel.time_zone) == (True, True, "Europe/Berlin")
    assert (panel.questions[0].direction, panel.questions[1].scale) == ("lower", (0, 10))


def test_a_mapping_comes_back_from_the_store_as_it_went_in(tmp_path: Path) -> None:
    surveys, _ = checked(tmp_path, SOUND)
    assert tuple(MappedSurvey.of_document(json.loads(json.dumps(one.as_document()))) for one in surveys) == surveys


def test_a_field_of_a_later_time_does_no_harm(tmp_path: Path) -> None:
    surveys, _ = checked(tmp_path, SOUND)
    assert MappedSurvey.of_document({**surveys[0].as_document(), "colour": "red"}) == surveys[0]


def test_a_source_sees_its_own_surveys_only(tmp_path: Path) -> None:
    surveys, _ = checked(tmp_path, SOUND)
    found = map_of("typeform", surveys)
    assert found.find("lT4Z3j") is found.only is surveys[0]
    assert found.find("SV_1") is None
    assert map_of("typeform", [*surveys, replace(surveys[0], survey_id="b")]).only is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (survey("{key: a, metric: npss, scale: [0, 10]}"), ["2 metric"]),
        (survey("{key: a, metric: nps, scale: [1, 5]}"), ["2 scale"]),
        (survey("{key: a, metric: nps, direction: lower}"), ["2 direction"]),
        (survey("{key: a, metric: csat}"), ["2 scale"]),
        (survey("{key: a, metric: ces, scale: [7, 1]}"), ["2 scale"]),
        (survey("{key: a, metric: ces, scale: [1, 4, 7]}"), ["2 scale"]),
        (survey("{key: a, metric: ces, scale: few}"), ["2 scale"]),
        (survey("{key: a, metric: other, scale: [0, 100], direction: up}"), ["2 direction"]),
        (survey("{key: a}"), ["2 metric"]),
        (survey("{metric: nps}"), ["2 key"]),
        (survey("{key: a, metric: nps}, {key: A, verbatim: true}"), ["2 key"]),
        (survey("{key: a, verbatim: maybe}"), ["2 metric", "2 verbatim"]),
        (survey("{key: a, verbatim: true, metric: nps}"), ["2 verbatim"]),
        (survey("{key: a, metric: nps, weight: 3}"), ["2 weight"]),
        (survey("a question"), ["2 metric"]),
        ("surveys: [{source: tally, survey_id: a, colour: red, questions: [{key: a, metric: nps}]}]", ["1 colour"]),
        ("surveys: [{survey_id: a, questions: [{key: a, metric: nps}]}]", ["1 source"]),
        ("surveys: [{source: tally, survey_id: a}]", ["1 questions"]),
        (
            "surveys: [{source: tally, survey_id: a, time_zone: ../x, questions: [{key: a, metric: nps}]}]",
            ["1 time_zone"],
        ),
        ("surveys: [{source: tally, survey_id: a, day_first: 7, questions: [{key: a, metric: nps}]}]", ["1 day_first"]),
        ("surveys: []", ["0 "]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, told: list[str]) -> None:
    assert checked(tmp_path, text)[1] == told


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    twice = survey("{key: a, metric: joy, scale: x, direction: up}") + "\n  - {source: tally, survey_id: a}"
    assert len(checked(tmp_path, twice)[1]) == 5


@pytest.mark.parametrize("text", ["surveys: none", "rows: []", "surveys: {a: b}", "- - a", "surveys: [[a]]"])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked(tmp_path, text)
    assert refusal.value.do
