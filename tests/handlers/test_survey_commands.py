"""The operator's commands of surveys on a pretended stack: sources, mappings, what was answered before."""

import json
from pathlib import Path
from typing import Any

import boto3
import pytest
from click.testing import CliRunner, Result

from aws import ATLAS, LEDGER, REGION, SECRET
from fakes.values import SITE
from handlers.events import http
from handlers.live import Live, forget
from handlers.test_survey_delivered import LINE, form, signed
from operate import stack as stacks
from operate.commands import survey_sources, survey_stores
from operate.commands.survey import survey
from throughline.domain.delivery import line_of_response
from throughline.domain.week import Week

MAPPING = """
surveys:
  - source: typeform
    survey_id: form-1
    response_id: id
    answered_at: at
    questions:
      - {key: q-score, metric: nps, scale: [0, 10], touchpoint: Opening the parcel}
      - {key: q-why, verbatim: true}
"""
EXPORT = "id,at,q-score,q-why\n" + "".join(
    f"r-{at},2026-06-{at % 28 + 1:02}T10:00:00Z,{at % 11},The box was crushed {at}\n" for at in range(1, 11)
)


@pytest.fixture
def mapping(live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    outputs = {"LedgerTable": LEDGER, "AtlasTable": ATLAS, "SecretId": SECRET, "SiteUrl": SITE}
    found = stacks.Stack("line", outputs, REGION, local=False)
    for module in (survey_sources, survey_stores):
        monkeypatch.setattr(module, "find_stack", lambda *_names: found)
    monkeypatch.setattr("operate.wire._ledger", lambda *_table: live.ledger)
    monkeypatch.setattr("operate.wire._atlas", lambda _table: live.atlas)
    file = tmp_path / "surveys.yaml"
    file.write_text(MAPPING, encoding="utf-8")
    return file


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(survey, [str(one) for one in arguments], env=environment)


def made(*arguments: object, **environment: str) -> dict[str, Any]:
    done = run(*arguments, "--json", **environment)
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout.splitlines()[0]))


def post(live: Live, url: str, document: object, secret: str) -> int:
    body = json.dumps(document).encode()
    event = http("POST", url.removeprefix(SITE), body, content_type="application/json", **signed(body, secret))
    return int(live.call("survey_delivered", event)["statusCode"])


@pytest.mark.usefixtures("mapping")
def test_a_source_gets_an_address_that_opens_and_rotates(live: Live) -> None:
    first = made("source", "add", "typeform", "--vendor", "typeform", "--secret-env", "S", S="one")
    assert "secret" not in first
    assert post(live, first["url"], form(), "one") == 200
    turned = made("source", "rotate", "typeform", "--secret-env", "S", "--key", S="two")
    assert (turned["secrets"], turned["addresses"]) == (2, 2)
    forget()
    statuses = [post(live, url, form(), secret) for url in (first["url"], turned["url"]) for secret in ("one", "two")]
    assert statuses == [200] * 4
    made("source", "rotate", "typeform", "--done")
    forget()
    assert post(live, first["url"], form(), "two") == 202
    assert [post(live, turned["url"], form(), one) for one in ("one", "two")] == [401, 200]
    listed = run("source", "list").stdout
    assert turned["url"] in listed
    assert "two" not in listed


@pytest.mark.usefixtures("mapping")
def test_a_secret_is_made_where_none_is_given_and_shown_once() -> None:
    shown = made("source", "add", "north", "--vendor", "native")
    assert shown["secret"].startswith("whsec_")
    assert shown["secret"] not in run("source", "list", "--json").stdout
    kept = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId=SECRET)["SecretString"])
    assert kept["sources"]["north"]["secrets"] == [shown["secret"]]
    assert set(kept) == {"root", "sources"}


@pytest.mark.usefixtures("mapping")
@pytest.mark.parametrize("arguments", [("own", "native"), ("No Name", "native"), ("north", "nobody")])
def test_what_can_be_no_source_is_refused(arguments: tuple[str, str]) -> None:
    refused = run("source", "add", arguments[0], "--vendor", arguments[1])
    assert type(refused.exception).__name__ == "Refused"
    assert run("source", "list").stdout == ""


@pytest.mark.usefixtures("mapping")
def test_a_name_is_given_once_and_a_rotation_names_what_changes() -> None:
    made("source", "add", "north", "--vendor", "native")
    assert run("source", "add", "north", "--vendor", "native").exit_code == 1
    assert run("source", "rotate", "south", "--key").exit_code == 1
    assert run("source", "rotate", "north").exit_code == 2
    assert run("source", "rotate", "north", "--secret-env", "NOT_THERE").exit_code == 2


def test_another_mapping_reads_what_was_kept_again(live: Live, mapping: Path) -> None:
    url = made("source", "add", "typeform", "--vendor", "typeform", "--secret-env", "S", S="one")["url"]
    post(live, url, form(2, "The box was crushed"), "one")
    live.flows()
    assert {one.score for one in live.ledger.facts.line(LINE).answers} == {None}
    told = made("map", "import", mapping)
    assert told == {"ok": True, "surveys": 1, "changed": 1, "read_again": 1}
    live.flows()
    assert {one.score for one in live.ledger.facts.line(LINE).answers} == {2, None}
    assert made("map", "import", mapping)["read_again"] == 0


def test_what_was_answered_before_is_counted_once_and_moves_nobody(live: Live, mapping: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_text(EXPORT + "r-99,2026-06-01T10:00:00Z,eleven,\n", encoding="utf-8")
    first = made("import", "--source", "typeform", "--mapping", mapping, export)
    assert first == {"written": 20, "repeated": 0, "wrong": 1, "ignored": 0}
    live.flows()
    again = made("import", "--source", "typeform", "--mapping", mapping, export)
    assert again == {"written": 0, "repeated": 20, "wrong": 1, "ignored": 0}
    live.flows()
    lines = [live.ledger.facts.line(line_of_response("typeform", f"r-{at}")) for at in range(1, 11)]
    assert [line.cases for line in lines if line.cases or line.thanks or line.parked] == []
    assert live.mails() == []
    weeks = {Week.of(one.answered_at) for line in lines for one in line.answers if one.answered_at}
    tallies = [tally for week in weeks for tally in live.ledger.figures.week(week).values()]
    assert sum(tally.answered for tally in tallies) == 10


def test_an_import_needs_a_survey_that_fits(mapping: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_text(EXPORT, encoding="utf-8")
    assert run("import", "--source", "tally", "--mapping", mapping, export).exit_code == 1
