"""Maps and staff lists of any bytes: read, or refused in plain words; never a fault of ours."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile.payloads import WORDS
from hostile.strings import SHORT
from hostile.tries import note, tried
from operate import sample
from operate.files.lessons import read_lessons, read_mantra
from operate.files.maps import read_map, write_map
from operate.files.staff import read_staff
from throughline.domain.journey_check import check
from throughline.domain.map_file import PART_COLUMNS
from throughline.domain.people_check import PERSON_COLUMNS, check_people
from throughline.errors import Refused

T = TypeVar("T")
ENDINGS = (".csv", ".xlsx", ".yaml", ".txt", ".tsv", ".yml", ".pdf", "")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
HEADS = (b"", *MARKS, b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"sep=;\n", b"%YAML 1.2\n---\n")
YAML = (
    b"rows: &a [*a]",
    b"a: &a [1]\nb: [*a, *a]",
    b"rows:\n  - {journey: !!python/object/apply:os.system [ls]}",
    b"rows: !!binary xx",
    b"? [a]\n: b",
    b"? {a: b}\n: c",
    b"rows: [" + b"[" * 5_000,
    b"rows:\n" + b"  - " * 2_000 + b"a",
    b"- " * 3_000,
    b"{" * 3_000,
    b"a: *nobody",
    b"a: |\n\tb",
    b"a: 'b",
    b"%TAG ! x\n",
    b"rows: 2026-13-45",
    b"departments: {a: b}\nrows: []\nholidays: [x]\nlessons: 3",
    b"rows: []\n" * 3,
    b"\x85\x0b",
    b'a: "\\ud800"',
)  # fmt: skip
_NESTED = "".join(f"<!ENTITY e{at} '{f'&e{at - 1};' * 10}'>" for at in range(1, 10))
BOMB = f"<!DOCTYPE x [<!ENTITY e0 'ha'>{_NESTED}]><x>&e9;</x>"


def tables(columns: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """A table of hostile cells under the right headings, by any separator."""
    rows = st.lists(st.lists(WORDS, max_size=len(columns) + 1), max_size=3)
    return st.builds(_table, st.just(columns), rows, st.sampled_from([",", ";", "\t"]))


def _table(columns: tuple[str, ...], rows: list[list[str]], separator: str) -> bytes:
    lines = [separator.join(columns), *(separator.join(row) for row in rows)]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def yamls(columns: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Rows as JSON, which is YAML, with hostile cells."""
    rows = st.lists(st.dictionaries(st.sampled_from(columns) | WORDS, WORDS, max_size=6), max_size=3)
    names = st.sampled_from(["rows", "people", "x"])
    return st.builds(lambda name, rows: json.dumps({name: rows}).encode(), names, rows)


def contents(columns: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    whole = st.one_of(tables(columns), yamls(columns), st.sampled_from(YAML), st.binary(max_size=80))
    return st.builds(lambda head, body: head + body, st.sampled_from((*HEADS, *[b""] * 8)), whole)


def read_or_refused(read: Callable[[], T]) -> T | None:
    """What was read; None when it was refused with what is wrong and what to do."""
    try:
        return read()
    except Refused as refusal:
        told = refusal.what and refusal.do
    assert told
    return None


@tried(2)
@given(contents(PART_COLUMNS), st.sampled_from(ENDINGS))
def test_any_map(tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str) -> None:
    note("journey maps")
    path = written(tmp_path_factory, content, ending)
    found = read_or_refused(lambda: check(read_map(path)))
    assert found is None or found[0] or [str(problem) for problem in found[1]]


@tried(2)
@given(contents(PERSON_COLUMNS), st.sampled_from(ENDINGS))
def test_any_staff_list(tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str) -> None:
    note("staff lists")
    path = written(tmp_path_factory, content, ending)
    found = read_or_refused(lambda: check_people(read_staff(path)))
    assert found is None or found[0] or [str(problem) for problem in found[1]]


@tried()
@given(contents(("title", "text", "question", "answer")), st.sampled_from(ENDINGS))
def test_any_lessons_and_mantras(tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str) -> None:
    note("lessons and mantras", 2)
    path = written(tmp_path_factory, content, ending)
    read_or_refused(lambda: read_lessons(path))
    assert read_or_refused(lambda: read_mantra(path)) != ""


@tried(0.3)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4))
def test_a_damaged_workbook(tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, bytes]]) -> None:
    note("workbooks")
    raw = bytearray(sound_workbook(written(tmp_path_factory, b"", ".xlsx")))
    for place, what in changes:
        at = int(place * (len(raw) - len(what)))
        raw[at : at + len(what)] = what
    path = written(tmp_path_factory, bytes(raw), ".xlsx")
    found = read_or_refused(lambda: check(read_map(path)))
    assert found is None or found[0] or found[1]


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("words", ["", "<", BOMB, *SHORT[:20]])
def test_a_workbook_with_a_part_of_other_words(tmp_path: Path, name: str, words: str) -> None:
    note("workbooks")
    path = tmp_path / "map.xlsx"
    sound_workbook(path)
    with zipfile.ZipFile(path) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for one, content in (parts | {name: words.encode("utf-8", "surrogatepass")}).items():
            packed.writestr(one, content)
    found = read_or_refused(lambda: check(read_map(path)))
    assert found is None or (found[0] is None and found[1])


_SOUND: dict[str, bytes] = {}


def sound_workbook(path: Path) -> bytes:
    """The sample's map as a workbook, written once."""
    if not _SOUND:
        journey_map, _ = check(read_map(sample.JOURNEY))
        assert journey_map
        write_map(journey_map, path)
        _SOUND["map"] = path.read_bytes()
    path.write_bytes(_SOUND["map"])
    return _SOUND["map"]


def written(folders: pytest.TempPathFactory, content: bytes, ending: str) -> Path:
    path = folders.getbasetemp() / f"tried{ending}"
    path.write_bytes(content)
    return path
