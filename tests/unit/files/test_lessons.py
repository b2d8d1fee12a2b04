"""Lessons and mantras in files of their own."""

from pathlib import Path

import pytest

from operate import sample
from operate.files.lessons import read_lessons, read_mantra
from operate.files.maps import read_map, write_map
from throughline.domain.journey_check import check
from throughline.domain.surroundings_check import check_lessons
from throughline.errors import Refused


@pytest.mark.parametrize("ending", [".xlsx", ".yaml"])
def test_lessons_are_found_in_a_maps_file(tmp_path: Path, ending: str) -> None:
    journey_map, _ = check(read_map(sample.JOURNEY))
    assert journey_map is not None
    path = tmp_path / f"map{ending}"
    write_map(journey_map, path)
    assert check_lessons(read_lessons(path), journey_map.parts) == (journey_map.lessons, [])


def test_lessons_in_csv_get_ids_from_their_words(tmp_path: Path) -> None:
    path = tmp_path / "lessons.csv"
    path.write_text("title,text\nOpen it,Together\nOpen it,Alone\n", encoding="utf-8")
    lessons, problems = check_lessons(read_lessons(path), ())
    assert not problems
    assert len({lesson.id for lesson in lessons}) == 2


@pytest.mark.parametrize(
    ("name", "content"), [("m.txt", "\n Every home\n is ours. \n"), ("m.yaml", "mantra: Every home is ours.")]
)
def test_a_mantra_is_one_sentence_of_a_text_or_of_yaml(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert read_mantra(path) == "Every home is ours."


def test_a_file_without_a_mantra_says_how_to_write_one(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("motto: hello", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_mantra(path)
    assert "mantra:" in refused.value.do
