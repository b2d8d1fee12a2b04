"""What a map says becomes of low scores, and what is found wrong with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from fakes.values import small_map
from operate.files.maps import map_as_yaml, read_map
from throughline.domain.journey import CASES, THEMES, JourneyMap, SurveyRule, as_document, from_document, versioned
from throughline.domain.journey_check import check
from throughline.domain.map_changes import map_changes
from throughline.domain.table import Problem

RULES = (SurveyRule("*", THEMES), SurveyRule("Opening the parcel", CASES))


def ruled(*rules: SurveyRule) -> JourneyMap:
    return versioned(replace(small_map(), survey_rules=rules))


def checked(tmp_path: Path, rules: str) -> tuple[JourneyMap | None, tuple[Problem, ...]]:
    path = tmp_path / "map.yaml"
    path.write_text(map_as_yaml(small_map()) + rules, encoding="utf-8")
    return check(read_map(path), ruled(*RULES))


def test_low_scores_become_themes_where_no_rule_speaks_of_them() -> None:
    assert small_map().low_scores_at("Opening the parcel") == THEMES
    assert ruled(*RULES).low_scores_at("opening  the parcel") == CASES
    assert ruled(*RULES).low_scores_at("Paying at the till") == THEMES
    assert ruled(SurveyRule("*", CASES)).low_scores_at("") == CASES


def test_rules_are_read_with_the_maps_own_names(tmp_path: Path) -> None:
    own, all_others = "{touchpoint: opening the PARCEL, low_scores: Cases}", "{touchpoint: '*', low_scores: themes}"
    journey_map, problems = checked(tmp_path, f"survey_rules:\n- {own}\n- {all_others}\n")
    assert not problems
    assert journey_map
    assert journey_map.survey_rules == RULES[::-1]


def test_a_file_that_says_nothing_of_rules_leaves_them_as_they_are(tmp_path: Path) -> None:
    journey_map, _ = checked(tmp_path, "")
    assert journey_map
    assert journey_map.survey_rules == RULES


def test_a_rule_goes_with_its_touchpoint(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    without = tuple(part for part in small_map().parts if part.touchpoint != "Opening the parcel")
    path.write_text(map_as_yaml(replace(small_map(), parts=without)), encoding="utf-8")
    journey_map, _ = check(read_map(path), ruled(*RULES))
    assert journey_map
    assert journey_map.survey_rules == RULES[:1]


@pytest.mark.parametrize(
    ("rule", "what", "nearest"),
    [
        ("{touchpoint: Opening a parcel, low_scores: cases}", "is no touchpoint of the map", "Opening the parcel"),
        ("{touchpoint: '*', low_scores: case}", "says nothing about low scores", "cases"),
        ("{touchpoint: '*'}", "says nothing about low scores", ""),
        ("{touchpoint: '*', low_scores: cases}\n- {touchpoint: '*', low_scores: themes}", "There are two rules", ""),
    ],
)
def test_a_wrong_rule_is_told_with_the_nearest_name(tmp_path: Path, rule: str, what: str, nearest: str) -> None:
    _, (found, *_) = checked(tmp_path, f"survey_rules:\n- {rule}\n")
    assert what in found.what
    assert found.nearest == nearest


def test_a_map_without_rules_keeps_its_version_and_one_with_other_rules_is_another() -> None:
    assert "survey_rules" not in as_document(small_map())
    assert len({small_map().version, ruled(*RULES).version, ruled(*RULES[:1]).version}) == 3
    assert from_document(as_document(ruled(*RULES))) == ruled(*RULES)
    assert map_changes(small_map(), ruled(*RULES)).changed == ("survey_rules",)
