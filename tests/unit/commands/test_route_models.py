"""The operator's look at what was learned, and the way back."""

import json
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from fakes.learning import MemoryModels, MemoryPointer
from operate import wire
from operate.commands import route_models
from operate.commands.route import route
from throughline.errors import Refused
from throughline.usecases.learn_routing import learn_routing
from unit.learning.school import MAP, TODAY, school, week

Command = Callable[..., Result]


@pytest.fixture
def pointer() -> MemoryPointer:
    return MemoryPointer()


@pytest.fixture
def run(pointer: MemoryPointer, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setattr(route_models, "find_stack", lambda *_options: None)
    monkeypatch.setattr(wire, "open_atlas", lambda _stack: SimpleNamespace(model=pointer))

    def ran(*arguments: str) -> Result:
        result = CliRunner().invoke(route, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return ran


def learned(pointer: MemoryPointer, *counts: int) -> list[str]:
    """The names of models that were learned from so many decisions, one after the other."""
    models, names = MemoryModels(), []
    for count in counts:
        at = replace(school(*week(count)), pointer=pointer, models=models)
        assert learn_routing(school=at, journey_map=MAP, today=TODAY).taken
        placed = pointer.current()
        assert placed
        names.append(placed.model)
    return names


def test_models_are_listed_the_newest_first(pointer: MemoryPointer, run: Command) -> None:
    first, second = learned(pointer, 40, 80)
    rows = [json.loads(row) for row in run("models").stdout.splitlines()]
    assert [(row["revision"], row["model"], row["count"]) for row in rows] == [(2, second, 80), (1, first, 40)]
    assert rows[0]["why"].startswith("learned from 80 decisions")
    assert rows[0]["on"] == TODAY.isoformat()


def test_before_the_first_nothing_is_listed(run: Command) -> None:
    assert run("models").stdout == ""


def test_an_earlier_one_comes_back_by_its_first_letters(pointer: MemoryPointer, run: Command) -> None:
    first, second = learned(pointer, 40, 80)
    assert run("use", first[:12]).exit_code == 0
    assert [json.loads(row)["model"] for row in run("models").stdout.splitlines()] == [first, second, first]
    assert "It is in place." in run("use", first).output
    assert len(run("models").stdout.splitlines()) == 3


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_a_name_that_no_model_has_is_refused(pointer: MemoryPointer, run: Command, name: str) -> None:
    learned(pointer, 40, 80)
    with pytest.raises(Refused, match="No single model"):
        run("use", name)
