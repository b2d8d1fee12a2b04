"""Each recipe, done as it says: its template filled in, its script run; what comes out is taken."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contracts.surveys.payloads import BEARER, KEY, mapping, scored
from throughline.adapters.surveys import by_recipe
from throughline.adapters.surveys.by_recipe import ByRecipe
from throughline.adapters.surveys.google_forms import BY_RECIPE
from throughline.adapters.surveys.vendor import Message
from throughline.adapters.surveys.vendors import VENDORS
from throughline.domain.survey import Answer, Metric
from throughline.domain.survey_mapping import Question, SurveyMap
from throughline.domain.survey_reading import Complete

RECIPES = Path(__file__).parents[3] / "events" / "recipes"
NODE = shutil.which("node")
SHIMS = """
const crypto = require("crypto");
const PropertiesService = { getScriptProperties: () => ({ getProperty: (name) => process.env[name] }) };
const Utilities = {
  base64Decode: (text) => Buffer.from(text, "base64"),
  base64Encode: (bytes) => Buffer.from(bytes).toString("base64"),
  newBlob: (text) => ({ getBytes: () => Buffer.from(text) }),
  computeHmacSha256Signature: (value, key) => crypto.createHmac("sha256", key).update(value).digest(),
};
const UrlFetchApp = { fetch: (url, asked) => console.log(JSON.stringify({ ...asked, body: asked.payload, url })) };
const item = (title, value) => ({ getItem: () => ({ getTitle: () => title }), getResponse: () => value });
const response = {
  getItemResponses: () => [
    item("How likely?", "3"), item("Why?", "Zu spät, “sehr”"), item("Which?", ["Lamp", "Shade"]), item("More?", ""),
  ],
  getId: () => "2_AB.c",
  getTimestamp: () => new Date("2026-11-23T09:03:20Z"),
};
"""
WORDS = r"(?:\$\{q://\w+/ChoiceTextEntryValue\}|\{\{satisfaction[^}]+\}\}|THE-WORDS|COMMENT)"
SCORES = r"(?:\$\{q://[^}]+\}|RECOMMEND)"
NAMES = r"(?:\$\{[^}]+\}|\{\{[^}]+\}\}|[A-Z-]{6,})"
FORM = SHIMS + "%s\nsend({ response, source: { getId: () => 'form1' } });"
HUBSPOT = """
globalThis.fetch = async (url, asked) => { console.log(JSON.stringify({ ...asked, url })); return { status: 201 }; };
%s
const said = { hs_value: "2", hs_content: "Zu spät", hs_createdate: "1763890000000" };
exports.main({ inputFields: { hs_object_id: 71, hs_survey_id: "s1", ...said } });
"""


def written(recipe: str, language: str) -> str:
    text = (RECIPES / f"{recipe}.md").read_text(encoding="utf-8")
    found = re.search(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def taken(name: str, message: Message, known: SurveyMap, secret: bytes = KEY) -> tuple[Answer, ...]:
    VENDORS[name].verify(message, [secret])
    found = VENDORS[name].read(message, known)
    assert isinstance(found, Complete)
    assert found.unmapped == ()
    return found.answers


def posted(program: str) -> Message:
    """What the script sends."""
    environment = {"SECRET": "whsec_" + b64encode(KEY).decode(), "ADDRESS": "https://example.com/s/form/k"}
    assert NODE
    done = subprocess.run([NODE, "-e", program], capture_output=True, env=environment, check=True)  # noqa: S603 - our own
    call = json.loads(done.stdout)
    assert call["url"] == environment["ADDRESS"]
    return Message(call["body"].encode(), call["headers"], datetime.now(UTC))


@pytest.mark.parametrize(
    ("recipe", "name", "keys"),
    [
        ("own-systems", "asknicely", ("recommend", "why")),
        ("qualtrics", "qualtrics", ("QID1", "QID2")),
        ("medallia", "medallia", ("recommend", "why")),
        ("zendesk", "zendesk", ("rating", "comment")),
    ],
)
@pytest.mark.parametrize("words", ["Late", ""])
def test_a_template_filled_in_is_taken(recipe: str, name: str, keys: tuple[str, str], words: str) -> None:
    template = re.sub(f'(?<="){WORDS}(?=")', words, written(recipe, "json"))
    filled = re.sub(f'(?<="){SCORES}(?=")', "4", template)
    filled = re.sub(f'(?<="){NAMES}(?=")', "x1", filled)
    known = mapping(name, "x1", scored(keys[0], Metric.OTHER, 0, 10), Question(keys[1], verbatim=True))
    if recipe == "zendesk":
        known = mapping(name, "satisfaction", scored(keys[0], Metric.CSAT, 0, 1))
    score, *rest = taken(name, Message(filled.encode(), {"authorization": BEARER}, datetime.now(UTC)), known)
    assert (score.question_key, score.response_id, score.source) == (keys[0], "x1", name)
    assert score.score in (1, 4, 9)
    assert [one.verbatim for one in rest] == ([words] if words else [])


@pytest.mark.skipif(not NODE, reason="no node here to run the script")
def test_the_script_of_google_forms_signs_what_it_sends() -> None:
    known = mapping("google_forms", "form1", scored("How likely?", Metric.NPS, 0, 10))
    message = posted(FORM % written("google-forms", "js"))
    score, words, chosen = taken("google_forms", message, known, b"whsec_" + b64encode(KEY))
    assert (score.metric, score.score, score.response_id) == (Metric.NPS, 3, "2_AB.c")
    assert score.answered_at == datetime(2026, 11, 23, 9, 3, 20, tzinfo=UTC)
    assert (words.verbatim, chosen.verbatim) == ("Zu spät, “sehr”", "Lamp, Shade")


@pytest.mark.skipif(not NODE, reason="no node here to run the code")
def test_the_code_for_hubspot_signs_what_it_sends() -> None:
    known = mapping("hubspot", "s1", scored("score", Metric.CSAT, 1, 5))
    message = posted(HUBSPOT % written("hubspot", "js"))
    score, words = taken("hubspot", message, known, b"whsec_" + b64encode(KEY))
    assert (score.metric, score.score, score.response_id, words.verbatim) == (Metric.CSAT, 2, "71", "Zu spät")
    assert score.answered_at == datetime.fromtimestamp(1763890000, UTC)


def test_every_recipe_that_a_refusal_names_is_there() -> None:
    named = {one.recipe for one in vars(by_recipe).values() if isinstance(one, ByRecipe)} | {
        BY_RECIPE.recipe,
        "qualtrics",
    }
    assert named == {path.stem for path in RECIPES.glob("*.md")}


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.md")), ids=lambda path: path.stem)
def test_a_recipe_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(((?!https://)[^)]+)\)", path.read_text(encoding="utf-8"))
    assert [one for one in targets if not (path.parent / one).exists()] == []
