"""`survey`: what a message of a vendor says, and whether a mapping can be used."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from contracts.surveys.payloads import KEY, NOW, SURVEYMONKEY, TYPEFORM, compact, signed
from operate.commands.survey import survey

MAPPING = """
surveys:
  - {source: typeform, survey_id: aB3dE5, touchpoint_from: hidden.touchpoint,
     questions: [{key: q1, metric: nps, scale: [0, 10]}, {key: words, verbatim: true}]}
"""


def run(*words: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(survey, [str(word) for word in words], env=environment)


def told(result: Result) -> Any:
    return json.loads(result.stdout)


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    file = tmp_path / "surveys.yaml"
    file.write_text(MAPPING, encoding="utf-8")
    return file


@pytest.fixture
def body(tmp_path: Path) -> Path:
    file = tmp_path / "body.json"
    file.write_bytes(compact(TYPEFORM))
    return file


def test_a_message_is_read_without_a_secret_and_says_so(mapping: Path, body: Path) -> None:
    result = run("read", "--source", "typeform", "--mapping", mapping, "--now", NOW.isoformat(), body)
    found = told(result)
    score, words = found["responses"][:2]
    assert (result.exit_code, found["outcome"], found["unmapped"]) == (0, "complete", ["q4"])
    assert found["reason"].endswith("Not verified, since no secret was named.")
    assert (score["metric"], score["score"], score["touchpoint_hint"]) == ("nps", 3, "Opening the parcel")
    assert (words["question_key"], words["verbatim"]) == ("words", "It was crushed.")
    assert (score["answered_at"], score["received_at"]) == ("2026-11-23T09:03:20Z", "2026-11-23T10:12:00Z")


@pytest.mark.parametrize("written", ["lines", "json"])
def test_a_signed_message_is_verified(mapping: Path, body: Path, tmp_path: Path, written: str) -> None:
    headers, sent = tmp_path / "headers", signed("typeform").message.headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
    headers.write_text("POST /s/typeform HTTP/1.1\r\n" + lines if written == "lines" else json.dumps(dict(sent)))
    asked = (
        "read",
        "--source",
        "typeform",
        "--mapping",
        mapping,
        "--headers",
        headers,
        "--secret-env",
        "MY_SECRET",
        body,
    )
    good, bad = run(*asked, MY_SECRET=KEY.decode()), run(*asked, MY_SECRET="wrong")
    assert (good.exit_code, told(good)["outcome"]) == (0, "complete")
    assert "Not verified" not in told(good)["reason"]
    assert (bad.exit_code, told(bad)["outcome"], told(bad)["status"]) == (1, "refused", 401)
    assert run(*asked).exit_code == 2


def test_ids_to_fetch_are_shown(mapping: Path, tmp_path: Path) -> None:
    body = tmp_path / "body.json"
    body.write_bytes(compact(SURVEYMONKEY))
    found = told(run("read", "--source", "surveymonkey", "--mapping", mapping, body))
    assert (found["outcome"], found["survey_id"], found["response_ids"]) == ("needs_fetch", "4001", ["7001"])


def test_what_is_no_response_is_ignored(mapping: Path, tmp_path: Path) -> None:
    body = tmp_path / "body.json"
    body.write_text('{"event_type": "response_deleted"}')
    result = run("read", "--source", "surveymonkey", "--mapping", mapping, body)
    assert (result.exit_code, told(result)["outcome"], told(result)["responses"]) == (0, "ignored", [])


def test_what_cannot_be_read_is_refused(mapping: Path, tmp_path: Path) -> None:
    body = tmp_path / "body.json"
    body.write_bytes(b"\xff")
    result = run("read", "--source", "tally", "--mapping", mapping, body)
    assert (result.exit_code, told(result)["outcome"], told(result)["responses"]) == (1, "refused", [])


def test_a_mapping_is_checked_before_it_is_used(mapping: Path, body: Path) -> None:
    assert told(run("map", "check", "--json", mapping)) == {"ok": True, "surveys": 1, "questions": 2}
    assert run("map", "check", mapping).stdout == "Good: 1 surveys, 2 questions.\n"
    mapping.write_text(MAPPING.replace("nps", "joy").replace("typeform", ""), encoding="utf-8")
    result = run("map", "check", mapping)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    assert told(run("map", "check", "--json", mapping))["ok"] is False
    assert run("read", "--source", "typeform", "--mapping", mapping, body).exit_code == 1
