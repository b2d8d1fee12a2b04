"""Commands of survey sources: who may send, under which address, with which secret."""

import os
from collections.abc import Mapping
from typing import Any

import click

from operate.commands.tell import say, show_json
from operate.stack import Stack, find_stack, stack_options
from operate.survey_book import Change, SurveyBook, address_of
from throughline.domain.survey_source import SurveySource

SECRET = click.option("--secret-env", metavar="VAR", help="Variable that holds the secret the vendor signs with.")
TOKEN = click.option("--token-env", metavar="VAR", help="Variable that holds the token of the vendor's API.")
HOST = click.option("--host", default="", help="How your Qualtrics address begins, such as fra1.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@click.group(epilog="Example: throughline survey source add typeform --vendor typeform --secret-env TYPEFORM_SECRET")
def source() -> None:
    """Accounts at survey vendors, and the address each sends to."""


@source.command(epilog="Example: throughline survey source add typeform --vendor typeform --secret-env TYPEFORM_SECRET")
@click.argument("name")
@click.option("--vendor", required=True, help="The vendor, such as typeform; native for our own shape.")
@SECRET
@TOKEN
@HOST
@AS_JSON
@stack_options
def add(name: str, vendor: str, *, as_json: bool, **told: Any) -> None:
    """Make a source called NAME and its address; without a secret one is made and shown, once."""
    change, where = _change(told), _stack(told)
    made = SurveyBook(where).add(name, vendor, change)
    _show(made, where, as_json=as_json, secret="" if change.secret else made.secrets[0])
    say("Paste the address, and the secret if one is shown, where your vendor asks for a webhook.")


@source.command(epilog="Example: throughline survey source rotate typeform --secret-env NEW_SECRET")
@click.argument("name")
@SECRET
@TOKEN
@HOST
@click.option("--key", is_flag=True, help="Make a new address; the one before opens too, until --done.")
@click.option("--done", is_flag=True, help="Drop the secret and the address before the newest.")
@AS_JSON
@stack_options
def rotate(name: str, *, as_json: bool, **told: Any) -> None:
    """Put another secret, token or address of NAME in force; two secrets hold until --done."""
    change = _change(told)
    if change == Change():
        raise click.UsageError("name what changes: --secret-env, --token-env, --host, --key or --done")
    where = _stack(told)
    _show(SurveyBook(where).change(name, change), where, as_json=as_json)
    say("It is in force within five minutes.")


@source.command("list", epilog="Example: throughline survey source list")
@AS_JSON
@stack_options
def list_all(*, as_json: bool, stack: str | None, region: str | None, profile: str | None) -> None:
    """List every source with its address; secrets are counted and not shown."""
    where = find_stack(stack, region, profile)
    for one in SurveyBook(where).all():
        _show(one, where, as_json=as_json)


def _change(told: Mapping[str, Any]) -> Change:
    secret, token = _told(told["secret_env"]), _told(told["token_env"])
    return Change(secret, token, told["host"], bool(told.get("key")), bool(told.get("done")))


def _stack(told: Mapping[str, Any]) -> Stack:
    return find_stack(told["stack"], told["region"], told["profile"])


def _told(variable: str | None) -> str:
    if variable is None:
        return ""
    if not os.environ.get(variable):
        raise click.UsageError(f"the environment has no {variable}")
    return os.environ[variable]


def _show(one: SurveySource, stack: Stack, *, as_json: bool, secret: str = "") -> None:
    url = address_of(one, stack.outputs["SiteUrl"])
    shown: dict[str, Any] = {"name": one.name, "vendor": one.vendor, "url": url}
    counted = {"secrets": len(one.secrets), "addresses": len(one.keys), "token": bool(one.token)}
    if as_json:
        show_json({**shown, **counted, **({"secret": secret} if secret else {})})
        return
    click.echo(f"{one.name}  {one.vendor}  {url}  {len(one.secrets)} secret{'s' * (len(one.secrets) != 1)}")
    if secret:
        click.echo(f"secret  {secret}")
