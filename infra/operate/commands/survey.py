"""Commands of surveys: what a vendor's message says, and whether a mapping can be used."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from operate.commands.survey_sources import source
from operate.commands.survey_stores import import_answers, import_map
from operate.commands.tell import refuse, show_json
from operate.files.mapping_file import read_mappings
from operate.files.text import decoded
from throughline.adapters.surveys.canonical import row_of
from throughline.adapters.surveys.vendor import Message, Vendor
from throughline.adapters.surveys.vendors import vendor_of
from throughline.domain.cells import clean
from throughline.domain.survey_mapping import MappedSurvey, SurveyMap, map_of
from throughline.domain.survey_mapping_check import check_mappings
from throughline.domain.survey_reading import Complete, NeedsFetch, Reading
from throughline.domain.survey_time import moment_of
from throughline.errors import Refused

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NOT_VERIFIED = "Not verified, since no secret was named."


class Moment(click.ParamType[datetime]):
    """A time with its zone."""

    name = "ISO"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """In UTC."""
        return moment_of(value) or self.fail(f"{value!r} is no time; write it like 2026-11-23T09:30:00Z", param, ctx)


@click.group(epilog="Example: throughline survey map check surveys.yaml")
def survey() -> None:
    """Read what survey vendors send, by your mapping."""


@survey.group("map")
def map_group() -> None:
    """What the questions of your surveys mean."""


survey.add_command(source)
survey.add_command(import_answers)
map_group.add_command(import_map)


@map_group.command("check", epilog="Example: throughline survey map check surveys.yaml")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def check_file(file: Path, *, as_json: bool) -> None:
    """Tell everything that is wrong with the mappings of FILE (YAML), all at once."""
    surveys, problems = check_mappings(read_mappings(file))
    if problems:
        refuse(problems, as_json=as_json, err=False)
    questions = sum(len(one.questions) for one in surveys)
    if as_json:
        show_json({"ok": True, "surveys": len(surveys), "questions": questions})
    else:
        click.echo(f"Good: {len(surveys)} surveys, {questions} questions.")


@survey.command(
    "read", epilog="Example: throughline survey read --source typeform --mapping surveys.yaml --headers h.txt body.json"
)
@click.argument("body", type=click.File("rb"))
@click.option("--source", required=True, help="The source: a vendor's name, more after a dash if there are several.")
@click.option("--mapping", "mapping_file", type=FILE, required=True, help="The mappings (YAML).")
@click.option("--headers", "headers_file", type=FILE, help="The headers: a line each, or a JSON object.")
@click.option("--secret-env", "secret_names", multiple=True, metavar="VAR", help="Variable that holds a secret.")
@click.option("--now", type=Moment(), help="The time of arrival; else now.")
@click.option("--method", default="POST", show_default=True, help="The method of the call.")
@click.option("--url", default="", help="The address that was called.")
def read_body(
    body: Any,
    *,
    source: str,
    mapping_file: Path,
    headers_file: Path | None,
    secret_names: tuple[str, ...],
    now: datetime | None,
    method: str,
    url: str,
) -> None:
    """Say what the message in the file BODY is: its answers, ids to fetch, nothing to do, or refused."""
    mapping = map_of(source, _mapped(mapping_file))
    headers = _headers(headers_file) if headers_file else {}
    message = Message(body.read(), headers, now or datetime.now(UTC), method.upper(), url)
    try:
        show_json(_read(vendor_of(source), message, mapping, _secrets(secret_names)))
    except Refused as refused:
        where = f" ({refused.field})" if refused.field else ""
        why = {"reason": f"{refused.what}{where} {refused.do}".strip(), "status": refused.status}
        show_json({"outcome": "refused", **why, "responses": []})
        sys.exit(1)


def _read(vendor: Vendor, message: Message, mapping: SurveyMap, secrets: Sequence[bytes]) -> dict[str, Any]:
    if secrets:
        vendor.verify(message, secrets)
    told = _told(vendor.read(message, mapping))
    return told if secrets else {**told, "reason": f"{told['reason']} {NOT_VERIFIED}"}


def _told(reading: Reading) -> dict[str, Any]:
    match reading:
        case Complete():
            rows = [row_of(one) for one in reading.answers]
            return {
                "outcome": "complete",
                "reason": reading.reason,
                "responses": rows,
                "unmapped": list(reading.unmapped),
            }
        case NeedsFetch():
            ids = {"survey_id": reading.survey_id, "response_ids": list(reading.response_ids)}
            return {"outcome": "needs_fetch", "reason": reading.reason, "responses": [], **ids}
        case _:
            return {"outcome": "ignored", "reason": reading.reason, "responses": []}


def _mapped(file: Path) -> tuple[MappedSurvey, ...]:
    surveys, problems = check_mappings(read_mappings(file))
    if problems:
        refuse(problems, as_json=False, err=True)
    return surveys


def _secrets(names: tuple[str, ...]) -> list[bytes]:
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise click.UsageError(f"the environment has no {', '.join(missing)}")
    return [os.environ[name].encode("utf-8", "surrogateescape") for name in names]


def _headers(file: Path) -> Mapping[str, str]:
    """The headers by name; the last of those that come twice."""
    text = decoded(file.read_bytes(), file)
    if text.lstrip().startswith("{"):
        try:
            document = json.loads(text)
        except ValueError as error:
            raise click.UsageError(f"{file.name} holds no headers: {error}") from error
        return {str(name): str(value) for name, value in document.items()}
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {clean(name): clean(value) for name, _, value in pairs}
