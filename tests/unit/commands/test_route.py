"""`route text|batch|learn|score`: what goes in and what comes out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from operate.commands.route import route
from operate.files.labelled import BadLineError, labelled_lines

MAP = """\
journey,stage,touchpoint,channel,department,role,how_they_affect_it,routes_when,reply_within,notify_email,active
Buying,,Opening the parcel,,Packing,,,"box; crushed; ""broken glass""!",2d,packing@example.com,yes
Buying,,Paying at the till,,Tills,,,card reader; froze,4h,tills@example.com,yes
"""
FIELDS = {"decided", "department", "touchpoint", "confidence", "reason", "alternatives", "also", "kind", "sensitive"}
SAID = {"Packing": "the foot of lamp {} is bent", "Tills": "terminal {} shows nothing", "": "a riddle about moon {}"}


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    file = tmp_path / "map.csv"
    file.write_text(MAP, encoding="utf-8")
    return file


def examples(folder: Path, count: int, start: int = 0) -> Path:
    file = folder / f"from-{start}.jsonl"
    names = list(SAID)
    rows = [{"text": SAID[names[at % 3]].format(at), "department": names[at % 3] or None} for at in range(start, count)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def called(*arguments: object, said: str | None = None) -> Result:
    return CliRunner().invoke(route, [*map(str, arguments), *(["--words-only"] if arguments else [])], input=said)


def rows_of(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_text_comes_back_with_where_it_goes_and_why(journey: Path) -> None:
    (row,) = rows_of(called("text", "--journey", journey, "The box was crushed"))
    assert row.keys() == FIELDS
    assert (row["decided"], row["department"], row["kind"]) == (True, "Packing", "issue")
    assert "box" in row["reason"]


def test_what_nobody_can_place_names_its_best_alternatives(journey: Path) -> None:
    (row,) = rows_of(called("text", "--journey", journey, "Something about the boxes and the reader"))
    assert not row["decided"]
    assert {one["department"] for one in row["alternatives"]} == {"Packing", "Tills"}


def test_lines_come_back_in_order_with_their_ids(journey: Path) -> None:
    said = '{"id": "a", "text": "broken glass"}\n\n{"id": 2, "text": "Thank you to the cashier"}\n'
    first, second = rows_of(called("batch", "--journey", journey, "-", said=said))
    assert (first["id"], first["department"], first["confidence"]) == ("a", "Packing", 1.0)
    assert (second["id"], second["kind"]) == (2, "praise")


def test_somebody_hurt_is_marked(journey: Path) -> None:
    (row,) = rows_of(called("text", "--journey", journey, "He cut his hand on the box and is bleeding"))
    assert row["sensitive"]


def test_a_line_that_is_none_is_refused_with_its_number(journey: Path) -> None:
    refused = called("batch", "--journey", journey, "-", said='{"id": 1, "text": "box"}\n{"text": "x"}\n')
    assert refused.exit_code == 1
    assert "line 2" in refused.output


def test_learning_then_scoring_tells_more_than_the_map_alone(journey: Path, tmp_path: Path) -> None:
    model = tmp_path / "m.bin"
    learned = called("learn", "--journey", journey, examples(tmp_path, 150), "-o", model)
    assert learned.exit_code == 0, learned.output
    held = examples(tmp_path, 240, 150)
    (alone,) = rows_of(called("score", "--json", "--journey", journey, held))
    (knowing,) = rows_of(called("score", "--json", "--journey", journey, "--model", model, held))
    assert knowing["accuracy"] > max(0.9, alone["accuracy"] - 0.02)
    assert (knowing["texts"], knowing["nobodys"]) == (60, 30)
    assert knowing["asked"] >= 20
    assert knowing["calibration_error"] < 0.2
    told = called("score", "--journey", journey, "--model", model, held).stdout
    assert "macro-F1" in told
    assert "coverage at 95 % precision" in told


def test_another_file_is_no_model(journey: Path) -> None:
    refused = called("text", "--journey", journey, "--model", journey, "box")
    assert refused.exit_code == 1
    assert "route learn" in refused.output


def test_what_names_neither_touchpoint_nor_department_is_refused(journey: Path, tmp_path: Path) -> None:
    refused = called("learn", "--journey", journey, "-", "-o", tmp_path / "m", said='{"text": "x"}\n')
    assert refused.exit_code == 1
    assert "line 1" in refused.output


def test_several_right_ones_are_read_too() -> None:
    (line,) = labelled_lines(['{"text": "t", "department": "A", "departments": ["A", "B"]}'])
    assert line.departments == ("A", "B")
    with pytest.raises(BadLineError, match="line 1"):
        list(labelled_lines(["[]"]))
