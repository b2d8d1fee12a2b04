"""Edits of the map that decisions propose, and departments in the shadow, by command."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from fakes.learning import MemoryShadows
from operate.atlas import Atlas
from operate.commands import journey, journey_learned
from operate.stack import Stack
from throughline.domain.journey import versioned
from throughline.domain.mirror import mirror_of
from throughline.errors import Refused
from unit.commands.stores_in_memory import MapsInMemory, PeopleInMemory, PlacesInMemory
from unit.learning.test_mirror import SHOP, corrected


@pytest.fixture
def atlas(monkeypatch: pytest.MonkeyPatch) -> Atlas:
    stores = Atlas(MapsInMemory(), PeopleInMemory(), PlacesInMemory())
    stores.maps.replace(SHOP)
    shadows = MemoryShadows()
    stack = Stack("here", {}, "eu-west-1", local=False)
    monkeypatch.setattr(journey_learned, "find_stack", lambda *_options: stack)
    monkeypatch.setattr(journey_learned, "_shadows", lambda _stack: shadows)
    monkeypatch.setattr(journey_learned, "_seen", lambda _stack: (SHOP, mirror_of(SHOP, corrected(4))))
    monkeypatch.setattr("operate.atlas.atlas_of", lambda _stack: stores)
    monkeypatch.setattr("operate.wire.map_in_force", lambda _stack: SHOP)
    return stores


def run(*words: str) -> Result:
    result = CliRunner().invoke(journey.journey, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.usefixtures("atlas")
def test_confused_departments_and_edits_are_told_a_line_each() -> None:
    rows = [json.loads(line) for line in run("propose").stdout.splitlines()]
    assert {"confused": {"said": "Delivery", "meant": "Packing", "count": 4}} in rows
    assert {"wordless": "Paying"} in rows
    assert [row["word"] for row in rows if row.get("edit") == "drop"] == ["box"]


def test_an_accepted_edit_is_in_force(atlas: Atlas) -> None:
    code = next(one.code for one in mirror_of(SHOP, corrected(4)).proposals if one.word == "box")
    assert "is in force" in run("accept", code).output
    current = atlas.maps.current()
    assert current
    assert [cue.words for cue in current.parts_of("Carrying")[0].routes_when] == ["late"]


def test_what_is_not_proposed_is_refused(atlas: Atlas) -> None:
    with pytest.raises(Refused, match="Nothing is proposed as abc"):
        run("accept", "abc")
    assert atlas.maps.current() == SHOP


@pytest.mark.usefixtures("atlas")
def test_a_department_goes_into_the_shadow_and_back() -> None:
    assert run("shadow", "packing").stdout == "packing\n"
    run("live", "Packing")
    assert run("shadow").stdout == ""
    with pytest.raises(Refused, match="knows no department"):
        run("shadow", "The moon")


def test_a_map_without_a_moment_says_what_its_decisions_teach_now(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = SimpleNamespace(precedents=SimpleNamespace(all=lambda: corrected(4)))
    monkeypatch.setattr("operate.wire.open_ledger", lambda _stack: ledger)
    smaller = versioned(replace(SHOP, parts=SHOP.parts[1:]))
    journey_learned.tell_gone(Stack("here", {}, "eu-west-1", local=False), SHOP, smaller)
    assert "Unpacking is not on the map any more: 4 decisions about it teach nothing now." in capsys.readouterr().err
