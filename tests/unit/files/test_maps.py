"""Maps written to files and read back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from operate.files.maps import read_map, write_map
from throughline.domain.journey import JourneyMap
from throughline.domain.journey_check import check
from throughline.errors import Refused
from unit.files.maps_made_up import maps


def read_back(path: Path) -> JourneyMap:
    found, problems = check(read_map(path))
    assert not problems
    assert found is not None
    return found


def written(journey_map: JourneyMap, ending: str) -> JourneyMap:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"map{ending}"
        write_map(journey_map, path)
        return read_back(path)


@settings(deadline=None, max_examples=25)
@given(maps())
def test_all_three_formats_give_the_same_rows(journey_map: JourneyMap) -> None:
    for ending in (".csv", ".xlsx", ".yaml"):
        assert written(journey_map, ending).parts == journey_map.parts


@settings(deadline=None, max_examples=25)
@given(maps())
def test_workbook_and_yaml_carry_the_whole_map(journey_map: JourneyMap) -> None:
    assert written(journey_map, ".xlsx") == journey_map
    assert written(journey_map, ".yaml") == journey_map


HEADINGS = (
    "journey{0}stage{0}touchpoint{0}channel{0}department{0}role{0}how_they_affect_it{0}routes_when{0}"
    "reply_within{0}notify_email{0}active"
)
ROW = "Buying{0}{0}Till{0}shop{0}Bücher{0}{0}Öffnet, kassiert{0}{0}4h{0}{0}yes"


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_other_spreadsheets_is_understood(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes(f"{HEADINGS}\r\n{ROW}\r\n".format(separator).encode(encoding))
    (part,) = read_back(path).parts
    assert (part.department, part.how_they_affect_it) == ("Bücher", "Öffnet, kassiert")


def test_csv_that_names_its_separator_keeps_the_row_numbers_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text(f"sep=;\n{HEADINGS}\n\n{ROW}\n".format(";"), encoding="utf-8")
    parts = read_map(path).parts
    assert parts is not None
    assert [row.number for row in parts.rows] == [4]


def test_a_cell_like_a_formula_leaves_as_text_and_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text(f"{HEADINGS}\n=SUM(A1),,Till,shop,IT,-1,@home,,4h,,yes\n".format(","), encoding="utf-8")
    formula_like = read_back(path)
    out = tmp_path / "out.csv"
    write_map(formula_like, out)
    assert out.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=SUM(A1),,Till,shop,IT,'-1,'@home")
    assert read_back(out).parts == formula_like.parts


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("map.xlsx", b"\x89PNG\r\n\x1a\n....", "isn't one that can be read"),
        ("map.xlsx", b"PK\x03\x04 broken", "isn't one that can be read"),
        ("map.xlsx", b"\xd0\xcf\x11\xe0old", "old or locked"),
        ("map.csv", b"\x89PNG\r\n\x00\x00", "isn't text"),
        ("map.csv", b"PK\x03\x04\x00", "is a workbook"),
        ("map.csv", b"", "is empty"),
        ("map.csv", b'journey,touchpoint\n"open,Till', "row 2"),
        ("map.yaml", b"rows: [", "line 1"),
        ("map.yaml", b"# nothing", "is empty"),
        ("map.yaml", b"rows: 5", "a list of entries"),
        ("map.yaml", b"rows:\n- [a]", "line 2"),
        ("map.pdf", b"%PDF", "no format"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_map(path)
    assert says in refused.value.what
    assert refused.value.do


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"):
        read_map(tmp_path / "none.csv")


def test_yaml_keeps_words_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "rows:\n- {journey: no, touchpoint: 007, department: IT, active: no,\n"
        "   routes_when: [card, '\"till down\"!'] }\n"
        "departments:\n- {name: IT, people: [{name: Ana, role: Tills}, Tom]}\n"
        "- {name: Shop, people: {Till: [Bo, Cy]}}",
        encoding="utf-8",
    )
    found = read_back(path)
    part = found.parts[0]
    assert (part.journey, part.touchpoint, part.active) == ("no", "007", False)
    assert [(cue.words, cue.decides) for cue in part.routes_when] == [("card", False), ("till down", True)]
    people = [(one.name, one.role) for department in found.departments for one in department.people]
    assert people == [("Ana", "Tills"), ("Tom", ""), ("Bo", "Till"), ("Cy", "Till")]
