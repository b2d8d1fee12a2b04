"""The `throughline` command: each subcommand is loaded only when it is called."""

import sys
from importlib import import_module

import click

from throughline.errors import Refused

COMMANDS = {
    "up": "local:up",
    "down": "local:down",
    "status": "local:status",
    "tick": "local:tick",
    "outbox": "local:outbox",
    "demo": "demo:demo",
    "journey": "journey:journey",
    "people": "people:people",
    "place": "place:place",
    "mantra": "mantra:mantra",
    "lesson": "lesson:lesson",
    "goal": "goal:goal",
    "thanks": "thanks:thanks",
    "route": "route:route",
    "case": "case:case",
    "triage": "triage:triage",
    "park": "park:park",
    "manager": "manager:manager",
    "mail": "mail:mail",
    "score": "score:score",
    "survey": "survey:survey",
    "digest": "digest:digest",
    "export": "privacy:export",
    "erase": "privacy:erase",
}


class LazyCommands(click.Group):
    """Subcommands by name, imported on use, so that help and small commands start fast."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(f"operate.commands.{module}"), attribute)
        return command if isinstance(command, click.Command) else None


@click.group(cls=LazyCommands, epilog="Start here: throughline demo")
def throughline() -> None:
    """From a customer's moment to the department behind it, and back as thanks."""


def main() -> None:
    """Run the command; what was refused is said in plain words, with exit code 1."""
    try:
        throughline(prog_name="throughline")
    except Refused as refused:
        where = f" ({refused.field})" if refused.field else ""
        click.echo(f"{refused.what}{where}\n{refused.do}".strip(), err=True)
        sys.exit(1)
