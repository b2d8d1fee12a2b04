"""What goes into files stays words: no spreadsheet finds a formula in them, whichever separator it splits by."""

import csv
import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from fakes import FixedClock, MemoryLedger
from fakes.values import case, feedback, part, person, small_map
from hostile.strings import HOSTILE
from operate.commands import case as commands
from operate.files.csv_table import write_csv
from operate.files.maps import part_rows, write_map
from operate.files.staff import write_staff
from operate.stack import Stack
from throughline.contracts.fields import words
from throughline.domain.cells import clean, guarded, unguarded
from throughline.domain.journey import Cue, JourneyMap, Lesson, versioned
from throughline.domain.map_file import PART_COLUMNS
from throughline.domain.written_table import stream_csv

LIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
BLANKS = " \n\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SHORT_ENOUGH = [one for one in HOSTILE.values() if len(one) <= 20_000]


def hostile_map() -> JourneyMap:
    """A row for each hostile string, in every cell that holds words."""
    rows = tuple(
        replace(
            part(one, one, routes_when=(Cue(one, decides=False), Cue("b", decides=True))),
            journey=one,
            stage=one,
            channel=one,
            role=one,
            how_they_affect_it=one,
            notify_email=one,
        )
        for one in SHORT_ENOUGH
    )
    lessons = tuple(Lesson(str(at), "", one, one, one, one) for at, one in enumerate(SHORT_ENOUGH))
    return versioned(replace(small_map(), parts=rows, lessons=lessons, mantra="=1+1", cx_manager="@x"))


def cells_of(text: str) -> list[str]:
    usual = csv.field_size_limit(sys.maxsize)
    try:
        return [
            cell
            for separator in (",", ";", "\t")
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            for cell in row
        ]
    finally:
        csv.field_size_limit(usual)


def live_in(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell.lstrip(BLANKS).startswith(LIVE)]


def test_a_map_as_csv_holds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    write_map(hostile_map(), path)
    assert not live_in(cells_of(path.read_text(encoding="utf-8-sig")))


def test_a_staff_list_as_csv_holds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    people = [replace(person(), name=one, email=one, role=one, place=one, manager=one) for one in SHORT_ENOUGH]
    write_staff(people, path)
    assert not live_in(cells_of(path.read_text(encoding="utf-8-sig")))


def test_a_printed_list_holds_no_formula(tmp_path: Path) -> None:
    out = io.StringIO()
    stream_csv(out, PART_COLUMNS, part_rows(hostile_map()))
    assert not live_in(cells_of(out.getvalue()))
    write_csv(tmp_path / "one.csv", ["a"], [["=1"]])
    assert "'=1" in (tmp_path / "one.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("kind", ["map", "people"])
def test_a_workbook_holds_no_formula(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "export.xlsx"
    if kind == "map":
        write_map(hostile_map(), path)
    else:
        write_staff([replace(person(), name=one, role=one, place=one) for one in SHORT_ENOUGH], path)
    workbook = load_workbook(path)
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    with zipfile.ZipFile(path) as packed:
        assert not [name for name in packed.namelist() if "macro" in name.lower() or "externalLink" in name]
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist())


def test_what_was_guarded_is_taken_back_whole() -> None:
    for name, words_of_it in HOSTILE.items():
        cell = clean(words_of_it)
        assert unguarded(guarded(cell)) == cell, name


def test_the_case_list_is_one_json_line_a_case_whatever_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    room = MemoryLedger(FixedClock())
    kept = [words(one) for one in HOSTILE.values()]  # as every door keeps them
    for at, one in enumerate(kept):
        said = feedback(one, identity=f"device-{at:04}")
        opened = case(said.line, place=one, reference=one)
        room.change(said.line, feedback=said, cases=(opened,))
    told = printed(monkeypatch, room)
    rows = [json.loads(line) for line in told.split("\n")[:-1]]
    assert {row["quote"] for row in rows} == set(kept)
    assert not set(told) & set("\r\x00\x1b\x07\x08")


def printed(monkeypatch: pytest.MonkeyPatch, room: MemoryLedger) -> str:
    monkeypatch.setattr(commands, "find_stack", lambda *_: Stack("here", {}, "eu-west-1", local=False))
    monkeypatch.setattr(commands, "open_ledger", lambda _stack: room)
    monkeypatch.setattr(commands, "map_in_force", lambda _stack: small_map())
    command: click.Command = commands.case
    answer = CliRunner().invoke(command, ["list"], catch_exceptions=False)
    return answer.stdout
