"""The commands of map, people and places, on stores that live in memory."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from operate import sample
from operate.atlas import Atlas
from operate.commands import journey, lesson, mantra, people, place
from operate.stack import Stack
from throughline.errors import Refused
from unit.commands.stores_in_memory import MapsInMemory, PeopleInMemory, PlacesInMemory

BAD = "rows: [{journey: A, touchpoint: Till, department: IT, active: perhaps}]"
COMMANDS: dict[str, click.Command] = {
    "journey": journey.journey,
    "people": people.people,
    "place": place.place,
    "mantra": mantra.mantra,
    "lesson": lesson.lesson,
}


@pytest.fixture
def atlas(monkeypatch: pytest.MonkeyPatch) -> Atlas:
    stores = Atlas(MapsInMemory(), PeopleInMemory(), PlacesInMemory())
    stack = Stack("here", {"SiteUrl": "https://example.org/"}, "eu-west-1", local=False)
    for module in (journey, lesson, mantra, people, place):
        monkeypatch.setattr(module, "atlas_of", lambda _stack: stores)
        monkeypatch.setattr(module, "find_stack", lambda *_options: stack)
    monkeypatch.setattr(journey, "ask", lambda *_told, **_how: None)
    monkeypatch.setattr(journey, "tell_gone", lambda *_told: None)
    return stores


def run(*words: str | Path) -> Result:
    command, *arguments = map(str, words)
    result = CliRunner().invoke(COMMANDS[command], arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_check_says_what_the_map_holds() -> None:
    result = run("journey", "check", sample.JOURNEY, "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["ok"], told["touchpoints"], told["problems"]) == (0, True, 30, [])
    assert "30 touchpoints" in run("journey", "check", sample.JOURNEY).stdout


def test_check_of_a_bad_map_prints_every_problem_and_ends_with_one(bad: Path) -> None:
    result = run("journey", "check", bad)
    assert result.exit_code == 1
    assert 'line 1, column active: "perhaps" is neither yes nor no' in result.stdout
    told = json.loads(run("journey", "check", bad, "--json").stdout)
    assert [one["column"] for one in told["problems"]] == ["active"]


def test_check_advises_where_a_note_could_not_arrive(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("rows: [{journey: A, touchpoint: Till, department: IT}]", encoding="utf-8")
    result = run("journey", "check", path)
    assert result.exit_code == 0
    assert "Without an address" in result.stderr
    assert "Without routes_when words" in result.stderr


def test_a_map_is_put_in_force_once(atlas: Atlas) -> None:
    first = run("journey", "import", sample.JOURNEY)
    assert "+ Opening the parcel · Packing (Packer)" in first.stdout
    kept = atlas.maps.current()
    assert kept is not None
    assert f"Version {kept.version} is in force" in first.stderr
    again = run("journey", "import", sample.JOURNEY)
    assert (again.stdout, again.exit_code) == ("", 0)
    assert "Nothing changed" in again.stderr


def test_a_dry_run_and_a_bad_map_write_nothing(atlas: Atlas, bad: Path) -> None:
    dry = run("journey", "import", sample.JOURNEY, "--dry-run", "--json")
    assert json.loads(dry.stdout)["written"] is False
    assert run("journey", "import", bad).exit_code == 1
    assert atlas.maps.current() is None


@pytest.mark.parametrize("ending", [".yaml", ".xlsx", ".csv"])
def test_what_is_exported_changes_nothing_when_imported(atlas: Atlas, tmp_path: Path, ending: str) -> None:
    run("journey", "import", sample.JOURNEY)
    before = atlas.maps.current()
    path = tmp_path / f"out{ending}"
    assert run("journey", "export", "-o", path).exit_code == 0
    assert "Nothing changed" in run("journey", "import", path).stderr
    assert atlas.maps.current() == before


def test_export_prints_yaml_or_json(atlas: Atlas) -> None:
    with pytest.raises(Refused, match="no map yet"):
        run("journey", "export")
    run("journey", "import", sample.JOURNEY)
    assert atlas.maps.current()
    assert run("journey", "export").stdout.startswith("mantra:")
    assert len(json.loads(run("journey", "export", "--json").stdout)["parts"]) == 63


def test_draw_writes_one_page_that_needs_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    assert run("journey", "draw", sample.JOURNEY, "-o", path).exit_code == 0
    page = path.read_text(encoding="utf-8")
    assert "Opening the parcel" in page
    assert "src=" not in page
    assert "http" not in page


def test_an_output_folder_that_is_missing_is_wrong_use(tmp_path: Path) -> None:
    result = run("journey", "draw", sample.JOURNEY, "-o", tmp_path / "none" / "map.html")
    assert result.exit_code == 2
    assert "There is no folder" in result.stderr


def test_coverage_names_who_is_on_no_touchpoint() -> None:
    words = ("journey", "coverage", sample.JOURNEY, "--people", sample.PEOPLE)
    text = run(*words).stdout
    assert "Opening the parcel: Packing answers for it; helped by Warehouse, Buying" in text
    assert "Customer experience manager: on no touchpoint (Isla Brandt)" in text
    assert json.loads(run(*words, "--json").stdout)["departments"]["Packing"] == 3


def test_people_are_taken_over_and_read_back(atlas: Atlas, tmp_path: Path) -> None:
    run("journey", "import", sample.JOURNEY)
    assert run("people", "import", sample.PEOPLE).stdout == "60 added, 0 changed, 0 left. The list has 60 people.\n"
    out = tmp_path / "people.csv"
    run("people", "export", "-o", out)
    assert json.loads(run("people", "import", out, "--json").stdout) == {
        "added": 0,
        "changed": 0,
        "left": 0,
        "people": 60,
    }
    assert len(list(atlas.directory.people())) == 60
    assert len(run("people", "export").stdout.splitlines()) == 61
    assert json.loads(run("people", "export", "--json").stdout.splitlines()[0])["name"] == "Isla Brandt"


def test_a_bad_staff_list_changes_nobody(atlas: Atlas, tmp_path: Path) -> None:
    run("journey", "import", sample.JOURNEY)
    path = tmp_path / "people.csv"
    path.write_text("name,email,department\nAna,,Falconry\n", encoding="utf-8")
    result = run("people", "import", path)
    assert result.exit_code == 1
    assert '"Falconry" is no department of the map' in result.stderr
    assert not list(atlas.directory.people())


def test_a_place_is_added_listed_printed_and_closed(atlas: Atlas, tmp_path: Path) -> None:
    made = json.loads(run("place", "add", " Leith  shop", "--staff", "15", "--json").stdout)
    assert made["url"] == f"https://example.org/f/{made['id']}"
    poster = tmp_path / "poster.pdf"
    run("place", "poster", "leith SHOP", "-o", poster)
    assert poster.read_bytes().startswith(b"%PDF-1.4")
    run("place", "revoke", made["id"])
    assert "closed" in run("place", "list").stdout
    assert not next(atlas.places.all()).active


def test_a_place_that_is_unknown_nameless_or_meant_twice_is_refused(atlas: Atlas) -> None:
    assert not list(atlas.places.all())
    with pytest.raises(Refused, match="no open place"):
        run("place", "revoke", "nowhere")
    with pytest.raises(Refused, match="no name"):
        run("place", "add", "  ")
    run("place", "add", "Shop")
    run("place", "add", "shop")
    with pytest.raises(Refused, match="2 places"):
        run("place", "revoke", "Shop")


def test_mantra_and_lessons_come_into_the_map_in_force(atlas: Atlas, tmp_path: Path) -> None:
    words, lessons = tmp_path / "mantra.txt", tmp_path / "lessons.csv"
    words.write_text("Every home is ours.\n", encoding="utf-8")
    lessons.write_text("touchpoint,title,text\nOpening the parcel,Look,Together.\n", encoding="utf-8")
    with pytest.raises(Refused, match="no map yet"):
        run("mantra", "import", words)
    run("journey", "import", sample.JOURNEY)
    run("mantra", "import", words)
    assert json.loads(run("lesson", "import", lessons, "--json").stdout) == {"lessons": 1}
    kept = atlas.maps.current()
    assert kept is not None
    assert (kept.mantra, [one.title for one in kept.lessons]) == ("Every home is ours.", ["Look"])


def test_lessons_about_unknown_touchpoints_are_refused(atlas: Atlas, tmp_path: Path) -> None:
    run("journey", "import", sample.JOURNEY)
    before = atlas.maps.current()
    lessons = tmp_path / "lessons.csv"
    lessons.write_text("touchpoint,title,text\nOpening the parcle,Look,Together.\n", encoding="utf-8")
    result = run("lesson", "import", lessons)
    assert result.exit_code == 1
    assert 'Did you mean "Opening the parcel"?' in result.stderr
    assert atlas.maps.current() == before
