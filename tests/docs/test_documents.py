import re
from pathlib import Path

import click
import pytest

from docs.documents import (
    DOCUMENTS,
    README,
    ROOT,
    code_lines,
    functions,
    links,
    make_targets,
    named,
    parameters,
    routes,
    schemas,
    settings,
    text_of,
)
from operate.cli import COMMANDS, throughline

LONGEST = 150


def test_the_readme_can_be_read_in_one_go() -> None:
    assert 0 < len(text_of(README).splitlines()) <= LONGEST


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_a_document_stands_and_its_links_lead_somewhere(document: Path) -> None:
    assert document.exists()
    assert [target for target in links(document) if not (document.parent / target.partition("#")[0]).exists()] == []


@pytest.mark.parametrize(
    "names",
    [functions(), parameters(), settings(), routes(), schemas(), make_targets(), list(COMMANDS)],
    ids=["functions", "parameters", "settings", "routes", "schemas", "make targets", "commands"],
)
def test_a_document_names_each(names: list[str]) -> None:
    assert names
    assert [name for name in names if not named(name)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_what_a_document_tells_to_make_can_be_made(document: Path) -> None:
    told = {word for line in code_lines(document) for word in re.findall(r"\bmake ([a-z]+)", line)}
    assert told <= set(make_targets())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_a_command_that_a_document_tells_is_there(document: Path) -> None:
    told = [line.split()[1:] for line in code_lines(document) if line.startswith("throughline ")]
    told += [words.split()[1:] for words in re.findall(r"`(throughline [a-z][^`]*)`", text_of(document))]
    assert [words for words in told if not is_command(words)] == []


def test_the_first_thing_that_the_readme_tells_is_the_demo() -> None:
    first = next(line for line in code_lines(README) if line)
    assert first == "make demo"


def test_the_readme_ends_with_the_licence() -> None:
    assert "(LICENSE)" in text_of(README)
    assert (ROOT / "LICENSE").exists()


def is_command(words: list[str]) -> bool:
    """Whether the words begin with a command, its subcommand where it has any, and options that it knows."""
    command: click.Command | None = throughline
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command = command.get_command(click.Context(command), words[0])
        words = words[1:]
    if command is None:
        return False
    known = {option for parameter in command.params for option in parameter.opts}
    return {word for word in words if word.startswith("-")} <= known | {"--help"}
